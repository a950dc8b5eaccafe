/**
 * What takes long in any browser: megabytes of text, and a page for each thing that can stand in place of the snapshot.
 */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, page, show, spoiler } from "./articles.ts";
import { eachBrowser, soak } from "./each-browser.ts";
import { clear, clickVeil, errorsOf, texts, until, veiled, veils } from "./look.ts";
import { api, inPopup, say } from "./popup.ts";

const setSnapshot = (popup: Page, value: unknown) =>
  popup.evaluate(`${api}.storage.local.set({ snapshot: ${JSON.stringify(value)} })`);

/** What a browser can still be waited for; 5 MB take 6 to 20 s, by the machine's mood. */
const megabytes = soak ? 5 : 1;

/** So many megabytes of paragraphs with one spoiler in the middle. */
function huge(sentence: string): string {
  const paragraph = `<p>${sentence.repeat(8)}</p>`;
  const half = paragraph.repeat(Math.ceil((megabytes * 500_000) / paragraph.length));
  return article(`<h1>Madoka Magica</h1>${half}<p id="b">I remember it well. ${spoiler}</p>${half}`);
}

const manyNames = "Mami pours tea while Homura, Kyoko and Sayaka watch Madoka draw. ";
const none = "The weather was mild and the bread had risen well before noon. ";

eachBrowser(
  (here) => {
    it("keeps pages veiled whatever stands in place of their snapshot, and the next choice mends it", async () => {
      const watched = { [show.id]: { state: "watched" } };
      const spoilt = {
        "a word": "garbage",
        nothing: null,
        "a list": [1, 2, 3],
        "another version": { version: 99, revision: 1e6, shows: watched, sitesOff: [], level: "balanced" },
        "a revision that is none": { version: 1, revision: "many", shows: watched },
        "fields of the wrong kind": { version: 1, revision: 1e6, shows: "all", sitesOff: 7, level: {} },
      };
      const open = await here.open(here.site.put("before", page));
      await veiled(open);
      const tabs = [open];
      await inPopup(here.session, async (popup) => {
        for (const [what, value] of Object.entries(spoilt)) {
          await setSnapshot(popup, value);
          const after = await here.open(here.site.put("after", page));
          await veiled(after);
          expect(await veils(open), what).toBe(1);
          tabs.push(after);
        }
        await say(popup, { type: "edit", edit: { shows: { [show.id]: { state: "watched" } } } });
        // Tabs that are not in front are slow to hear of it.
        for (const tab of tabs) await clear(tab, "b", spoiler, 8000);
        await say(popup, { type: "edit", edit: { shows: { [show.id]: null } } });
      });
    });

    // Whoever bears the names bears the text without them.
    for (const sentence of soak ? [manyNames, none] : [manyNames]) {
      const what = `${megabytes} MB of text ${sentence === none ? "without names" : "full of names"}`;
      it(`stays usable on ${what}`, async () => {
        const tab = await here.open(here.site.put("empty", "<!doctype html>"));
        const started = Date.now();
        const errors = errorsOf(tab);
        await tab.goto(here.site.put("huge", huge(sentence)));
        console.log(`${here.session.name}, ${what}: loaded after ${Date.now() - started} ms`);
        await until(async () => expect((await texts(tab)).b).not.toContain("Charlotte"), 20_000);
        await tab.evaluate("document.querySelector('#b').scrollIntoView({ block: 'center' })");
        await until(async () => expect(await veils(tab)).toBe(1), 20_000);
        console.log(`${here.session.name}, ${what}: veiled after ${Date.now() - started} ms`);
        await clickVeil(tab);
        await clear(tab, "b", spoiler, 30_000);
        expect(errors).toEqual([]);
      });
    }
  },
  { seldom: "firefox" },
);
