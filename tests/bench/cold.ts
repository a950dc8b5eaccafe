/** `cold.ts TASK ENGINE`: what an engine costs before and at its first match; prints `Cold`. */
import { readFileSync } from "node:fs";
import { ahoCorasick, type Engine, mapOfTokens, ours, regExp } from "./engines.ts";
import type { Task } from "./matcher.ts";
import { articles, textsOf } from "./texts.ts";

const [file, engine] = process.argv.slice(2);
const { names, table } = JSON.parse(readFileSync(file!, "utf8")) as Task;
const page = textsOf(articles(true).slice(0, 4)).join("\n").slice(0, 8000);
const make: Record<string, () => Engine> = {
  ours: () => ours(table),
  "Map of tokens": () => mapOfTokens(names),
  "RegExp alternation": () => regExp(names),
  "modern-ahocorasick": () => ahoCorasick(names),
};
const used = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const before = used();
const start = performance.now();
const run = make[engine!]!();
const built = performance.now();
run(page);
const end = performance.now();
const heap = used() - before;
console.log(JSON.stringify({ build: built - start, first: end - built, heap }));
// Held until here, so that its memory is counted.
run("");
