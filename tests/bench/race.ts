/** `race.ts TASK`: how fast each engine looks the task's names up in the articles; prints `Speeds`. */
import { readFileSync } from "node:fs";
import { ahoCorasick, type Engine, mapOfTokens, ours, regExp, sweep } from "./engines.ts";
import type { Task } from "./matcher.ts";
import { race } from "./measure.ts";
import { articles, lettersIn, textsOf } from "./texts.ts";

const { names, table, rounds, fast, slow } = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Task;
const texts = textsOf([...articles(true), ...articles(false)]);

/** From all over the corpus, until there are so many letters. */
function some(most: number): string[] {
  const every = Math.max(1, Math.floor(lettersIn(texts) / most));
  return texts.filter((_, i) => i % every === 0);
}

/** Each reads what it can in bearable time: speeds are by the letter all the same. */
function speedsOf(engines: Readonly<Record<string, Engine>>, most: number, times: number) {
  const list = some(most);
  const runs = Object.entries(engines).map(([name, engine]) => [
    name,
    () => {
      for (const text of list) engine(text);
    },
  ]);
  return race(Object.fromEntries(runs), lettersIn(list), times);
}

const speeds = {
  ...speedsOf({ sweep, ours: ours(table), "Map of tokens": mapOfTokens(names) }, fast, rounds),
  ...speedsOf(
    { "RegExp alternation": regExp(names), "modern-ahocorasick": ahoCorasick(names) },
    slow,
    rounds,
  ),
};
console.log(JSON.stringify(speeds));
