/**
 * Writes the catalog's files anew: fields in the order of the schema, laid out by Biome, and the schema for editors.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inOrder, isInOrder, showFileSchema } from "./order.ts";
import { showsFolder } from "./read.ts";

export const schemaFile = fileURLToPath(new URL("../../../data/show.schema.json", import.meta.url));

/** Files that do not parse are left alone: the check names them. Throws where Biome cannot be run. */
export function formatCatalog(): void {
  writeFileSync(schemaFile, JSON.stringify(showFileSchema(), null, 2));
  for (const name of readdirSync(showsFolder)) {
    if (!name.endsWith(".json")) continue;
    const file = join(showsFolder, name);
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(file, "utf8"));
    } catch {
      continue;
    }
    if (!isInOrder(json)) writeFileSync(file, JSON.stringify(inOrder(json), null, 2));
  }
  const ran = spawnSync("biome", ["format", "--write", showsFolder, schemaFile], { stdio: "ignore" });
  if (ran.error) throw ran.error;
}
