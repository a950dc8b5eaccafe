import { expect, test } from "vitest";
import { compileLists } from "../../../lib/catalog/build/lists.ts";

test("lists ship in the order of their names, folded", () => {
  expect(compileLists("# what\none: a Été\ntwo: b-c\n", ["one", "two", "three"])).toBe("a ete,b c");
  expect(() => compileLists("two: b", ["one", "two"])).toThrow('"two: b" is not of "one"');
});
