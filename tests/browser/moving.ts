/** Opens pages that are about to move, and watches that nothing hidden is seen on them meanwhile. */
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { article, harmless, spoiler } from "./articles.ts";
import type { Here } from "./each-browser.ts";
import { exposed, watchFor } from "./exposure.ts";
import { search, until } from "./look.ts";

export const head = `<h1>Madoka Magica</h1><p>${harmless}</p>`;
export const rest = (ms: number) => new Promise((r) => setTimeout(r, ms));
/** The spoiler as a script writes it. */
export const said = JSON.stringify(spoiler);

/** Opens the page, watches for "Charlotte" in every frame, and puts an end to its settling. */
export const opens =
  (here: Here) =>
  async (name: string, body: string): Promise<Page> => {
    const p = await here.open(here.site.put("empty", "<!doctype html>"));
    await watchFor(p, "Charlotte");
    await p.goto(here.site.put(name, article(head + body)));
    await search(p);
    return p;
  };

/** Nothing has been shown in all the frames until now, of which there have to be some. */
export async function unseen(p: Page, least = 20): Promise<void> {
  await until(async () => expect((await exposed(p)).frames).toBeGreaterThan(least));
  expect((await exposed(p)).exposed).toBe(0);
}
