/** What the pictures show, and how to come there. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import type { Edit } from "../../lib/preferences/choices.ts";
import { sections } from "../../lib/ui/options/sections.ts";
import type { Session } from "../browser/launch.ts";
import { until, veils } from "../browser/look.ts";
import { inOptions } from "../browser/options.ts";
import { stylesPage } from "../browser/page-styles.ts";
import { inPopup, say } from "../browser/popup.ts";
import type { Site } from "../browser/server.ts";

export interface Stage {
  readonly session: Session;
  readonly site: Site;
  readonly language: "en" | "ja";
}

export interface Scene {
  readonly name: string;
  /** A PNG. */
  readonly take: (stage: Stage) => Promise<Uint8Array>;
}

/** Somebody in the middle of things. */
const choices: Edit = {
  shows: {
    "cowboy-bebop": { state: "watched" },
    akira: { state: "watched" },
    "fma-brotherhood": { state: "watching", part: 1, episode: 31 },
    "a-certain-magical-index": { state: "watching", part: 2, episode: 7 },
    "5-centimeters-per-second": { state: "watched" },
    "86-eighty-six": { state: "watching", part: 1, episode: 9 },
    "a-silent-voice": { state: "planned" },
    "91-days": { state: "open" },
  },
  sites: { "wiki.example": false, "*.anime-forum.example": false, "!reviews.anime-forum.example": false },
  rules: {
    a: { id: "a", kind: "show", text: "The Lighthouse at Dawn", title: "The Lighthouse at Dawn" },
    b: { id: "b", kind: "name", text: "the old keeper", title: "The Lighthouse at Dawn" },
    c: { id: "c", kind: "phrase", text: "the ferry never came" },
  },
};

const demo = (file: string) =>
  readFileSync(fileURLToPath(new URL(`./pages/${file}`, import.meta.url)), "utf8");
/** One page, for the site that serves it has no other file. */
const article = () =>
  demo("listicle.html").replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${demo("style.css")}</style>`);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const take = async (page: Page) => new Uint8Array(await page.screenshot());

/** Waits until no more veils come. */
async function settle(page: Page): Promise<void> {
  let last = -1;
  await until(async () => {
    const before = last;
    last = await veils(page);
    await pause(300);
    if (last === 0 || last !== before) throw new Error("not settled");
  }, 15_000);
}

/** The article with the pointer on a veil, so that it says which show it is about. */
async function openArticle({ session, site }: Stage): Promise<Page> {
  const page = await session.newPage();
  await page.setViewport({ width: 780, height: 520 });
  await page.goto(site.put("listicle", article()).replace("127.0.0.1", "rewatch-diary.example"));
  await settle(page);
  // From the first section on.
  await page.evaluate("scrollTo(0, document.querySelector('h2').getBoundingClientRect().top - 28)");
  const at = (await page.evaluate(`(() => {
    const { left, top, height } = document.querySelectorAll("spoiler-veil")[1].getClientRects()[0];
    return { x: left + 60, y: top + height / 2 };
  })()`)) as { x: number; y: number };
  await page.mouse.move(at.x, at.y);
  await pause(500);
  return page;
}

const popup: Scene["take"] = async (stage) => {
  const page = await openArticle(stage);
  const picture = await inPopup(stage.session, async (open) => {
    await open.setViewport({ width: 376, height: 580 });
    await say(open, { type: "edit", edit: choices });
    await open.focus("[role=searchbox]");
    // The frames have counted anew.
    await pause(2500);
    return take(open);
  });
  await page.close();
  return picture;
};

const options =
  (section: string): Scene["take"] =>
  ({ session }) =>
    inOptions(session, section, async (page) => {
      await say(page, { type: "edit", edit: choices });
      if (section === "rules") {
        await page.click(".tester summary");
        await page.type(
          ".tester textarea",
          "It is a calm show, until the old keeper dies. The sea is lovely.",
        );
        await page.waitForSelector(".reasons li", { timeout: 30_000 });
        await page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
      }
      await pause(700);
      return take(page);
    });

export const scenes: readonly Scene[] = [
  {
    name: "listicle",
    async take(stage) {
      const page = await openArticle(stage);
      const picture = await take(page);
      await page.close();
      return picture;
    },
  },
  { name: "popup", take: popup },
  ...sections.map((section) => ({ name: `options-${section}`, take: options(section) })),
  {
    name: "welcome",
    async take({ session }) {
      const page = await session.openExtensionPage("welcome.html");
      await page.setViewport({ width: 1000, height: 800 });
      await pause(900);
      const picture = await take(page);
      await page.close();
      return picture;
    },
  },
];

/** All styles of page-styles.ts on one page; the second has its label. */
const looks: Scene["take"] = async ({ session, site }) => {
  const width = 1200;
  const page = await session.newPage();
  await page.setViewport({ width, height: 800 });
  await page.goto(site.put("styles", stylesPage));
  await settle(page);
  const at = (await page.evaluate(`(() => {
      const { left, top } = document.querySelector("#dark spoiler-veil").getClientRects()[0];
      return { x: left + 9, y: top + 9, height: document.querySelector(".all").getBoundingClientRect().bottom + 16 };
    })()`)) as { x: number; y: number; height: number };
  await page.setViewport({ width, height: Math.ceil(at.height) });
  await page.mouse.move(at.x, at.y);
  await pause(500);
  const picture = await take(page);
  await page.close();
  return picture;
};

/** The same in every language and scheme: pages bring their own words and colours. */
export const pageScenes: readonly Scene[] = [{ name: "styles", take: looks }];
