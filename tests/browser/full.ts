/** The extension's pages with all that they can hold, and everything open that can be opened. In any language. */
import type { Page } from "puppeteer-core";
import type { Edit } from "../../lib/preferences/choices.ts";
import { type Section, sections } from "../../lib/ui/options/sections.ts";
import { show } from "./articles.ts";
import { withDatabase } from "./database.ts";
import { choose } from "./options.ts";
import { say } from "./popup.ts";

const long = "the keeper of the lighthouse was her brother all along";

/** Each state of a show, each kind of rule and of site, and what is no spoiler. */
const choices: Edit = {
  shows: {
    [show.id]: { state: "watching", part: 1, episode: 2 },
    "attack-on-titan": { state: "watching", part: 2, episode: 3 },
    "a-silent-voice": { state: "watched" },
    monster: { state: "watched" },
    "91-days": { state: "open" },
    akira: { state: "planned" },
  },
  rules: Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => {
      const kind = (["phrase", "name", "show"] as const)[i % 3] ?? "phrase";
      return [`r${i}`, { id: `r${i}`, kind, text: `${long} ${i}`, ...(i % 2 ? { title: long } : {}) }];
    }),
  ),
  sites: {
    "*.a-rather-long-name.of-a-site.example.org": false,
    "!reviews.example.org": false,
    "b.example": false,
  },
  spared: { abc123: true },
};

/** Choices of every kind, and a row that is damaged: the page tells of it once this is over. */
export async function fill(page: Page): Promise<void> {
  await withDatabase(
    page,
    `const tx = db.transaction("progress", "readwrite");
    tx.objectStore("progress").put({ show: "your-name", progress: { state: "eaten" }, updatedAt: 1 });
    tx.oncomplete = done;`,
  );
  // Whoever follows the choices asks again.
  await say(page, { type: "edit", edit: choices });
  await page.waitForSelector(".note-actions");
}

/** Nothing is stored any more. */
export async function empty(page: Page): Promise<void> {
  for (const type of ["repair", "discard", "erase"] as const) await say(page, { type });
}

/**
 * What an import may find: known, known already, further on, of two shows, of a season that there is not, and unknown.
 */
export const list =
  "Monster - ep 3\nNana\nStiens Gate\nAttack on Titan: Season 2 - ep 5\nno such show\nAkira\nA Silent Voice - ep 1";

/** Looks at each section of the options page, with all that it can open. */
export async function throughSections(
  options: Page,
  look: (section: Section) => Promise<void>,
): Promise<void> {
  for (const section of sections) {
    await options.evaluate(`location.hash = "${section}"`);
    await options.waitForSelector(`nav [href="#${section}"][aria-current]`);
    await unfold(options, section);
    await look(section);
  }
}

/** Opens what a section of the options page can open: its questions, notices, findings, and the toast. */
export async function unfold(page: Page, section: Section): Promise<void> {
  if (section === "shows") {
    await page.type(".filters input[type=search]", "a");
    await choose((await page.waitForSelector(".virtual select:not(.stepper-part)"))!, "planned");
    await page.waitForSelector(".toast");
  } else if (section === "rules") {
    await page.$eval(".tester", (e) => e.setAttribute("open", ""));
    await page.type(".tester input", "Puella Magi Madoka Magica");
    await page.type(".tester textarea", `In the third episode Mami is killed. ${long} 0.`);
    await page.waitForSelector(".reasons li", { timeout: 20_000 });
    await page.$eval(".virtual button", (e) => (e as HTMLElement).click());
    await page.waitForSelector(".virtual .rule-form");
  } else if (section === "sites") {
    await page.type(".add input", "no site");
    await page.$eval(".add", (e) => (e as HTMLFormElement).requestSubmit());
    await page.waitForSelector("[role=alert]");
  } else if (section === "lists") {
    await page.$eval(
      ".paste textarea",
      (e, text) => {
        (e as HTMLTextAreaElement).value = text;
        e.dispatchEvent(new Event("input", { bubbles: true }));
      },
      list,
    );
    await (await page.waitForSelector(".paste button:not(:disabled)"))!.click();
    await page.waitForSelector(".unrecognised select", { timeout: 20_000 });
    await page.$$eval(".preview details", (all) => {
      for (const each of all) each.setAttribute("open", "");
    });
  } else if (section === "data") {
    await page.$eval(".button.danger", (e) => (e as HTMLElement).click());
    await page.waitForSelector(".confirm");
  }
}
