import { constants, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inflate } from "../../../lib/detect/inflate.ts";

const none = new Uint8Array();
const packed = (bytes: Uint8Array, options = {}) => new Uint8Array(deflateRawSync(bytes, options));

it("gives back what was packed, stored, by fixed or by own codes, with and without a dictionary", () => {
  const bytes = fc.uint8Array({ maxLength: 2000 });
  const lists = fc
    .array(fc.integer({ min: 97, max: 101 }), { maxLength: 3000 })
    .map((l) => Uint8Array.from(l));
  fc.assert(
    fc.property(
      fc.oneof(bytes, lists),
      fc.oneof(bytes, lists),
      fc.constantFrom(0, 1, 9),
      fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY),
      (data, dictionary, level, strategy) => {
        expect(inflate(packed(data, { level, strategy }), none)).toEqual(data);
        if (dictionary.length === 0) return;
        expect(inflate(packed(data, { level, strategy, dictionary }), dictionary)).toEqual(data);
      },
    ),
    { numRuns: 300 },
  );
});

it("follows the longest repetitions and the furthest pointers back", () => {
  const far = new Uint8Array(33_000);
  for (let i = 0; i < far.length; i++) far[i] = Math.imul(i, 2654435761) >>> 24;
  const data = new Uint8Array(70_000);
  data.set(far);
  data.set(far.subarray(300), 32_800);
  expect(inflate(packed(data), none)).toEqual(data);
});

it("throws for what is cut short or no deflate", () => {
  const whole = packed(
    new TextEncoder().encode("the keeper of the lighthouse, the keeper of the lighthouse"),
  );
  expect(() => inflate(whole.subarray(0, whole.length - 3), none)).toThrow("too early");
  expect(() => inflate(Uint8Array.of(7), none)).toThrow("damaged");
});
