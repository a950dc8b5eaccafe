/** Hard input: damaged preferences, huge pages, pages in error. Nothing reaches the page, and the shield goes on. */
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { article, harmless, page, show, spoiler } from "./articles.ts";
import { withDatabase } from "./database.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, clickVeil, texts, until, veils } from "./look.ts";
import { api, inPopup, isOn, notes, say, showSwitch } from "./popup.ts";

const setSnapshot = (popup: Page, value: unknown) =>
  popup.evaluate(`${api}.storage.local.set({ snapshot: ${JSON.stringify(value)} })`);

/** What goes wrong in the page from now on, as the page sees it. */
async function listening(tab: Page, load: () => Promise<unknown>): Promise<string[]> {
  const errors: string[] = [];
  tab.on("pageerror", (error) => errors.push(String(error)));
  await load();
  return errors;
}

const fields = [
  ...[
    "parentNode",
    "parentElement",
    "firstChild",
    "lastChild",
    "nextSibling",
    "previousSibling",
    "childNodes",
  ],
  ...[
    "nodeType",
    "localName",
    "isConnected",
    "shadowRoot",
    "namespaceURI",
    "ownerDocument",
    "style",
    "attributes",
  ],
  ...[
    "closest",
    "contains",
    "matches",
    "querySelector",
    "querySelectorAll",
    "getElementsByTagName",
    "getRootNode",
  ],
  ...[
    "getAttribute",
    "hasAttribute",
    "setAttribute",
    "removeAttribute",
    "append",
    "after",
    "before",
    "remove",
  ],
  ...["children", "firstElementChild", "previousElementSibling", "getClientRects", "textContent"],
];

/** About 5 MB of paragraphs with one spoiler in the middle. */
function huge(sentence: string): string {
  const paragraph = `<p>${sentence.repeat(8)}</p>`;
  const half = paragraph.repeat(Math.ceil(2_500_000 / paragraph.length));
  return article(`<h1>Madoka Magica</h1>${half}<p id="b">I remember it well. ${spoiler}</p>${half}`);
}

