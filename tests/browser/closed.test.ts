/**
 * Ways into a closed root: what stands in a veil names the show, and in Firefox holds the text. A page that defines
 * elements by our names, and asks everything that gives out nodes, gets none of ours, and what it hides stays hidden.
 */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, show, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import type { BrowserName } from "./find.ts";
import { clickVeil, errorsOf, texts, until, veiled, veils } from "./look.ts";

/** What the class of a page's own does with each of our elements. */
const grasps = {
  "asks for its internals": "this.internals = this.attachInternals();",
  "puts a root of its own there first": `if (this.localName === "spoiler-veil") try { this.own = this.attachShadow({ mode: "open" }); } catch {}`,
  "will not be made": `throw new Error("the page's own");`,
} as const;

/** Notes each node that is in a shadow tree, by the way on which it was got. */
const grasp = (how: string) => `
  const grasped = new Set();
  let made = 0;
  const note = (way, node) => {
    try {
      if (node instanceof Node && node.getRootNode() instanceof ShadowRoot) grasped.add(way + ": " + (node.localName ?? node.nodeName));
    } catch {}
  };
  for (const tag of ["spoiler-veil", "spoiler-shield"])
    customElements.define(tag, class extends HTMLElement {
      static observedAttributes = ["data-n", "style", "class", "data-spoiler-cover"];
      constructor() { super(); made++; ${how} }
      connectedCallback() { this.look(); }
      attributeChangedCallback() { this.look(); }
      look() { note("internals", this.internals?.shadowRoot); note("root", this.shadowRoot !== this.own && this.shadowRoot); }
    });
  const nodesOf = ["target", "relatedTarget", "originalTarget", "explicitOriginalTarget", "rangeParent", "srcElement", "fromElement", "toElement", "source", "submitter"];
  const listen = (of) => {
    for (const type of ["pointerover", "pointermove", "pointerdown", "mousedown", "mouseup", "mousemove", "mouseover", "mouseout", "click", "dblclick", "contextmenu", "focus", "focusin", "blur", "focusout", "keydown", "keyup", "animationstart", "animationend", "transitionrun", "selectionchange", "selectstart", "slotchange", "toggle", "beforetoggle", "wheel"])
      of.addEventListener(type, (event) => {
        for (const name of nodesOf) { let node; try { node = event[name]; } catch {} note(type + "." + name, node); }
        for (const node of event.composedPath()) note(type + ".composedPath", node);
        look();
      }, true);
  };
  const look = () => {
    for (const { effect } of document.getAnimations()) note("getAnimations", effect?.target);
    note("activeElement", document.activeElement);
    const selection = getSelection();
    for (const name of ["anchorNode", "focusNode", "baseNode", "extentNode"]) note("selection", selection[name]);
    for (const veil of document.querySelectorAll("spoiler-veil")) {
      note("internals", veil.internals?.shadowRoot);
      note("root", veil.shadowRoot !== veil.own && veil.shadowRoot);
      for (const node of veil.childNodes) note("children", node);
      for (const { left, top, width, height } of veil.getClientRects()) {
        const at = [left + Math.min(width / 2, 20), top + height / 2];
        for (const node of document.elementsFromPoint(...at)) note("elementsFromPoint", node);
        note("caretPositionFromPoint", document.caretPositionFromPoint?.(...at)?.offsetNode);
        note("caretRangeFromPoint", document.caretRangeFromPoint?.(...at)?.startContainer);
      }
    }
  };
  listen(window);
  for (const type of ["event", "first-input", "layout-shift", "largest-contentful-paint", "element", "paint"])
    try {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const name of ["target", "element", "node"]) note(type + "." + name, entry[name]);
          for (const { node } of entry.sources ?? []) note(type + ".sources", node);
        }
      }).observe({ type, buffered: true, durationThreshold: 16 });
    } catch {}
  setInterval(look, 50);
`;

const body = `<h1>Ten years on</h1><p id="b">I remember. ${spoiler} Good night.</p><p>So it was.</p>`;
/** What Firefox says of each event, whatever is closed: docs/security.md has it among what cannot be stopped. */
const firefoxTells = /\.(originalTarget|explicitOriginalTarget|rangeParent): /;
const graspedBy = async (tab: Page, name: BrowserName) =>
  ((await tab.evaluate("[...grasped]")) as string[]).filter(
    (way) => name !== "firefox" || !firefoxTells.test(way),
  );

eachBrowser((here) => {
  it.each(
    Object.keys(grasps) as (keyof typeof grasps)[],
  )("gives nothing of a veil to a page whose class for it %s", async (way) => {
    const tab = await here.open(here.site.put("empty", "<!doctype html>"));
    const errors = errorsOf(tab);
    const html = article(body, "Madoka Magica").replace(
      "<head>",
      `<head><script>${grasp(grasps[way])}</script>`,
    );
    await tab.goto(here.site.put("grasping", html));
    await veiled(tab);
    expect(await tab.evaluate("made")).toBeGreaterThan(0);
    expect((await texts(tab)).b).not.toContain("Charlotte");

    // Somebody points at it until its label has come, goes there by Tab, and asks why.
    const { x, y } = (await tab.evaluate(
      `(({ left: x, top: y }) => ({ x, y }))(document.querySelector("spoiler-veil").getClientRects()[0])`,
    )) as { x: number; y: number };
    await tab.mouse.move(x + 30, y + 8);
    await new Promise((done) => setTimeout(done, 600));
    await tab.mouse.move(x + 36, y + 8);
    expect(await tab.evaluate(`document.body.innerText.includes(${JSON.stringify(show.title)})`)).toBe(false);
    await tab.mouse.click(x + 30, y + 8, { button: "right" });
    await tab.keyboard.press("Escape");
    await tab.mouse.move(5, 5);
    for (const key of ["Tab", "Tab", "Tab", "Escape"] as const) await tab.keyboard.press(key);
    await new Promise((done) => setTimeout(done, 300));

    expect(await veils(tab)).toBe(1);
    await clickVeil(tab);
    await until(async () => expect((await texts(tab)).b).toContain(spoiler));
    expect(await graspedBy(tab, here.session.name)).toEqual([]);
    expect(errors.filter((error) => !error.includes("the page's own"))).toEqual([]);
  });
});
