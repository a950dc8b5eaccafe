import { expect, test } from "vitest";
import { veilStyle } from "../../../lib/page/veil-style.ts";

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** "#abc", "#abcd" or "#aabbcc". */
function colour(hex: string): Colour {
  const digits =
    hex.length < 6 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)!;
  const [red, green, blue, alpha = 255] = digits.map((pair) => Number.parseInt(pair, 16));
  return [red!, green!, blue!, alpha / 255];
}

/** As it is seen in front of what is behind it. */
const over = (front: Colour, back: Colour): Colour => {
  const [red, green, blue] = [0, 1, 2].map((i) => front[i]! * front[3] + back[i]! * (1 - front[3]));
  return [red!, green!, blue!, 1];
};

/** By WCAG 2.2. */
function contrast(one: Colour, other: Colour): number {
  const light = (of: Colour) => {
    const [red, green, blue] = of.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

const pages = { light: colour("#ffffff"), dark: colour("#000000") };
const looks = (["blur", "bar"] as const).flatMap((style) =>
  ([1, 2, 3] as const).map((strength) => ({ style, strength, label: true })),
);

test.each(looks)("the label of a $style ($strength) can be read on light and on dark pages", (look) => {
  const style = veilStyle(look);
  const value = (selector: string, property: string) => {
    const [, body] = style.split(`\n  ${selector} {`);
    const [, found] = body?.split("}")[0]?.match(`\\b${property}:[^;]*?(#[0-9a-f]{3,8})\\b`) ?? [];
    if (!found) throw new Error(`${selector} has no ${property}`);
    return colour(found);
  };
  for (const page of Object.values(pages)) {
    const panel = over(value(".panel", "background"), page);
    const readable = (back: Colour, text: Colour) =>
      expect(contrast(over(text, back), back)).toBeGreaterThan(4.5);
    readable(panel, value(".panel", "color"));
    readable(over(value(".act", "background"), panel), value(".act", "color"));
    readable(over(value(".act:hover", "background"), panel), value(".act", "color"));
    // Where the focus is, which is no text.
    expect(contrast(value(".act:focus-visible", "outline"), panel)).toBeGreaterThan(3);
  }
});
