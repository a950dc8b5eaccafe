import fc from "fast-check";
import { expect, test } from "vitest";
import { makeLens, newSeen, see } from "../../../lib/detect/lens.ts";

const dimensions = 8;
const inputs = 3 * dimensions;
const byte = fc.integer({ min: -127, max: 127 });
const component = fc.float({ min: -3, max: 3, noNaN: true });

test("property: two weights in one number give the sums that each gives alone", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(byte, { minLength: inputs, maxLength: inputs }), { maxLength: 5 }),
      fc.array(component, { minLength: dimensions, maxLength: dimensions }),
      (weights, components) => {
        const vector = Float32Array.from(components);
        const scales = weights.map((_, u) => 0.01 * (u + 1));
        const lens = makeLens(
          dimensions,
          scales,
          (u, i) => weights[u]![i]!,
          new Float32Array(inputs).fill(1),
        );
        const seen = newSeen(lens);
        see(lens, vector, seen);
        for (let place = 0; place < 3; place++) {
          expect(seen.linear[place]).toBeCloseTo(
            vector.reduce((a, b) => a + b, 0),
            4,
          );
          for (let u = 0; u < lens.units; u++) {
            const exact = vector.reduce(
              (sum, x, d) => sum + x * (weights[u]?.[place * dimensions + d] ?? 0) * (scales[u] ?? 0),
              0,
            );
            // Half a step of rounding in each of eight components.
            const most = dimensions * 127 * (scales[u] ?? 0) * (3 / 4095 / 2) + 1e-9;
            expect(Math.abs(seen.sums[place * lens.units + u]! - exact)).toBeLessThanOrEqual(most);
          }
        }
      },
    ),
  );
});

test("the largest weights and components do not run into each other", () => {
  const many = 64;
  const lens = makeLens(many, [1, 1], (u) => (u === 0 ? -127 : 127), new Float32Array(3 * many));
  const seen = newSeen(lens);
  see(lens, new Float32Array(many).fill(3), seen);
  expect(seen.sums[0]).toBeCloseTo(-127 * 3 * many, 6);
  expect(seen.sums[1]).toBeCloseTo(127 * 3 * many, 6);
});

test("dimensions that are no multiple of four are refused", () => {
  expect(() => makeLens(6, [1], () => 1, new Float32Array(18))).toThrow("multiple of four");
});
