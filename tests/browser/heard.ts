/** What a screen reader is given of a page, in either browser. */
import type { Page } from "puppeteer-core";
import { inFirefoxWindow } from "./firefox-window.ts";
import type { Session } from "./launch.ts";

/** Firefox's names for what speaks, by Chromium's. */
const roles = { "text leaf": "StaticText", pushbutton: "button", link: "link", heading: "heading" };

/**
 * Everything in the page's accessible tree that speaks, in order: "role: name: description". `sign`: words that are
 * heard in the end, for Firefox builds the tree in another process and it arrives in pieces.
 */
export async function heard({ name, browser }: Session, page: Page, sign: string): Promise<string[]> {
  return name === "chromium" ? inChromium(page) : inFirefox(browser, page, sign);
}

async function inChromium(page: Page): Promise<string[]> {
  const client = await page.createCDPSession();
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (id: string): string[] => {
    const node = byId.get(id);
    if (!node) return [];
    const speaks = !node.ignored && Object.values(roles).includes(node.role?.value);
    const line = [node.role?.value, node.name?.value, node.description?.value].filter(Boolean).join(": ");
    return [...(speaks ? [line] : []), ...(node.childIds ?? []).flatMap(walk)];
  };
  return walk(nodes[0]?.nodeId ?? "");
}

async function inFirefox(browser: Session["browser"], page: Page, sign: string): Promise<string[]> {
  await page.bringToFront();
  const lines = await inFirefoxWindow(
    browser,
    `(async () => {
      const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
      const roles = ${JSON.stringify(roles)};
      let lines = [];
      const walk = (node) => {
        const role = roles[service.getStringRole(node.role)];
        if (role) lines.push([role, node.name, node.description].filter(Boolean).join(": "));
        for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
      };
      for (let tries = 0; tries < 60 && !lines.join().includes(${JSON.stringify(sign)}); tries++) {
        await new Promise((done) => setTimeout(done, 50));
        lines = [];
        const outer = service.getAccessibleFor(gBrowser.selectedBrowser);
        if (outer) walk(outer);
      }
      return JSON.stringify(lines);
    })()`,
  );
  return JSON.parse(lines) as string[];
}
