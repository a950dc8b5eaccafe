import { expect, test } from "vitest";
import { describeEdit } from "../../../lib/ui/describe-edit.ts";

test.each([
  [{ "a.example": false }, "a.example: shield off"],
  [{ "a.example": true }, "a.example: shield on"],
  [{ "!a.example": false }, "a.example: shield on"],
  // An entry takes the place of the one that it contradicts: that is one site, not two.
  [{ "!a.example": true, "a.example": false }, "a.example: shield off"],
  [{ "a.example": true, "!a.example": false }, "a.example: shield on"],
  [{ "a.example": true, "b.example": true }, "2 sites changed"],
])("sites %j: %s", (sites, words) => {
  expect(describeEdit({ sites }, () => undefined)).toBe(words);
});
