/** What a page costs with the extension, beside an empty content script and none at all. */
import { type Cost, type Kind, kinds, openBench } from "./browsers.ts";
import { figure, short, table } from "./measure.ts";
import { pages } from "./web-pages.ts";

type Costs = Record<Kind, Cost[]>;

/** The kinds take turns on each page, in another order each round. */
async function visitAll(rounds: number, only: readonly number[]) {
  const bench = await openBench();
  const costs = new Map<number, Costs>(only.map((i) => [i, { none: [], empty: [], shield: [] }]));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const i of only) {
        for (let k = 0; k < kinds.length; k++) {
          const kind = kinds[(k + round) % kinds.length]!;
          costs.get(i)![kind].push(await bench.visit(kind, i));
        }
      }
    }
  } finally {
    await bench.close();
  }
  return { costs, version: bench.version };
}

const median = (costs: readonly Cost[], of: keyof Cost) => figure(costs.map((c) => c[of])).median;

function spread(costs: readonly Cost[]): string {
  const { low, high } = figure(costs.map((c) => c.task));
  return `${short(low)}–${short(high)}`;
}

/** A report in Markdown. `only`: numbers of pages; all without. */
export async function pageReport(rounds: number, only = pages.map((_, i) => i)): Promise<string> {
  const { costs, version } = await visitAll(rounds, only);
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
  return [
    `${version}, ${rounds} visits of each; medians without extension / with an empty content script / with ours.`,
    "*Task* is all that the page's main thread did until 2.5 s after it was done, *longest* its longest task (0: none over 50 ms), *paint* the first contentful paint: milliseconds; *heap* after a collection: MB.",
    table(["page", "task", "task, quartiles of ours", "script", "longest", "paint", "heap"], only.map(row)),
  ].join("\n\n");
}
