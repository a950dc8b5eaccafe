/** The toolbar's icons stand out on light and on dark toolbars, for browsers take one drawing for both. */
import { readFileSync } from "node:fs";
import UPNG from "upng-js";
import { expect, test } from "vitest";
import { type Colour, contrast } from "./contrast.ts";

/** As browsers draw their toolbars. */
const grounds: Readonly<Record<string, Colour>> = {
  "Chromium, light": [255, 255, 255],
  "Firefox, light": [249, 249, 251],
  "Chromium, dark": [53, 54, 58],
  "Firefox, dark": [43, 42, 51],
  "nearly black": [28, 27, 34],
};

const files = [
  "16",
  "32",
  "48",
  "96",
  "128",
  ...["off", "paused"].flatMap((s) => [16, 32, 48].map((n) => `${n}-${s}`)),
];

test.each(files)("%s.png has its size, and an outline that is seen on every toolbar", (file) => {
  const bytes = readFileSync(`public/icon/${file}.png`);
  const picture = UPNG.decode(Uint8Array.from(bytes).buffer);
  const size = Number.parseInt(file, 10);
  expect([picture.width, picture.height]).toEqual([size, size]);
  const pixels = new Uint8Array(UPNG.toRGBA8(picture)[0]!);
  const at = (x: number, y: number) => pixels.subarray(4 * (y * size + x), 4 * (y * size + x) + 4);
  for (const [name, ground] of Object.entries(grounds)) {
    const on = (x: number, y: number): Colour => {
      const [r, g, b, alpha] = at(x, y) as unknown as [number, number, number, number];
      return [r, g, b].map((c, i) => (c * alpha + ground[i]! * (255 - alpha)) / 255) as unknown as Colour;
    };
    // From the left and from the right of each row, the first pixels of the drawing: rim, or what it surrounds. Not
    // where it runs to a point.
    let rows = 0;
    let seen = 0;
    for (let y = 0; y < size; y++) {
      const drawn = Array.from({ length: size }, (_, x) => x).filter((x) => at(x, y)[3]! > 127);
      if (drawn.length < size * 0.6) continue;
      const depth = Math.ceil(size / 8) + 1;
      for (const edge of [drawn.slice(0, depth), drawn.slice(-depth)]) {
        rows++;
        seen += Number(edge.some((x) => contrast(on(x, y), ground) >= 3));
      }
    }
    expect(seen / rows, `on ${name}`).toBeGreaterThan(0.9);
  }
});
