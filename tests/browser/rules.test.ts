/**
 * Rules for a name and for a show that the catalog lacks, from the options page to an open tab. Phrases:
 * options.test.ts.
 */
import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { article, show } from "./articles.ts";
import { eachBrowser, type Here, seldomInFirefox } from "./each-browser.ts";
import { heard } from "./heard.ts";
import { clear, search, texts, until } from "./look.ts";
import { choose, inOptions } from "./options.ts";
import { say } from "./popup.ts";
import { tell } from "./tell.ts";

const told = {
  plain: "Nadia waters the orchard every morning, and Tobias sings.",
  nadia: "In the last chapter Nadia dies in the fire.",
  tobias: "Then Tobias is killed by the wolf.",
  other: "My neighbour is killed by a wolf in the next book.",
};
const paragraph = (id: keyof typeof told) => `<p id="${id}">${told[id]}</p>`;
const notes = article(
  `<h1>Notes</h1>${(["plain", "nadia", "tobias", "other"] as const).map(paragraph).join("")}`,
  "Notes",
);
const review = article(
  `<h1>Books of spring</h1><h2>The Glass Orchard</h2>${paragraph("plain")}${paragraph("nadia")}<h2>Another book</h2>${paragraph("other")}`,
  "Books of spring",
);

/** Waits until these paragraphs are hidden, and no other. */
const hides = (tab: Page, ...ids: string[]) =>
  until(async () => {
    const now = await texts(tab);
    const gone = Object.entries(told).filter(([id, text]) => id in now && now[id] !== text);
    expect(gone.map(([id]) => id)).toEqual(ids);
  });

/**
 * By its label as it is written: once Firefox has been heard it finds no name by which people call what comes later.
 */
const press = async (options: Page, selector: string) => (await options.waitForSelector(selector))!.click();
const remove = (options: Page, rule: string) => press(options, `[aria-label="Delete the rule: ${rule}"]`);

/** A tab whose page has been read and has come to rest. */
async function open(here: Here, path: string, html: string): Promise<Page> {
  const tab = await here.open(here.site.put(path, html));
  await search(tab);
  return tab;
}

/** Types over what the field holds. */
async function write(options: Page, field: string, words: string): Promise<void> {
  const input = await options.waitForSelector(field);
  await input!.evaluate((e) => (e as HTMLInputElement).select());
  await input!.type(words);
}

/** Adds a rule by the form above the list; `about`: its show. */
async function add(options: Page, kind: string, words: string, about = ""): Promise<void> {
  await choose((await options.waitForSelector(".rule-form select"))!, kind);
  await write(options, ".rule-form input", words);
  if (about) await write(options, ".rule-form input[list]", about);
  await press(options, ".rule-form [type=submit]");
}

/** Changes a rule where it stands in the list. */
async function change(options: Page, before: string, kind: string, words: string): Promise<void> {
  await press(options, `[aria-label="Edit the rule: ${before}"]`);
  await choose((await options.waitForSelector(".virtual select"))!, kind);
  await write(options, ".virtual input", words);
  await press(options, ".virtual [type=submit]");
}

eachBrowser((here) => {
  afterEach(() => tell(here.session, { type: "erase" }));

  it("hides what tells of a name and says whose rule it is, follows when it is changed, ends when it is deleted", async () => {
    const tab = await open(here, "name", notes);
    await inOptions(here.session, "rules", async (options) => {
      await add(options, "name", "Nadia", "The Glass Orchard");
      await hides(tab, "nadia");
      await tab.bringToFront();
      const label = "button: Spoiler hidden. Show it.: The Glass Orchard · your rule";
      expect(await heard(here.session, tab, "your rule")).toContain(label);
      // The veil, then "why is this hidden?".
      for (const key of ["Tab", "Tab", "Enter"] as const) await tab.keyboard.press(key);
      const answers = await heard(here.session, tab, "your own rules");
      expect(answers).toContain("StaticText: One of your own rules hides this.");
      expect(answers).toContain("button: Not a spoiler: One of your own rules hides this.");
      // Of a show that nobody can tick.
      expect(answers.join()).not.toContain("seen");

      await options.bringToFront();
      await change(options, "Nadia", "name", "Tobias");
      await hides(tab, "tobias");
      await change(options, "Tobias", "phrase", "killed by");
      await hides(tab, "tobias", "other");
      await remove(options, "killed by");
      await clear(tab, "tobias", told.tobias);
      await clear(tab, "other", told.other);
    });
  });

  it("goes with the show of the catalog that it is about", async () => {
    const tab = await open(here, "about", notes);
    await inOptions(here.session, "rules", async (options) => {
      await add(options, "name", "Nadia", show.title);
      await hides(tab, "nadia");
      await say(options, { type: "edit", edit: { shows: { [show.id]: { state: "watched" } } } });
      await clear(tab, "nadia", told.nadia);
    });
  });

  it("hides what tells of a whole show, under its heading and where it is named, and nothing below the next", async () => {
    const tab = await open(here, "show", review);
    const titled = await open(here, "titled", notes.replaceAll("Notes", "The Glass Orchard"));
    await inOptions(here.session, "rules", async (options) => {
      await add(options, "show", "The Glass Orchard");
      await hides(tab, "nadia");
      // This page is about nothing else.
      await hides(titled, "nadia", "tobias", "other");
      await remove(options, "The Glass Orchard");
      await clear(tab, "nadia", told.nadia);
      await clear(titled, "other", told.other);
    });
  });
}, seldomInFirefox);
