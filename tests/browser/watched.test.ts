/** What ticking does to pages: how soon, and that with everything watched nothing is hidden. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Progress } from "../../lib/catalog/progress.ts";
import { page, show, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, covers, until, veiled, veils } from "./look.ts";
import { inPopup, say, showSwitch } from "./popup.ts";
import { tell } from "./tell.ts";

const demo = fileURLToPath(new URL("../demo/pages/", import.meta.url));
const demoPages = readdirSync(demo).filter((file) => file.endsWith(".html"));
const shows = readdirSync(new URL("../../data/shows/", import.meta.url)).map((f) => f.replace(".json", ""));
const set = (progress: Progress | null, ...ids: string[]) =>
  ({ type: "edit", edit: { shows: Object.fromEntries(ids.map((id) => [id, progress])) } }) as const;
const unwatched = set(null, show.id);

eachBrowser(
  (here) => {
    it("clears open tabs within a moment of the tick", async () => {
      const tabs = [
        await here.open(here.site.put("first", page)),
        await here.open(here.site.put("second", page)),
      ];
      for (const tab of tabs) {
        await veiled(tab);
        await tab.evaluate(`new MutationObserver(() => {
        if (!document.querySelector("spoiler-veil")) window.cleared ??= Date.now();
      }).observe(document, { childList: true, subtree: true })`);
      }
      await inPopup(here.session, async (popup) => {
        const toggle = await showSwitch(popup, show.title);
        await popup.evaluate("addEventListener('click', () => { window.clicked = Date.now(); }, true)");
        await toggle.click();
        for (const tab of tabs) await clear(tab, "b", spoiler);
        const clicked = (await popup.evaluate("window.clicked")) as number;
        for (const tab of tabs) {
          const after = ((await tab.evaluate("window.cleared")) as number) - clicked;
          console.log(`${here.session.name}: an open tab followed ${after} ms after the click`);
          // The aim is 200 ms; a machine that runs other things besides must not make this red.
          expect(after).toBeLessThan(1000);
        }
        await say(popup, unwatched);
      });
    });

    it("clears the tabs that it has not shown for a while, too: back from the page cache", async () => {
      const tab = await here.open(here.site.put("cached", page));
      await veiled(tab);
      await tab.goto(here.site.put("elsewhere", "<!doctype html><title>Elsewhere</title><p>Nothing."));
      await tell(here.session, set({ state: "watched" }, show.id));
      // Not `goBack`: for Firefox it waits for a load, and there is none.
      await tab.evaluate("history.back()");
      await clear(tab, "b", spoiler);
      await tell(here.session, unwatched);
    });

    it("hides nothing at all from somebody who has watched everything", async () => {
      const state = await tell(here.session, set({ state: "watched" }, ...shows));
      expect(Object.keys(state.shows)).toHaveLength(shows.length);
      for (const file of demoPages) {
        const tab = await here.open(here.site.put(file, readFileSync(demo + file, "utf8")));
        const bare = readFileSync(demo + file, "utf8").replace(/\s+/g, "");
        await new Promise((r) => setTimeout(r, 800));
        // A page that is still being read is covered meanwhile.
        await until(async () => expect((await veils(tab)) + (await covers(tab)), file).toBe(0), 10_000);
        const paragraphs = (await tab.evaluate(
          "[...document.querySelectorAll('main p')].map((p) => p.innerHTML)",
        )) as string[];
        for (const text of paragraphs) expect(bare).toContain(text.replace(/\s+/g, ""));
      }
    });
  },
  { seldom: "chromium" },
);
