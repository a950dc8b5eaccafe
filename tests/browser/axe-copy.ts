/**
 * Pages with covers and veils in the eyes of axe-core, the insides of our closed roots as well. No page can see them, a
 * debugger can: axe is given a copy of the page as it stands at one moment, with all roots open and no script in it,
 * where there is no extension. In Chromium alone.
 */
import type { CDPSession, Page } from "puppeteer-core";
import { violations } from "./axe.ts";
import { type Ours, oursOf } from "./axe-exceptions.ts";
import type { Session } from "./launch.ts";
import { until } from "./look.ts";

interface Protocol {
  readonly backendNodeId: number;
  readonly shadowRootType?: "closed" | "open" | "user-agent";
  readonly children?: readonly Protocol[];
  readonly shadowRoots?: readonly Protocol[];
  readonly contentDocument?: Protocol;
}

/** All roots but those of the browser's own controls. */
function rootsIn(node: Protocol): Protocol[] {
  const inside = [node.children, node.shadowRoots, node.contentDocument].flat().flatMap((each) => each ?? []);
  const own = node.shadowRootType === "closed" || node.shadowRootType === "open";
  return [...(own ? [node] : []), ...inside.flatMap(rootsIn)];
}

/** Gives each root to the frame that it stands in. */
async function handRoots(debug: CDPSession): Promise<void> {
  const { root } = (await debug.send("DOM.getDocument", { depth: -1, pierce: true })) as { root: Protocol };
  await Promise.all(
    rootsIn(root).map(async ({ backendNodeId }) => {
      const { object } = await debug.send("DOM.resolveNode", { backendNodeId });
      await debug.send("Runtime.callFunctionOn", {
        objectId: object.objectId as string,
        functionDeclaration:
          "function () { (this.ownerDocument.defaultView.handed ??= new Set()).add(this) }",
      });
    }),
  );
}

/** Runs in a frame: all of it as HTML, with the sheets of each root in it, and our labels open. */
function written(): string {
  const { handed = [] } = window as { handed?: Iterable<ShadowRoot> };
  const roots = [...handed].filter(({ isConnected }) => isConnected);
  const sheetOf = (of: DocumentOrShadowRoot) => {
    const sheet = document.createElement("style");
    const rules = of.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    sheet.textContent = rules.map(({ cssText }) => cssText).join(" ");
    return sheet;
  };
  const sheets = roots.map((root) => root.appendChild(sheetOf(root)));
  const inside = document.documentElement.getHTML({ shadowRoots: roots });
  for (const sheet of sheets) sheet.remove();
  return (document.documentElement.cloneNode() as Element).outerHTML
    .replace("</html>", () => `${inside}</html>`)
    .replace("</head>", () => `${sheetOf(document).outerHTML}</head>`)
    .replaceAll('shadowrootmode="closed"', 'shadowrootmode="open"')
    .replaceAll('<span class="panel" popover="manual"', '<span class="panel"');
}

/** How it looks in HTML that something is covered, or veiled. A sheet has no tags. */
const signs = { covered: /<[^<>]* data-spoiler-cover=/, veiled: /<spoiler-veil\b/ } as const;
const unread = /<[^<>]* data-spoiler-cover="unread"/;

/** The page and all frames of its site in it, each as HTML, once all of it has been read and something is so in each. */
export async function copiesOf(page: Page, as: keyof typeof signs): Promise<string[]> {
  const debug = await page.createCDPSession();
  const copies = await until(async () => {
    await handRoots(debug);
    const now = await Promise.all(page.frames().map((frame) => frame.evaluate(written)));
    if (!now.every((copy) => signs[as].test(copy) && !unread.test(copy))) throw new Error(`not all is ${as}`);
    return now;
  }, 20_000);
  await debug.detach();
  if (as === "covered" && copies.some((copy) => signs.veiled.test(copy)))
    throw new Error("the page has settled before it was looked at");
  return copies;
}

export interface Judge {
  /** A page with this copy and nothing else, the same each time. */
  show(copy: string): Promise<Page>;
  /** What axe finds in these copies that is ours. */
  judge(copies: readonly string[]): Promise<Ours>;
  close(): Promise<void>;
}

/** Opens a page where there is no extension: it is not let into a context of its own. */
export async function openJudge({ browser }: Session): Promise<Judge> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  await page.goto("data:text/html,<!doctype html>");
  const show = async (copy: string) => {
    await page.evaluate((html) => {
      const { documentElement } = Document.parseHTMLUnsafe(html);
      document.replaceChild(document.adoptNode(documentElement), document.documentElement);
    }, copy);
    return page;
  };
  return {
    show,
    async judge(copies) {
      const lines: string[] = [];
      for (const copy of copies) lines.push(...(await violations(await show(copy))));
      return oursOf(lines);
    },
    close: () => context.close(),
  };
}
