/** What `npm start -- --headless` prints. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { explain } from "../../demo/explain.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../demo/pages/${name}.html`, import.meta.url), "utf8");

it.each([
  ["thread", "rip Sasha", "Attack on Titan"],
  ["spanish", "Mami muere", "Puella Magi Madoka Magica"],
  ["japanese", "煉獄杏寿郎は", "Demon Slayer"],
])("the demo's %s says what is veiled, and why", async (name, words, show) => {
  const lines = await explain(read(name), `http://127.0.0.1/${name}`);
  const at = lines.findIndex((line) => line.startsWith(`  veiled: ${words}`));
  expect(lines[at + 1]).toContain(`why: the sentence names somebody of ${show}`);
});
