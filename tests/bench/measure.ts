/** Measuring on a machine that does other things too: interleaved, repeated, and the middle of it. */
import { cpus, totalmem } from "node:os";

export interface Figure {
  readonly median: number;
  /** The quartiles: half of the measurements lie between. */
  readonly low: number;
  readonly high: number;
}

export function figure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)]!;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Milliseconds that this process has had a processor: what others do meanwhile does not count. */
export const busy = () => process.cpuUsage().user / 1000;

/**
 * MB/s (1 MB: a million letters) of each contestant over the same letters, in rounds that each has one turn in, so that
 * whatever disturbs the machine disturbs all of them.
 */
export function race(
  contestants: Readonly<Record<string, () => void>>,
  letters: number,
  rounds: number,
): Record<string, Figure> {
  const names = Object.keys(contestants);
  const speeds = new Map(names.map((name) => [name, [] as number[]]));
  for (const name of names) contestants[name]!();
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      // Another order each round: nobody always follows the same one.
      const name = names[(i + round) % names.length]!;
      const start = busy();
      contestants[name]!();
      speeds.get(name)!.push(letters / 1000 / (busy() - start));
    }
  }
  return Object.fromEntries(names.map((name) => [name, figure(speeds.get(name)!)]));
}

/** Three figures that mean something. */
export function short(x: number): string {
  if (!Number.isFinite(x)) return "–";
  return x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x >= 1 ? x.toFixed(2) : x.toFixed(3);
}

export const show = ({ median, low, high }: Figure) => `${short(median)} (${short(low)}–${short(high)})`;

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? "?"}, ${memory} GiB, Node ${process.versions.node} (V8 ${process.versions.v8})`;
}
