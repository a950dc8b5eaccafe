// @vitest-environment happy-dom
/** What is never touched: what the reader writes, fields, code. */
import { afterEach, expect, test } from "vitest";
import { openPage, type Page, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => page.stop());

test("never touched: drafts, fields, code, scripts", async () => {
  const html =
    '<div contenteditable="true">Mami dies. <p>Mami dies.</p></div><textarea>Mami dies.</textarea>' +
    '<div role="textbox">Mami dies.</div><div class="x monaco-editor"><div title="Mami dies.">Mami dies.</div></div>' +
    '<div class="ace_editor"><p>Mami dies.</p></div><div class="CodeMirror"><pre>Mami dies.</pre></div>' +
    "<select><option>Mami dies.</option></select><pre><code>Mami dies.</code></pre><p>See <code>Mami dies.</code></p>" +
    "<script type='x'>Mami dies.</script><style>/* Mami dies. */</style><template><p>Mami dies.</p></template>";
  page = openPage(html);
  const before = document.createElement("body");
  before.innerHTML = html;
  expect(document.body.innerHTML).toBe(before.innerHTML);
  // Nor what is written there later.
  for (const root of [document.body, before])
    for (const editor of root.querySelectorAll("div"))
      editor.append("Homura dies. ", root.querySelector("p")!.cloneNode(true));
  await page.turn();
  expect(document.body.innerHTML).toBe(before.innerHTML);
});

test("what comes into a list of options, or stands in for a video, is let be as well", async () => {
  page = openPage("<datalist></datalist><video title='Mami dies.'></video><meter></meter>");
  for (const element of document.body.children) {
    element.append(document.createElement("option"));
    await page.turn();
    element.firstElementChild?.append("Mami dies.");
  }
  await page.turn();
  expect(veils()).toHaveLength(0);
  expect(document.querySelector("video")?.title).toBe("Spoiler hidden");
});

test("what becomes a draft is the reader's own from then on, and shielded again when it is none any more", async () => {
  const html = "<div><p>One. Mami dies. Two.</p></div>";
  page = openPage(html);
  const box = document.querySelector("div") as HTMLElement;
  box.setAttribute("contenteditable", "true");
  await page.turn();
  expect(box.innerHTML).toBe("<p>One. Mami dies. Two.</p>");
  box.append("Homura dies.");
  (box.querySelector("p")?.firstChild as Text).data = "Sayaka dies.";
  await page.turn();
  expect(veils()).toHaveLength(0);
  expect(box.textContent).toBe("Sayaka dies.Homura dies.");
  box.removeAttribute("contenteditable");
  await page.turn();
  expect(visibleText()).toBe("");
});

test("of a line only what becomes a draft is given back, wherever in the line it stands", async () => {
  for (const html of [
    "<p>Note: <span>Mami dies.</span> Homura dies.</p>",
    "<p><span>Mami dies.</span> Homura dies.</p>",
    "<p>Note: Homura dies. <b>So. <span>Mami dies.</span></b></p>",
    "<p>Note: Homura <span>surely dies.</span></p>",
  ])
    for (const settle of [true, false]) {
      page = openPage(html, { settle });
      const draft = document.querySelector("span") as HTMLElement;
      draft.setAttribute("contenteditable", "true");
      await page.turn();
      page.clock.pass(5000);
      expect(draft.innerHTML).toBe(/>([^<>]*)<\/span>/.exec(html)?.[1]);
      expect(visibleText()).not.toContain("Homura dies");
      draft.removeAttribute("contenteditable");
      await page.turn();
      page.clock.pass(5000);
      expect(visibleText()).not.toContain("dies");
      page.shield.revealAll();
      expect(document.body.innerHTML).toBe(html);
      page.stop();
    }
});

test("a document that becomes an editor is the reader's own once the caret is put there, and shielded again afterwards", () => {
  page = openPage("<p>One. Mami dies.</p>");
  const html = "<p>One. Mami dies.</p>";
  for (const [mode, count] of [
    ["on", 0],
    ["off", 1],
  ] as const) {
    Object.defineProperty(document, "designMode", { value: mode, configurable: true });
    document.dispatchEvent(new Event("selectionchange"));
    expect(veils()).toHaveLength(count);
    expect(document.body.innerHTML === html).toBe(mode === "on");
  }
  Reflect.deleteProperty(document, "designMode");
});

test("a document that is an editor as a whole is left alone", () => {
  Object.defineProperty(document, "designMode", { value: "on", configurable: true });
  page = openPage("<p>Mami dies.</p>");
  expect(document.body.innerHTML).toBe("<p>Mami dies.</p>");
  Reflect.deleteProperty(document, "designMode");
});
