/** What people hear, tab to and print, and what axe-core finds wrong, on pages with veils. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CDPSession, Page } from "puppeteer-core";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, it } from "vitest";
import { article, harmless, page, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { withForcedColors } from "./forced-colors.ts";
import { heard } from "./heard.ts";
import { covers, search, until, veiled, veils } from "./look.ts";
import { stylesPage } from "./page-styles.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The boxes of the buttons in closed roots, which only a debugger sees. */
async function buttons(client: CDPSession): Promise<{ width: number; height: number }[]> {
  await client.send("DOM.enable");
  const { nodes } = await client.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  const found = nodes.filter((node) => node.nodeName === "BUTTON");
  return Promise.all(
    found.map(async ({ nodeId }) => {
      const { model } = await client.send("DOM.getBoxModel", { nodeId });
      return { width: model.width, height: model.height };
    }),
  );
}

eachBrowser((here) => {
  it("reads the sentence before, the button, the sentence after, and nothing of what is hidden", async () => {
    const title = "<h2>In episode 8 Sayaka turns into a witch</h2>";
    const p = await here.open(here.site.put("aloud", page.replace("</article>", `${title}</article>`)));
    await veiled(p, 2);
    const all = await heard(here.session, p, "Kajiura");
    const at = all.findIndex((line) => line.startsWith("button"));
    expect(all.slice(at - 1, at + 2)).toEqual([
      "StaticText: I rewatched it in spring. ",
      "button: Spoiler hidden. Show it.: Puella Magi Madoka Magica · death · episode 3",
      "StaticText:  The soundtrack is by Yuki Kajiura.",
    ]);
    expect(all).toContain("heading: Spoiler hidden. Show it.");
    expect(all.join()).toContain(harmless);
    expect(all.join()).not.toMatch(/Charlotte|killed|Sayaka/);
  });

  it("reads nothing of what is covered while the page still loads", async () => {
    const restless = `<script>setInterval(() => document.body.append(document.createElement("i")), 200)</script>`;
    const p = await here.open(here.site.put("loading", page + restless));
    await until(async () => expect(await covers(p)).toBe(1));
    const all = (await heard(here.session, p, harmless)).join();
    expect(all).toContain(harmless);
    expect(all).not.toContain("Charlotte");
    await veiled(p);
    expect(await p.evaluate("document.querySelector('[aria-hidden]')")).toBeNull();
    expect((await heard(here.session, p, "spring")).join()).toContain("I rewatched it in spring.");
  });

  it("gives axe-core nothing to find that the page itself has not, on twelve styles of pages", async () => {
    const rules = async (p: Page) => {
      await p.evaluate(`${axe}; 1`);
      return (await p.evaluate(
        "axe.run().then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => v.id + ' ' + n.html.slice(0, 80))).sort())",
      )) as string[];
    };
    const plain = await here.open(
      here.site.put(
        "plain",
        stylesPage.replaceAll(/In the third episode.*?head<\/em>\.|In the third episode[^<]*head\./g, "Tea."),
      ),
    );
    const before = await rules(plain);
    const p = await here.open(here.site.put("styled", stylesPage));
    await search(p);
    await until(async () => expect(await veils(p)).toBeGreaterThan(12), 8000);
    // It does not look into closed roots, and takes headings and links that are hidden as a whole for empty: the first
    // test tells what is read of them.
    const after = (await rules(p)).filter((line) => !/^(empty-heading|link-name) /.test(line));
    expect(after.filter((line) => !before.includes(line))).toEqual([]);
  });

  it("shows where the focus is: a line around the veil, in light and dark", async () => {
    for (const colours of ["background:#fff;color:#000", "background:#111;color:#eee"]) {
      const html = article(`<h1>Madoka Magica</h1><p id="b">One. ${spoiler} Two.</p>`);
      const p = await here.open(here.site.put("focus", html.replace("<body", `<body style="${colours}"`)));
      await veiled(p);
      // On its left side, where neither letters nor the label are.
      const clip = (await p.evaluate(
        "(({ x, y, height }) => ({ x: x - 3, y: y + height - 4, width: 3, height: 1 }))(document.querySelector('spoiler-veil').getClientRects()[0])",
      )) as { x: number; y: number; width: number; height: number };
      const look = async () => (await p.screenshot({ encoding: "base64", clip })) as string;
      const before = await look();
      await p.keyboard.press("Tab");
      await until(async () => expect(await look()).not.toBe(before));
    }
  });

  it("has buttons that a finger finds: 24 pixels each way", async () => {
    if (here.session.name === "firefox") return;
    const p = await here.open(here.site.put("target", stylesPage));
    await search(p);
    await until(async () => expect(await veils(p)).toBeGreaterThan(12), 8000);
    const client = await p.createCDPSession();
    const boxes = await buttons(client);
    expect(boxes.length).toBeGreaterThanOrEqual(12);
    for (const box of boxes) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  });

  it("has a border in forced colours, which leave nothing of a blur", async () => {
    const p = await here.open(
      here.site.put("forced", article(`<h1>Madoka Magica</h1><p id="b">One. ${spoiler} Two.</p>`)),
    );
    await veiled(p);
    // On its left side, where letters are not.
    const clip = (await p.evaluate(
      "(({ x, y, height }) => ({ x: x - 2, y: y + height / 2, width: 2, height: 1 }))(document.querySelector('spoiler-veil').getClientRects()[0])",
    )) as { x: number; y: number; width: number; height: number };
    const look = async () => (await p.screenshot({ encoding: "base64", clip })) as string;
    const before = await look();
    await withForcedColors(here.session, p, () => until(async () => expect(await look()).not.toBe(before)));
  });

  it("keeps what is hidden hidden in print, in forced colours, and without motion", async () => {
    const p = await here.open(
      here.site.put("media", article(`<h1>Madoka Magica</h1><p id="b">One. ${spoiler} Two.</p>`)),
    );
    await veiled(p);
    const pdf = await getDocumentProxy(new Uint8Array(await p.pdf()));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain("Two.");
    expect(text).not.toContain("Charlotte");
    if (here.session.name === "firefox") return;
    const box = (await p.evaluate(
      "(({ x, y, width, height }) => ({ x: x - 3, y: y - 3, width: width + 6, height: height + 6 }))(document.querySelector('spoiler-veil').getClientRects()[0])",
    )) as { x: number; y: number; width: number; height: number };
    const look = async () => (await p.screenshot({ encoding: "base64", clip: box })) as string;
    const before = await look();
    const client = await p.createCDPSession();
    await client.send("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    });
    await until(async () => expect(await look()).not.toBe(before));
    expect(await p.evaluate("document.querySelector('#b').textContent")).toBe("One.  Two.");
    await client.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-reduced-motion", value: "reduce" }],
    });
    await p.mouse.click(box.x + 30, box.y + box.height / 2);
    await until(async () => expect(await veils(p)).toBe(0));
    // No coming into focus: it is there.
    expect(await p.evaluate("CSS.highlights.size")).toBe(0);
  });
});
