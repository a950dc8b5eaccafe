/** What docs/compatibility.md says, measured anew. */
import { beforeAll, describe, expect, it } from "vitest";
import { ensureApps } from "./apps.ts";
import { type Measured, measure } from "./measure.ts";
import { isClean, type Row } from "./row.ts";

const measured = {} as Record<"chromium" | "firefox", Measured>;

beforeAll(async () => {
  ensureApps();
  // Most of the time both wait for pages to come to rest.
  const both = await Promise.all([measure("chromium"), measure("firefox")]);
  [measured.chromium, measured.firefox] = both;
});

/** What went wrong, so that a failure says it. */
const wrong = (rows: readonly Row[]) => rows.filter((row) => !isClean(row));

for (const name of ["chromium", "firefox"] as const) {
  describe(name, () => {
    it("frameworks: no complaint, no wrong text, no secret shown, at any step", () => {
      const { loading, settled } = measured[name];
      expect(loading.length).toBeGreaterThan(0);
      expect(wrong(loading)).toEqual([]);
      expect(wrong(settled)).toEqual([]);
    });

    it("hydration: the same, and the server's own elements are kept", () => {
      expect(wrong(measured[name].hydration)).toEqual([]);
    });
  });
}
