/**
 * Hard input: damaged preferences, forms that look like nodes, pages in error. Nothing reaches the page, and the shield
 * goes on.
 */
import { describe, expect, it } from "vitest";
import { article, harmless, page, show, spoiler } from "./articles.ts";
import { withDatabase } from "./database.ts";
import { eachBrowser, ownBrowser } from "./each-browser.ts";
import { clear, clickVeil, errorsOf, until, veiled, veils } from "./look.ts";
import { inPopup, isOn, notes, say, showSwitch } from "./popup.ts";
import { inExtension } from "./tell.ts";

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

/** What is asked of a document. */
const properties = [
  ...[
    "activeElement",
    "adoptNode",
    "adoptedStyleSheets",
    "body",
    "contentType",
    "createElement",
    "createRange",
  ],
  ...[
    "createTextNode",
    "createTreeWalker",
    "defaultView",
    "designMode",
    "documentElement",
    "head",
    "implementation",
  ],
  ...[
    "querySelector",
    "querySelectorAll",
    "readyState",
    "timeline",
    "title",
    "URL",
    "addEventListener",
    "nodeType",
  ],
];
/** The same, asked past the names. */
const ofDocument = (name: string, argument: string) =>
  `Document.prototype.${name}.call(document, ${JSON.stringify(argument)})`;
const veilsThere = `${ofDocument("querySelectorAll", "spoiler-veil")}.length`;

eachBrowser((here) => {
  describe("preferences", () => {
    it("sets a damaged row aside, says so in the popup, and goes on", async () => {
      const open = await here.open(here.site.put("damaged", page));
      await veiled(open);
      await inExtension(here.session, async (own) => {
        await say(own, { type: "edit", edit: { shows: { "your-name": { state: "watched" } } } });
        await withDatabase(
          own,
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
  });

  describe("pages", () => {
    it("reads what stands in a form whose fields have the names of what a node has, and what comes after it", async () => {
      const tab = await here.open(
        here.site.put("fields", article(`<h1>Madoka Magica</h1><div id="in"></div>`)),
      );
      // Chromium gives a form's fields in front of the node's own, also to extensions; each name by itself, and all at
      // once.
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

    it("asks nothing of pictures and forms that have the names of what a document has", async () => {
      // To the page they are what it gets for `document.createElement`.
      const names = properties.map((name) => `<img name="${name}"><form name="${name}"></form>`).join("");
      const tab = await here.open(here.site.put("names", page.replace("<article>", `<article>${names}`)));
      expect(await tab.evaluate("typeof document.createElement")).not.toBe("function");
      await tab.keyboard.press("F3");
      await until(async () => expect(await tab.evaluate(veilsThere)).toBe(1));
      await tab.evaluate(`${ofDocument("querySelector", "#a")}.append(" " + ${JSON.stringify(spoiler)})`);
      await until(async () => expect(await tab.evaluate(veilsThere)).toBe(2));
      expect(await tab.evaluate(`${ofDocument("querySelector", "article")}.textContent`)).not.toContain(
        "Charlotte",
      );
    });

    it("stands beside a page whose own handlers throw", async () => {
      const broken = page.replace(
        "<head>",
        `<head><script>
          const fail = () => { throw new Error("the page's own"); };
          new MutationObserver(fail).observe(document, { childList: true, subtree: true });
          for (const type of ["DOMContentLoaded", "load", "click", "keydown"]) addEventListener(type, fail, true);
        </script>`,
      );
      const tab = await here.open(here.site.put("empty", "<!doctype html>"));
      const errors = errorsOf(tab);
      await tab.goto(here.site.put("broken", broken));
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
}, ownBrowser);
