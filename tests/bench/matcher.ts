/** Looking names up: our table against what one would take instead, and against the bare sweep over the letters. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shipped } from "./engines.ts";
import { type Figure, short, show, table } from "./measure.ts";
import { namesFor } from "./texts.ts";

export const counts = [1_000, 10_000, 100_000];

/** What the process that measures is given: names, the table of them as it ships, and how often to measure. */
export interface Task {
  readonly names: readonly string[];
  readonly table: string;
  readonly rounds: number;
  /** Letters that fast engines read, and slow ones. */
  readonly fast: number;
  readonly slow: number;
}
export type Speeds = Record<string, Figure>;

/**
 * Runs a script of this folder on a task. In a process of its own: whoever has compiled the catalog before runs slower,
 * for the engine has then seen all kinds of strings.
 */
function inProcess<T>(script: string, task: Task, ...args: readonly string[]): T | undefined {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const file = join(folder, "task.json");
  writeFileSync(file, JSON.stringify(task));
  const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
  const options = { encoding: "utf8", timeout: 300_000 } as const;
  const done = spawnSync(process.execPath, ["--expose-gc", path, file, ...args], options);
  rmSync(folder, { recursive: true });
  return done.status === 0 ? (JSON.parse(done.stdout) as T) : undefined;
}

export function taskOf(count: number, rounds: number): Task {
  const names = namesFor(count);
  return { names, table: shipped(names), rounds, fast: 1_000_000, slow: 100_000 };
}

export const raceMatchers = (task: Task) => inProcess<Speeds>("race.ts", task);

interface Cold {
  readonly build: number;
  readonly first: number;
  readonly heap: number;
}
/** What one engine costs before its first match. */
const cold = (engine: string, task: Task) => inProcess<Cold>("cold.ts", task, engine);

const coldEngines = ["ours", "Map of tokens", "RegExp alternation", "modern-ahocorasick"];

export function matcherReport(rounds: number): string {
  const tasks = counts.map((count) => taskOf(count, rounds));
  const races = tasks.map((task) => raceMatchers(task) ?? {});
  const engines = Object.keys(races[0]!);
  const head = counts.map((n) => `${n.toLocaleString("en")} names`);
  const of = (speeds: Speeds, engine: string) => speeds[engine]?.median ?? Number.NaN;
  const speeds = table(
    ["MB/s", ...head],
    engines.map((e) => [e, ...races.map((r) => (r[e] ? show(r[e]) : "–"))]),
  );
  const share = table(
    ["ours is faster, times", ...head],
    engines.filter((e) => e !== "ours").map((e) => [e, ...races.map((r) => short(of(r, "ours") / of(r, e)))]),
  );
  const starts = coldEngines.map((engine) => [
    engine,
    ...tasks.map((task) => {
      const c = cold(engine, task);
      return c ? `${short(c.build)} + ${short(c.first)} ms, ${short(c.heap)} MB` : "–";
    }),
  ]);
  const flat = of(races[2]!, "ours") / of(races[0]!, "ours");
  return [
    "Millions of letters a second over the articles of the corpus, whole words, any case: median (quartiles).",
    speeds,
    share,
    `At 100,000 names ours runs at ${short(flat)} of its speed at 1,000.`,
    "Cold, in a fresh process: milliseconds to make it ready + to read the first 8 kB, and memory held afterwards.",
    table(["cold", ...head], starts),
  ].join("\n\n");
}