eachBrowser((here) => {
  describe("preferences", () => {
    it("sets a damaged row aside, says so in the popup, and goes on", async () => {
      const open = await here.open(here.site.put("damaged", page));
      await until(async () => expect(await veils(open)).toBe(1));
      await inPopup(here.session, async (popup) => {
        await say(popup, { type: "edit", edit: { shows: { "your-name": { state: "watched" } } } });
        await withDatabase(
          popup,
          `const tx = db.transaction("progress", "readwrite");
          tx.objectStore("progress").put({ show: "${show.id}", progress: { state: "eaten" }, updatedAt: "yesterday" });
          tx.oncomplete = done;`,
        );
      });
      await inPopup(here.session, async (popup) => {
        await until(async () => expect(await notes(popup)).toContain("damaged"));
        expect(await isOn(await showSwitch(popup, "Your Name"))).toBe(true);
        const aside = await withDatabase(
          popup,
          `db.transaction("quarantine").objectStore("quarantine").getAll().onsuccess = (e) => done(e.target.result);`,
        );
        expect(aside).toMatchObject([{ table: "progress", row: { progress: { state: "eaten" } } }]);
        expect(await veils(open)).toBe(1);
        // The very show whose row was damaged can be ticked anew.
        await (await showSwitch(popup, show.title)).click();
        await clear(open, "b", spoiler);
        await say(popup, { type: "edit", edit: { shows: { [show.id]: null } } });
      });
      await until(async () => expect(await veils(open)).toBe(1));
    });

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
      await until(async () => expect(await veils(open)).toBe(1));
      const tabs = [open];
      for (const [what, value] of Object.entries(spoilt)) {
        await inPopup(here.session, (popup) => setSnapshot(popup, value));
        const after = await here.open(here.site.put("after", page));
        await until(async () => expect(await veils(after), what).toBe(1));
        expect(await veils(open), what).toBe(1);
        tabs.push(after);
      }
      await inPopup(here.session, (popup) =>
        say(popup, { type: "edit", edit: { shows: { [show.id]: { state: "watched" } } } }),
      );
      // Tabs that are not in front are slow to hear of it.
      for (const tab of tabs) await clear(tab, "b", spoiler, 8000);
      await inPopup(here.session, (popup) =>
        say(popup, { type: "edit", edit: { shows: { [show.id]: null } } }),
      );
    });
  });

  describe("pages", () => {
    for (const [what, sentence] of [
      ["without names", "The weather was mild and the bread had risen well before noon. "],
      ["full of names", "Mami pours tea while Homura, Kyoko and Sayaka watch Madoka draw. "],
    ] as const) {
      it(`stays usable on 5 MB of text ${what}`, async () => {
        const tab = await here.open(here.site.put("empty", "<!doctype html>"));
        const started = Date.now();
        const errors = await listening(tab, () => tab.goto(here.site.put("huge", huge(sentence))));
        console.log(`${here.session.name}, 5 MB ${what}: loaded after ${Date.now() - started} ms`);
        await until(async () => expect((await texts(tab)).b).not.toContain("Charlotte"), 20_000);
        await tab.evaluate("document.querySelector('#b').scrollIntoView({ block: 'center' })");
        await until(async () => expect(await veils(tab)).toBe(1), 20_000);
        console.log(`${here.session.name}, 5 MB ${what}: veiled after ${Date.now() - started} ms`);
        await clickVeil(tab);
        await clear(tab, "b", spoiler, 30_000);
        expect(errors).toEqual([]);
      }, 120_000);
    }

    it("reads what stands in a form whose fields have the names of what a node has, and what comes after it", async () => {
      const tab = await here.open(
        here.site.put("fields", article(`<h1>Madoka Magica</h1><div id="in"></div>`)),
      );
      // Chromium gives a form's fields in front of the node's own, also to extensions; each name by itself, and all at once.
      const forms = [...fields.map((name) => [name]), fields].map(
        (names) =>
          `<form>${names.map((name) => `<input name="${name}">`).join("")}<p>${spoiler}</p>Once more. ${spoiler}</form>`,
      );
      await tab.evaluate(`document.querySelector("#in").innerHTML = ${JSON.stringify(forms.join(""))}`);
      await tab.evaluate(
        `document.querySelector("article").insertAdjacentHTML("beforeend", "<p id=b>${spoiler}</p>")`,
      );
      await until(async () => expect(await veils(tab)).toBe(2 * forms.length + 1), 10_000);
      expect(await tab.evaluate("document.querySelector('article').textContent")).not.toContain("Charlotte");
    });

    it("stands beside a page whose own handlers throw and whose prototypes are spoilt", async () => {
      const broken = page.replace(
        "<head>",
        `<head><script>
          const fail = () => { throw new Error("the page's own"); };
          new MutationObserver(fail).observe(document, { childList: true, subtree: true });
          for (const type of ["DOMContentLoaded", "load", "click", "keydown"]) addEventListener(type, fail, true);
          Element.prototype.attachShadow = Element.prototype.append = Node.prototype.insertBefore = fail;
          CharacterData.prototype.replaceData = CharacterData.prototype.deleteData = fail;
          Array.prototype[Symbol.iterator] = fail;
        </script>`,
      );
      const tab = await here.open(here.site.put("empty", "<!doctype html>"));
      const errors = await listening(tab, () => tab.goto(here.site.put("broken", broken)));
      await until(async () => expect(await veils(tab)).toBe(1));
      await tab.evaluate(
        `(() => {
          const late = document.createElement("p");
          late.id = "late";
          late.textContent = "Sayaka turns into a witch, and Kyoko dies with her in the end.";
          document.querySelector("article").appendChild(late);
          const fine = document.createElement("p");
          fine.id = "fine";
          fine.textContent = ${JSON.stringify(harmless)};
          document.querySelector("article").appendChild(fine);
        })()`,
      );
      await until(async () => expect(await veils(tab)).toBe(2));
      await clickVeil(tab);
      await until(async () => expect(await veils(tab)).toBe(1));
      const text = (id: string) => tab.evaluate(`document.querySelector("#${id}").textContent`);
      expect(await text("b")).toContain(spoiler);
      expect(await text("fine")).toBe(harmless);
      expect(errors.filter((error) => !error.includes("the page's own"))).toEqual([]);
    });
  });
});
