import { expect, it } from "vitest";
import { unbroken } from "../../../lib/page/line-ends.ts";

it.each([
  ["a line ends after words and hyphens", "Mami, well-known  dies", "Mami,|·|well-|known|··|dies"],
  ["after any letter of Japanese", "煉獄は命を落とす", "煉|獄|は|命|を|落|と|す"],
  [
    "but marks stay with what they open and close",
    "「マミ（頭から）、死ぬ」。",
    "「マ|ミ|（頭|か|ら）、|死|ぬ」。",
  ],
  ["and small kana and long vowels with the letter before", "ヒューッと", "ヒューッ|と"],
  [
    "Latin words and numbers there are whole",
    "第12話 Mami's、Fate/Zeroの！",
    "第|12|話|·|Mami's、|Fate/Zero|の！",
  ],
  ["Thai has words without spaces", "ทุกคนร้องไห้", "ทุก|คน|ร้องไห้"],
])("%s", (_, text, pieces) => {
  expect(unbroken(text).join("|").replaceAll(" ", "·")).toBe(pieces);
  expect(unbroken(text).join("")).toBe(text);
});
