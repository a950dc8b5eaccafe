/** Lists out and in again: each form is saved to the disk, and what stands there is read back as the same. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Choices, Edit } from "../../lib/preferences/choices.ts";
import { saved, saveInto } from "./downloads.ts";
import { eachBrowser, seldomInChromium } from "./each-browser.ts";
import { inOptions } from "./options.ts";
import { say } from "./popup.ts";
import { tell } from "./tell.ts";

const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-exports-"));
const kept = mkdtempSync(join(tmpdir(), "spoiler-shield-kept-"));
afterAll(() => {
  for (const each of [folder, kept]) rmSync(each, { recursive: true, force: true });
});

/** By the forms' names on the page. */
const files = {
  backup: "spoiler-shield-backup.json",
  mal: "animelist.xml",
  malPacked: "animelist.xml.gz",
  anilist: "anilist.json",
  kitsu: "kitsu.json",
  titles: "anime.txt",
} as const;
type Form = keyof typeof files;

const shows = {
  "attack-on-titan": { state: "watching", part: 3, episode: 5 },
  "madoka-magica": { state: "watching", part: 1, episode: 7 },
  nana: { state: "open" },
  naruto: { state: "watched" },
  "spirited-away": { state: "planned" },
} as const;
const everything: Edit = {
  shows,
  sites: { "a.example": false, "*.b.example": false },
  rules: { r1: { id: "r1", kind: "phrase", text: "the red door" } },
  spared: { abc123: true },
  level: "careful",
  scope: "list",
  sections: true,
  look: { style: "bar", strength: 3, label: false },
};

/** Saves a form by its button; where the file is. */
async function save(options: Page, form: Form): Promise<string> {
  const button = await options.waitForSelector(`#save-${form}:not(:disabled)`);
  const path = join(kept, files[form]);
  writeFileSync(path, await saved(folder, files[form], () => button!.click()));
  return path;
}

/** Reads the file with nothing stored before. */
async function readBack(options: Page, path: string): Promise<Choices> {
  await say(options, { type: "erase" });
  const input = await options.waitForSelector("input[type=file]");
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await (await options.waitForSelector(".preview .strong:not(:disabled)"))!.click();
  await (await options.waitForSelector(".importer-done button"))!.click();
  return say(options, { type: "preferences" });
}

eachBrowser((here) => {
  let stop: () => unknown;
  beforeAll(async () => {
    stop = await saveInto(here.session, folder);
  });
  afterAll(() => stop());
  afterEach(() => tell(here.session, { type: "erase" }));

  it("gives the same progress back from each form of list", async () => {
    await tell(here.session, { type: "edit", edit: { shows } });
    await inOptions(here.session, "lists", async (options) => {
      const paths: string[] = [];
      for (const form of ["mal", "malPacked", "anilist", "kitsu", "titles"] as const)
        paths.push(await save(options, form));
      for (const path of paths) expect((await readBack(options, path)).shows, path).toEqual(shows);
    });
  });

  it("gives everything back from the backup", async () => {
    await tell(here.session, { type: "edit", edit: everything });
    await inOptions(here.session, "lists", async (options) => {
      const { revision: _, lastChange: __, ...before } = await say(options, { type: "preferences" });
      expect(before).toMatchObject({ shows, sections: true, sitesOff: ["*.b.example", "a.example"] });
      const path = await save(options, "backup");
      expect(await readBack(options, path)).toMatchObject(before);
    });
  });
}, seldomInChromium);
