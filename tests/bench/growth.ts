/**
 * What a larger catalog and more rules cost: shows are made up, but as many names and facts a show as real ones have.
 */
import { gzipSync } from "node:zlib";
import { encodeNames } from "../../lib/catalog/build/encode-names.ts";
import type { Rule } from "../../lib/catalog/rule.ts";
import * as strength from "../../lib/catalog/strength.ts";
import { createGate } from "../../lib/detect/gate.ts";
import { decodeNames } from "../../lib/detect/names.ts";
import { createRuleSet } from "../../lib/detect/rules/ruled.ts";
import { hashWord } from "../../lib/detect/tokens.ts";
import { random } from "../corpus/learn.ts";
import { type Figure, race, short, show, table } from "./measure.ts";
import { articles, lettersIn, textsOf } from "./texts.ts";

/** Of the catalog today: 44,400 spellings of 481 shows. */
const namesEach = 92;
const syllables =
  "ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo".split(" ");

/** Made-up names of two words, in the form that ships. */
export function grownTable(shows: number): string {
  const next = random(3);
  const word = () =>
    Array.from({ length: 3 }, () => syllables[Math.floor(next() * syllables.length)]!).join("");
  const names = new Map<string, number>();
  for (let s = 0; s < shows; s++) {
    for (let i = 0; i < namesEach; i++) names.set(`${word()}${i % 7} ${word()}`, s);
  }
  return encodeNames(
    [...names].map(([name, s]) => ({
      hashes: name.split(" ").map(hashWord),
      bearers: [{ show: s & 0xffff, character: s % 20, strength: strength.distinct }],
    })),
  );
}

export const rulesOf = (count: number): Rule[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    kind: i % 2 ? "name" : "phrase",
    // As what people select begins.
    text: `the Quorl${i} Vexa${i}`,
  })) as Rule[];

const asked = (test: (text: string) => boolean, texts: readonly string[]) => () => {
  for (const text of texts) test(text);
};

/** The gate over ordinary text with catalogs of so many shows, in MB/s. */
export function growthRace(sizes: readonly number[], rounds: number): Figure[] {
  const texts = textsOf(articles(false));
  const gates = sizes.map((n) => asked(createGate(decodeNames(grownTable(n))), texts));
  const speeds = race(Object.fromEntries(sizes.map((n, i) => [n, gates[i]!])), lettersIn(texts), rounds);
  return sizes.map((n) => speeds[n]!);
}

export function growthReport(rounds: number): string {
  const texts = textsOf(articles(false));
  const sizes = [400, 4_000, 40_000];
  const tables = sizes.map(grownTable);
  const starts = tables.map((table) => {
    const start = performance.now();
    decodeNames(table);
    return performance.now() - start;
  });
  const speeds = growthRace(sizes, rounds);
  const counts = [0, 20, 200, 2_000];
  const rules = race(
    Object.fromEntries(
      counts.map((n) => {
        const set = createRuleSet(() => {
          throw new Error("no rule stands in these texts");
        });
        set.set(rulesOf(n));
        return [n, asked(set.touches, texts)];
      }),
    ),
    lettersIn(texts),
    rounds,
  );
  return [
    "Ordinary text, which is all that most pages have: what the gate costs with catalogs of made-up shows, 92 names each.",
    table(
      ["shows", "names' table, bytes in the script", "gzip", "decoded in ms", "gate, MB/s"],
      sizes.map((n, i) => [
        n.toLocaleString("en"),
        tables[i]!.length.toLocaleString("en"),
        gzipSync(tables[i]!).length.toLocaleString("en"),
        short(starts[i]!),
        show(speeds[i]!),
      ]),
    ),
    "And the reader's own rules, none of which is met:",
    table(
      ["rules", "asked, MB/s"],
      counts.map((n) => [n.toLocaleString("en"), show(rules[n]!)]),
    ),
  ].join("\n\n");
}
