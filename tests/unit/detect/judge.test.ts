import { expect, test } from "vitest";
import { choose } from "../../../lib/page/choose.ts";
import { defaults } from "../../../lib/preferences/choices.ts";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { type after, heading, learned, plainPage, text } from "./fixtures.ts";

const harmless = "The colours of the harbor are a feast.";
const read = (words: string, ...before: Parameters<typeof after>[1][]) =>
  learned.read(
    text(words),
    before.reduce((context, p) => learned.read(p, context).after, plainPage),
  ).findings;

test("what stands under a heading that gives something away is marked as such, with the heading's fact", () => {
  const told = heading(2, "Death Lantern: Marwen Oskalla dies");
  const [heads] = learned.read(told, plainPage).findings;
  const whole = read(harmless, told).filter((f) => f.bySection);
  expect(whole).toMatchObject([
    { start: 0, end: harmless.length, show: "death-lantern", spoiler: heads!.spoiler, score: heads!.score },
  ]);
});

test("a heading that tells nothing marks nothing, nor does it once its section has ended", () => {
  const told = heading(2, "Death Lantern: Marwen Oskalla dies");
  expect(read(harmless, heading(2, "Death Lantern")).filter((f) => f.bySection)).toEqual([]);
  expect(read(harmless, told, heading(2, "Next week")).filter((f) => f.bySection)).toEqual([]);
  expect(read(harmless, told, heading(3, "Music")).filter((f) => f.bySection)).toHaveLength(1);
});

test("sections are hidden for those who chose so, and for nobody else", () => {
  const findings = read(harmless, heading(2, "Death Lantern: Marwen Oskalla dies"));
  const hidden = (sections: boolean) =>
    choose(harmless, findings, { ...closedSnapshot, ...defaults, sections }, () => false).length;
  expect([hidden(false), hidden(true)]).toEqual([0, 1]);
});
