// Colours that have to be told apart, as lib/ui/tokens.css has them: in both themes, and with more contrast.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Colour, contrast } from "./contrast.ts";

const css = readFileSync(new URL("../../../lib/ui/tokens.css", import.meta.url), "utf8");
const [usual = "", more = ""] = css.split("@media (prefers-contrast: more)");

type Colours = Readonly<Record<string, Colour>>;
const colours = (part: string, theme: 0 | 1): Colours =>
  Object.fromEntries(
    [...part.matchAll(/--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g)].map(([, name, ...both]) => {
      const [r = 0, g = 0, b = 0] = Buffer.from(both[theme] ?? "", "hex");
      return [name, [r, g, b]];
    }),
  );
/** How far apart two of them are; 0 where one is not there. */
const apart = (all: Colours, one: string, other: string) => {
  const [a, b] = [all[one], all[other]];
  return a && b ? contrast(a, b) : 0;
};

const grounds = ["ground", "surface", "sunken"];
/** What is written on what, at 4.5 to 1. */
const written: Record<string, string[]> = {
  ink: grounds,
  "ink-soft": grounds,
  accent: [...grounds, "accent-wash"],
  "accent-ink": ["accent"],
  "warn-ink": ["warn-wash"],
  danger: grounds,
  // The toast.
  ground: ["ink"],
};
/** What shows where a control is and how it stands, at 3 to 1; a switch's knob on its track is the surface's colour. */
const drawn: Record<string, string[]> = {
  "control-line": ["ground", "surface"],
  "control-off": ["ground", "surface"],
  accent: ["ground", "surface", "sunken"],
};

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s", (_, theme) => {
  const pairs = (wanted: Record<string, string[]>) =>
    Object.entries(wanted).flatMap(([one, others]) => others.map((other) => [one, other] as const));
  const plain = colours(usual, theme);
  const strong = { ...plain, ...colours(more, theme) };

  it.each(pairs(written))("%s can be read on %s", (one, other) => {
    for (const all of [plain, strong]) expect(apart(all, one, other)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(drawn))("%s can be seen on %s", (one, other) => {
    for (const all of [plain, strong]) expect(apart(all, one, other)).toBeGreaterThanOrEqual(3);
  });

  it("has edges that can be seen where more contrast is wanted", () => {
    for (const ground of ["ground", "surface"])
      expect(apart(strong, "line", ground)).toBeGreaterThanOrEqual(3);
    expect(apart(strong, "warn-line", "warn-wash")).toBeGreaterThanOrEqual(3);
    expect(apart(strong, "ink-soft", "ground")).toBeGreaterThanOrEqual(7);
  });
});
