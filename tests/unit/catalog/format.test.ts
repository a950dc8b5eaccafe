import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schemaFile } from "../../../lib/catalog/build/format.ts";
import { inOrder, showFileSchema } from "../../../lib/catalog/build/order.ts";
import { readShows } from "../../../lib/catalog/build/read.ts";
import { showSchema } from "../../../lib/catalog/schema.ts";
import { file, spoiler } from "./fixtures.ts";

test("data/show.schema.json is that of today's schema (npm run catalog writes it)", () => {
  expect(JSON.parse(readFileSync(schemaFile, "utf8"))).toEqual(showFileSchema());
});

test("fields are put in the order of the schema, at every depth; unknown ones come last", () => {
  const { id, title, ...rest } = file({ spoilers: [spoiler()] });
  const { example, ...first } = rest.spoilers[0]!;
  const shuffled = { ...rest, author: "Nowhere", spoilers: [{ example, ...first }], title, id };
  const ordered = inOrder(shuffled) as Record<string, unknown>;
  const known = Object.keys(showSchema.shape);
  const keys = Object.keys(ordered);
  expect(keys.slice(0, -1)).toEqual(known.filter((k) => keys.includes(k)));
  expect(keys.at(-1)).toBe("author");
  const fields = Object.keys((ordered["spoilers"] as object[])[0]!);
  expect(fields.indexOf("example")).toBe(fields.indexOf("scene") + 1);
  expect(ordered).toEqual(shuffled);
});

test("a file whose fields are out of order is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "shows-"));
  try {
    const { id, ...rest } = file();
    writeFileSync(join(folder, "quiet-orrery.json"), JSON.stringify({ ...rest, id }));
    expect(readShows(folder).errors).toEqual([
      "quiet-orrery.json: file: fields are not in the order of the schema (npm run catalog mends it)",
    ]);
    writeFileSync(join(folder, "quiet-orrery.json"), JSON.stringify({ id, ...rest }));
    expect(readShows(folder).errors).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
