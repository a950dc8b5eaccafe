/** What docs/compatibility.md says, measured anew. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { faults } from "./faults.ts";
import { type Both, measureBoth } from "./measure.ts";
import { report } from "./report.ts";

let both: Both;

beforeAll(async () => {
  both = await measureBoth();
});

for (const name of ["chromium", "firefox"] as const)
  it(`breaks nothing, shows nothing, moves nothing and gives everything back, in ${name}`, () => {
    expect(faults(both[name])).toEqual([]);
  });

it("the document says what was measured (npm run compat writes it)", () => {
  expect(readFileSync(new URL("../../docs/compatibility.md", import.meta.url), "utf8")).toBe(report(both));
});
