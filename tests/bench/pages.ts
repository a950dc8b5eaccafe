/**
 * How soon the extension's own pages can be used by somebody with every show on the list and as many rules as can be
 * kept, and how long a long list takes to be read. Beside an extension page that holds nothing, for opening a page
 * takes a time of its own.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { mostRules, type Rule } from "../../lib/catalog/rule.ts";
import { built, launch, type Session } from "../browser/launch.ts";
import { say } from "../browser/popup.ts";
import { malFile } from "../unit/exchange/fixtures.ts";
import { figure, show, table } from "./measure.ts";

/** Of each page the first row whose controls answer. */
const pages = [
  ["nothing.html", "p"],
  ["popup.html", ".shows [role=switch]"],
  ["options.html#shows", ".virtual select"],
  ["options.html#rules", ".virtual button"],
] as const;

const entries = 5_000;

const ids = readdirSync(new URL("../../data/shows/", import.meta.url)).map((f) => f.replace(".json", ""));

/** Every show and every rule that there can be. */
async function fill(session: Session): Promise<void> {
  const shows = Object.fromEntries(ids.map((id) => [id, { state: "watched" } as const]));
  const rules: Record<string, Rule> = {};
  for (let i = 0; i < mostRules; i++)
    rules[i] = { id: String(i), kind: i % 3 ? "name" : "phrase", text: `the keeper of lighthouse ${i}` };
  const page = await session.openExtensionPage("popup.html");
  await say(page, { type: "edit", edit: { shows } }, { type: "edit", edit: { rules } });
  await page.close();
}

/**
 * Milliseconds from the navigation's start until the frame with the row has been drawn and its script has come to rest.
 */
async function open(page: Page): Promise<number> {
  await page.bringToFront();
  await page.reload();
  return (await (await page.waitForFunction("window.usable")).jsonValue()) as number;
}

async function prepare(session: Session, path: string, row: string): Promise<Page> {
  const page = await session.openExtensionPage(path);
  await page.evaluateOnNewDocument(`{
    const seen = () => document.querySelector(${JSON.stringify(row)});
    const look = () => seen() ? setTimeout(() => { window.usable = performance.now(); }) : requestAnimationFrame(look);
    requestAnimationFrame(look);
  }`);
  return page;
}

/** Milliseconds from choosing a file to the preview of what it changes. */
async function read(page: Page, file: string): Promise<number> {
  await page.bringToFront();
  await page.reload();
  const input = await page.waitForSelector("input[type=file]");
  const start = performance.now();
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await page.waitForSelector(".preview", { timeout: 60_000 });
  return performance.now() - start;
}

/** A report in Markdown. The pages take turns, in another order each round. */
export async function pagesReport(rounds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-bench-"));
  const list = join(folder, "list.xml");
  const entry = (i: number) => ({
    id: i + 1,
    title: `A show of ${i}`,
    episodes: 12,
    watched: i % 13,
    status: "Watching",
  });
  writeFileSync(list, malFile(Array.from({ length: entries }, (_, i) => entry(i))));
  const nothing = join(built.chromium, pages[0][0]);
  writeFileSync(nothing, '<!doctype html><html lang="en"><title>Nothing</title><p>Nothing</p></html>');
  const session = await launch("chromium");
  try {
    await fill(session);
    const opened = await Promise.all(pages.map(([path, row]) => prepare(session, path, row)));
    const taken = pages.map(() => [] as number[]);
    // The first round warms the browser's caches, as any use of it before would have.
    for (let round = 0; round <= rounds; round++)
      for (let i = 0; i < pages.length; i++) {
        const k = (i + round) % pages.length;
        const ms = await open(opened[k]!);
        if (round > 0) taken[k]!.push(ms);
      }
    const lists = await session.openExtensionPage("options.html#lists");
    const reading: number[] = [];
    for (let round = 0; round < Math.min(rounds, 7); round++) reading.push(await read(lists, list));
    const row = (name: string, times: readonly number[]) => [
      name,
      show(figure(times)),
      Math.min(...times).toFixed(0),
    ];
    return [
      [
        `${await session.browser.version()}; ${ids.length} shows on the list, ${mostRules} rules; the background is`,
        "awake. Milliseconds from the navigation's start to the first frame with a row that can be used: median",
        "(quartiles), and the fastest, which the rest of the machine has disturbed least.",
      ].join("\n"),
      table(
        ["page", "usable after", "fastest"],
        [
          row("an extension page with nothing in it", taken[0]!),
          row("popup", taken[1]!),
          row("options, shows", taken[2]!),
          row("options, rules", taken[3]!),
          row(`MyAnimeList export of ${entries.toLocaleString("en")} entries, to the preview`, reading),
        ],
      ),
    ].join("\n\n");
  } finally {
    await session.close();
    rmSync(nothing);
    rmSync(folder, { recursive: true });
  }
}
