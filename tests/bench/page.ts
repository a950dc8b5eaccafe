/** What a page costs with the extension, beside an empty content script and none at all. */
import { type Cost, type Kind, kinds, openBench } from "./browsers.ts";
import type { Calls } from "./calls.ts";
import { figure, short, table } from "./measure.ts";
import { pages } from "./web-pages.ts";

type Costs = Record<Kind, Cost[]>;

/** The kinds take turns on each page, in another order each round. */
async function visitAll(rounds: number, only: readonly number[]) {
  const bench = await openBench();
  const costs = new Map<number, Costs>(only.map((i) => [i, { none: [], empty: [], shield: [] }]));
  const calls = new Map<number, Calls[]>(only.map((i) => [i, []]));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const i of only) {
        for (let k = 0; k < kinds.length; k++) {
          const kind = kinds[(k + round) % kinds.length]!;
          costs.get(i)![kind].push(await bench.visit(kind, i));
        }
        calls.get(i)!.push(await bench.calls(i));
      }
    }
  } finally {
    await bench.close();
  }
  return { costs, calls, version: bench.version };
}

const median = (costs: readonly Cost[], of: keyof Cost) => figure(costs.map((c) => c[of])).median;

function spread(costs: readonly Cost[]): string {
  const { low, high } = figure(costs.map((c) => c.task));
  return `${short(low)}–${short(high)}`;
}

/** What is added to a page with an empty content script, by the medians. */
const added = (c: Costs, of: keyof Cost) => short(median(c.shield, of) - median(c.empty, of));

function rank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

/** A report in Markdown. `only`: numbers of pages; all without. */
export async function pageReport(rounds: number, only = pages.map((_, i) => i)): Promise<string> {
  const { costs, calls, version } = await visitAll(rounds, only);
  const row = (i: number): string[] => {
    const c = costs.get(i)!;
    const each = (of: keyof Cost) => kinds.map((kind) => short(median(c[kind], of))).join(" / ");
    return [
      pages[i]!.name,
      each("task"),
      spread(c.shield),
      each("script"),
      each("longest"),
      each("paint"),
      each("heap"),
    ];
  };
  const ours = (i: number): string[] => {
    const visits = calls.get(i)!;
    const observers = visits.flatMap((v) => v.observers);
    const tasks = visits.flatMap((v) => v.tasks);
    return [
      pages[i]!.name,
      short(figure(visits.map((v) => v.start)).median),
      (observers.length / visits.length).toFixed(0),
      short(rank(observers, 0.99)),
      short(rank(observers, 1)),
      short(rank(tasks, 0.99)),
      short(rank(tasks, 1)),
      added(costs.get(i)!, "task"),
      added(costs.get(i)!, "heap"),
    ];
  };
  const scrolled = only.filter((i) => median(costs.get(i)!.none, "slow") >= 0);
  return [
    `${version}, ${rounds} visits of each; medians without extension / with an empty content script / with ours.`,
    [
      "*Task* is all that the page's main thread did until 2.5 s after it was done, *longest* its longest task (0:",
      "none over 50 ms), *paint* the first contentful paint: milliseconds; *heap* after a collection: MB.",
    ].join("\n"),
    table(["page", "task", "task, quartiles of ours", "script", "longest", "paint", "heap"], only.map(row)),
    [
      "What of that is ours, by Chromium's trace of further visits (which slows everything down): milliseconds to",
      "evaluate the script in all frames; calls by our observers, their 99th percentile and the longest; the same of",
      "our own tasks (timers, idle time). *Added*: the medians above, ours less the empty content script.",
    ].join("\n"),
    table(
      [
        "page",
        "start",
        "observer calls",
        "99 %",
        "longest",
        "own tasks, 99 %",
        "longest",
        "added task",
        "added heap",
      ],
      only.map(ours),
    ),
    ...scrolled.map((i) => {
      const c = costs.get(i)!;
      const share = (kind: Kind) => `${(100 * median(c[kind], "slow")).toFixed(1)} %`;
      return `${pages[i]!.name}: frames over 32 ms without extension / with an empty content script / with ours: ${kinds.map(share).join(" / ")}.`;
    }),
  ].join("\n\n");
}
