/** An extension that is broken itself: no page suffers for it, and what still works goes on. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { article, page, show, spoiler } from "./articles.ts";
import { eachBrowser, type Here } from "./each-browser.ts";
import { clear, clickVeil, covers, errorsOf, search, texts, until, veiled } from "./look.ts";
import { inPopup, notes } from "./popup.ts";
import { tell } from "./tell.ts";

const script = "shield.js";
/** A table of the catalog, as it ships. */
const table = /\/\*([^*]{10000,})\*\//g;

const rewrite = (change: (code: string) => string) => (folder: string) => {
  const file = join(folder, script);
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${script} is not what it was: nothing could be broken in it`);
  writeFileSync(file, after);
};

/** Loads the page; what it got to know of our troubles. */
async function load(here: Here, name: string) {
  const tab = await here.open(here.site.put("empty", "<!doctype html>"));
  const errors = errorsOf(tab);
  await tab.evaluateOnNewDocument("window.errors = 0; addEventListener('error', () => window.errors++)");
  await tab.goto(here.site.put(name, page));
  return { tab, errors: async () => [...errors, ...((await tab.evaluate("window.errors")) ? ["seen"] : [])] };
}

const tables: Record<string, (code: string) => string> = {
  "of which half is missing": (code) =>
    code.replace(table, (_, text: string) => `/*${text.slice(0, text.length / 8)}*/`),
  "that is garbage": (code) =>
    code.replace(table, (_, text: string) => `/*${"?!".repeat(text.length / 2)}*/`),
};
for (const [what, change] of Object.entries(tables))
  describe(`a catalog ${what}`, () => {
    eachBrowser(
      (here) => {
        it("leaves pages as they are, and the popup says so", async () => {
          const { tab, errors } = await load(here, "catalog");
          // Everything would be hidden by now.
          await search(tab);
          await new Promise((r) => setTimeout(r, 500));
          await clear(tab, "b", spoiler);
          expect(await errors()).toEqual([]);
          await inPopup(here.session, (popup) =>
            until(async () => expect(await notes(popup)).toContain("could not be read")),
          );
          // What comes later harms nobody either.
          await tab.evaluate(`document.querySelector("#b").append(${JSON.stringify(spoiler)})`);
          await new Promise((r) => setTimeout(r, 500));
          expect(await covers(tab)).toBe(0);
          expect(await errors()).toEqual([]);
        });
      },
      { change: rewrite(change), seldom: "chromium" },
    );
  });

const storages: Record<string, string> = {
  throws: `for (const api of [globalThis.browser, globalThis.chrome]) if (api?.storage) Object.defineProperty(api.storage.local, "get", { value() { throw new Error("storage") } });`,
  "never answers": `for (const api of [globalThis.browser, globalThis.chrome]) if (api?.storage) Object.defineProperty(api.storage.local, "get", { value() {} });`,
  "is not there": `for (const api of [globalThis.browser, globalThis.chrome]) if (api?.storage) Object.defineProperty(api.storage, "local", { get() { throw new Error("storage") } });`,
};
for (const [what, code] of Object.entries(storages))
  describe(`storage that ${what}`, () => {
    eachBrowser(
      (here) => {
        it("veils as if nothing had been watched, whatever has been, and reveals", async () => {
          await tell(here.session, { type: "edit", edit: { shows: { [show.id]: { state: "watched" } } } });
          const { tab, errors } = await load(here, "storage");
          await veiled(tab);
          expect((await texts(tab)).b).not.toContain("Charlotte");
          await clickVeil(tab);
          await clear(tab, "b", spoiler);
          await tab.goto(here.site.put("other", article("<h1>Bread</h1><p id='b'>It rises.</p>")));
          await clear(tab, "b", "It rises.");
          expect(await errors()).toEqual([]);
        });
      },
      { change: rewrite((before) => `try { ${code} } catch {}\n${before}`), seldom: "chromium" },
    );
  });
