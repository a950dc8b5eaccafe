/** Ways in which a page's text is taken out of it, by the reader, by the browser or by a program. */
import type { Page } from "puppeteer-core";
import { extractText, getDocumentProxy } from "unpdf";
import { inFirefoxWindow } from "../browser/firefox-window.ts";
import type { Session } from "../browser/launch.ts";
import { hiddenWords } from "./leak-page.ts";

export interface TextWay {
  readonly way: string;
  /**
   * What it ends of covers: none, for only the document is read; all for as long as it lasts; or all for good, for who
   * searches needs buttons from then on.
   */
  readonly ends: "nothing" | "for a moment" | "for good";
  /** What comes out. */
  readonly read: (session: Session, page: Page) => Promise<string>;
}

const selectAll = async (page: Page) => {
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
};
const text = (page: Page, expression: string) => page.evaluate(expression) as Promise<string>;

export const textWays: readonly TextWay[] = [
  {
    way: "selected text",
    ends: "for a moment",
    async read(_session, page) {
      await page.mouse.click(600, 5);
      await selectAll(page);
      return text(page, "String(getSelection())");
    },
  },
  {
    way: "text selected by a script",
    ends: "for a moment",
    read: (_session, page) =>
      text(page, "getSelection().selectAllChildren(document.body); String(getSelection())"),
  },
  {
    way: "copy and paste",
    ends: "for a moment",
    async read(_session, page) {
      await page.bringToFront();
      await page.mouse.click(600, 5);
      await selectAll(page);
      await page.keyboard.down("Control");
      await page.keyboard.press("c");
      await page.keyboard.up("Control");
      await page.focus("#draft");
      await page.keyboard.down("Control");
      await page.keyboard.press("v");
      await page.keyboard.up("Control");
      return text(
        page,
        "(() => { const draft = document.querySelector('#draft'), { value } = draft; draft.value = ''; draft.blur(); return value; })()",
      );
    },
  },
  {
    way: "find in page",
    ends: "for good",
    async read(_session, page) {
      // As a reader begins: with the key.
      await page.keyboard.press("F3");
      return text(
        page,
        `["ten years", ...${JSON.stringify(hiddenWords)}].filter((word) => { getSelection().empty(); return find(word, false, false, true); }).join(" ")`,
      );
    },
  },
  {
    way: "accessibility tree",
    ends: "nothing",
    read: (session, page) => accessibilityTree(session, page),
  },
  {
    way: "text of a printed PDF",
    ends: "for a moment",
    async read(_session, page) {
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf()));
      return (await extractText(pdf, { mergePages: true })).text;
    },
  },
  {
    way: "the document, serialised (reader view)",
    ends: "nothing",
    read: (_session, page) => text(page, "new XMLSerializer().serializeToString(document)"),
  },
  {
    way: "text nodes (translation)",
    ends: "nothing",
    read: (_session, page) =>
      text(
        page,
        `(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let all = "";
          while (walker.nextNode()) all += walker.currentNode.data;
          return all;
        })()`,
      ),
  },
  {
    way: "innerText",
    ends: "nothing",
    read: (_session, page) => text(page, "document.body.innerText"),
  },
];

/** What a screen reader is given. */
async function accessibilityTree({ name, browser }: Session, page: Page): Promise<string> {
  if (name === "firefox") {
    await page.bringToFront();
    return inFirefoxWindow(
      browser,
      `(async () => {
        const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
        const names = [];
        const walk = (node) => {
          if (node.name) names.push(node.name);
          for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
        };
        // It is built in the other process, and arrives in pieces.
        for (let tries = 0; tries < 40 && !names.join().includes("ten years"); tries++) {
          await new Promise((done) => setTimeout(done, 50));
          names.length = 0;
          const outer = service.getAccessibleFor(gBrowser.selectedBrowser);
          if (outer) walk(outer);
        }
        return names.join("\\n");
      })()`,
    );
  }
  const client = await page.createCDPSession();
  await client.send("Accessibility.enable");
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  return nodes.map((node) => node.name?.value ?? "").join("\n");
}
