// @vitest-environment happy-dom
/** Elements that draw themselves anew, at once, when a label of theirs is written. */
import { afterEach, expect, test } from "vitest";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { openPage, type Page, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

/** The title, and a spoiler beneath it, in the element itself or in a shadow tree. */
class Card extends HTMLElement {
  static observedAttributes = ["title"];
  readonly root: Element | ShadowRoot =
    this.localName === "news-card" ? this : this.attachShadow({ mode: "open" });
  connectedCallback() {
    this.attributeChangedCallback();
  }
  attributeChangedCallback() {
    this.root.innerHTML = `<h3>${this.title}</h3><p>Mami dies.</p>`;
  }
}
customElements.define("news-card", Card);
customElements.define("shadow-card", class extends Card {});

const card = () => document.body.firstElementChild as Card;
const shown = () => [...card().root.childNodes].map((node) => visibleText(node)).join("");

test("one is read again when a label that the page has written is hidden", async () => {
  page = openPage('<news-card title="Tea"></news-card>');
  card().title = "A twist!";
  await page.turn();
  expect(shown()).toBe("Spoiler hidden");
});

test.each(["news-card", "shadow-card"])("%s is read again when its label is shown, and hidden", (name) => {
  page = openPage(`<${name} title="A twist!"></${name}>`);
  expect(shown()).toBe("Spoiler hidden");
  page.shield.update({ ...closedSnapshot, shows: { y: { state: "watched" } } }, true);
  expect(shown()).toBe("A twist!");
  page.shield.update(closedSnapshot, true);
  expect(shown()).toBe("Spoiler hidden");
  page.shield.revealAll();
  expect(shown()).toBe("A twist!Mami dies.");
});
