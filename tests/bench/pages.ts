/**
 * `npm run bench:pages`: how soon popup and options page can be used by somebody with every show on the list and as many
 * rules as can be kept. From the navigation's start to the first frame with a row whose controls answer; the worker is
 * awake. Milliseconds, of ten times the median and the slowest.
 */
import { readdirSync } from "node:fs";
import { mostRules, type Rule } from "../../lib/catalog/rule.ts";
import { launch } from "../browser/launch.ts";
import { say } from "../browser/popup.ts";

const times = 10;
const pages = [
  ["popup.html", ".shows [role=switch]"],
  ["options.html#shows", ".virtual select"],
  ["options.html#rules", ".virtual button"],
] as const;

const ids = readdirSync(new URL("../../data/shows/", import.meta.url)).map((f) => f.replace(".json", ""));
const shows = Object.fromEntries(ids.map((id) => [id, { state: "watched" } as const]));
const rules: Record<string, Rule> = {};
for (let i = 0; i < mostRules; i++)
  rules[i] = { id: String(i), kind: i % 3 ? "name" : "phrase", text: `the keeper of lighthouse ${i}` };

const session = await launch("chromium");
const first = await session.openExtensionPage("popup.html");
await say(first, { type: "edit", edit: { shows } }, { type: "edit", edit: { rules } });
console.log(`${ids.length} shows, ${mostRules} rules`);
for (const [path, row] of pages) {
  const page = await session.openExtensionPage(path);
  await page.evaluateOnNewDocument(`{
    const seen = () => document.querySelector(${JSON.stringify(row)});
    const look = () => seen() ? setTimeout(() => { window.usable = performance.now(); }) : requestAnimationFrame(look);
    requestAnimationFrame(look);
  }`);
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    await page.reload();
    const handle = await page.waitForFunction("window.usable");
    taken.push((await handle.jsonValue()) as number);
  }
  await page.close();
  taken.sort((a, b) => a - b);
  const [median, slowest] = [taken[times / 2]!, taken.at(-1)!];
  console.log(`${path}: ${median.toFixed(0)} ms (slowest ${slowest.toFixed(0)})`);
}
await session.close();
