/** How far apart two colours are, as WCAG 2 has it. */

/** Red, green and blue, each up to 255. */
export type Colour = readonly [number, number, number];

const luminance = (colour: Colour) => {
  const [r, g, b] = colour.map((c) => {
    const share = c / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** From 1 to 21. */
export const contrast = (a: Colour, b: Colour) => {
  const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m) as [number, number];
  return (x + 0.05) / (y + 0.05);
};
