import { expect, test } from "vitest";
import { idOf, keepStem, stem, stemText } from "../../../lib/detect/stems.ts";
import { Tokens, tokenize } from "../../../lib/detect/tokens.ts";
import { bit, bitsAt, stemOf, tidyWords, wordAt } from "../../../lib/detect/words.ts";

const tokens = new Tokens();
const read = (text: string) => {
  tokenize(text, tokens);
  tidyWords();
  return Array.from({ length: tokens.count }, (_, i) => wordAt(tokens, i));
};

test("a word has its stem and its lists, however it is written", () => {
  const [she, again, killed, by] = read("She SHE killed by");
  expect(again).toBe(she);
  expect(bitsAt(she!)).toBe(bit.she);
  expect(stemOf(she!)).toBe(0);
  expect(stemText(stemOf(killed!))).toBe(stem("killed"));
  expect(bitsAt(killed!)).toBe(bit.past | bit.transitive | bit.does | bit.status);
  expect(bitsAt(by!)).toBe(bit.by);
});

test("words of a page that goes on for ever are forgotten; stems that facts need keep their ids", () => {
  const kept = keepStem("orchid");
  const passing = idOf("passingword");
  for (let page = 0; page < 10; page++) {
    const text = Array.from({ length: 4000 }, (_, i) => `word${page}x${i}`).join(" ");
    expect(new Set(read(text)).size).toBe(4000);
  }
  expect(stemText(stemOf(read("orchid")[0]!))).toBe("orchid");
  expect(stemOf(read("orchid")[0]!)).toBe(kept);
  expect(stemText(passing)).toBe("");
});
