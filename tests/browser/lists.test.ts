/** Lists that are read, through the options page: files of each form, files that are none, undo. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import zlib from "node:zlib";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, expect, it } from "vitest";
import { malFile } from "../unit/exchange/fixtures.ts";
import { page as article, show, spoiler } from "./articles.ts";
import { violations } from "./axe.ts";
import { press } from "./by-name.ts";
import { eachBrowser, type Here, seldomInChromium } from "./each-browser.ts";
import { byClock, clear, texts, until, veiled, veils } from "./look.ts";
import { say } from "./popup.ts";

const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-lists-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const madoka = (watched: number, more: object = {}) => ({
  id: 9756,
  title: "Mahou Shoujo Madoka★Magica",
  episodes: 12,
  watched,
  status: "Watching",
  ...more,
});
const mal = malFile([madoka(5), { title: "Some show that the catalog lacks", episodes: 12 }]);
const anilist = {
  data: {
    MediaListCollection: {
      lists: [
        {
          entries: [
            {
              status: "CURRENT",
              progress: 5,
              media: { id: 9756, idMal: 9756, episodes: 12, title: { romaji: "Mahou Shoujo Madoka☆Magica" } },
            },
          ],
        },
      ],
    },
  },
};
const kitsu = {
  data: [
    {
      id: "1",
      type: "libraryEntries",
      attributes: { status: "current", progress: 5 },
      relationships: { anime: { data: { type: "anime", id: "5853" } } },
    },
  ],
  included: [
    {
      id: "5853",
      type: "anime",
      attributes: { canonicalTitle: "Madoka Magica", episodeCount: 12, subtype: "TV" },
    },
  ],
};

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const garbled = (file: Buffer, word: string) => file.fill("?", file.indexOf(word), file.indexOf(word) + 1);
const noise = () => Buffer.alloc(50_000_000, "Lorem ipsum, dolor sit amet; ");

/** Files, by a name that says nothing of what is in them, and how far the show is after reading. */
const lists: Record<string, () => string | Buffer> = {
  "MyAnimeList XML": () => mal,
  "MyAnimeList XML, packed": () => zlib.gzipSync(mal),
  "MyAnimeList XML, packed in two pieces": () =>
    Buffer.concat([mal.slice(0, 300), mal.slice(300)].map((piece) => zlib.gzipSync(piece))),
  "MyAnimeList XML in UTF-16": () => utf16(mal),
  "entities in place of letters, the entry twice": () =>
    malFile([madoka(5), madoka(5)]).replaceAll(
      "<![CDATA[Mahou Shoujo Madoka★Magica]]>",
      "Mahou Shoujo Madoka&#9733;Magica",
    ),
  "AniList JSON": () => JSON.stringify(anilist),
  "Kitsu JSON": () => `\ufeff${JSON.stringify(kitsu)}`,
  "plain titles": () => "# what I watch\n\n- Puella Magi Madoka Magica - ep 5\n",
};

/** What is said of what is no list. */
type Broken = Record<string, [content: () => string | Buffer, words: string]>;
const huge: Broken = {
  "50 MB of noise": [noise, "not a list in a form"],
  "a zip bomb": [() => zlib.gzipSync(Buffer.alloc(300_000_000)), "larger than any list"],
};
const broken: Broken = {
  "another root": [() => "<rss><channel></channel></rss>", "not a list in a form"],
  "a picture": [() => readFileSync(new URL("../../public/icon/128.png", import.meta.url)), "not a text file"],
  "XML that stops": [() => mal.slice(0, 700), "ends too early"],
  "gzip with another letter": [() => garbled(zlib.gzipSync(mal, { level: 0 }), "Mahou"), "is damaged"],
  nothing: [() => "", "no entry"],
};

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name.replace(/\W/g, "-"));
  writeFileSync(path, content);
  return path;
}

async function chooseFile(page: Page, path: string): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

const rows = (page: Page) =>
  page.$$eval(".change-row", (all) =>
    all.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, " ").trim()),
  );

const reset: Parameters<typeof say>[1] = { type: "erase" };

/** Runs `work` on the options page's lists, with nothing stored before and after. */
async function onLists(here: Here, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await here.session.openExtensionPage("options.html#lists");
  try {
    await page.waitForSelector(".drop-zone");
    await say(page, reset);
    await work(page);
    await say(page, reset);
  } finally {
    await page.close();
  }
}

/** Reads each of them: it is refused in words, and nothing is lost. */
async function refuses(here: Here, files: Broken): Promise<void> {
  await onLists(here, async (page) => {
    const { shows } = await say(page, { type: "edit", edit: { shows: { [show.id]: { state: "planned" } } } });
    for (const [name, [content, words]] of Object.entries(files)) {
      await chooseFile(page, file(name, content()));
      await page.waitForFunction(
        (w: string) => document.querySelector("[role=alert]")?.textContent?.includes(w),
        { timeout: 30_000, ...byClock },
        words,
      );
      expect(await page.$eval("[role=alert]", (e) => e.textContent), name).toContain(
        "Nothing has been changed.",
      );
    }
    expect((await say(page, { type: "preferences" })).shows).toEqual(shows);
  });
}

eachBrowser((here) => {
  it("an imported list clears what it says, and undo hides it again", async () => {
    const tab = await here.open(here.site.put("import", article));
    await veiled(tab);
    await onLists(here, async (page) => {
      await chooseFile(page, file("second", malFile([madoka(2)])));
      await press(page, "button", "Import 1 show");
      await page.waitForSelector(".importer-done");
      // The second episode does not free what the third one tells.
      await new Promise((r) => setTimeout(r, 400));
      expect(await veils(tab)).toBe(1);
      await press(page, "button", "Import another list");
      await chooseFile(page, file("third", malFile([madoka(3)])));
      await page.waitForSelector(".preview");
      expect(await veils(tab), "nothing is written before the reader agrees").toBe(1);
      await press(page, "button", "Import 1 show");
      await clear(tab, "b", spoiler);
      await press(page, "button", "Undo");
      await until(async () => expect((await texts(tab))["b"]).not.toContain("Charlotte"));
    });
  });

  it("each form is known by its content", async () => {
    await onLists(here, async (page) => {
      for (const [name, content] of Object.entries(lists)) {
        await chooseFile(page, file(name, content()));
        await page.waitForSelector(".preview");
        expect(await rows(page), name).toEqual(["Puella Magi Madoka Magica Up to episode 5"]);
        await press(page, "button", "Cancel");
      }
    });
  });

  it("a file that is no list is refused in words, and nothing is lost", () => refuses(here, broken));

  it("a script in a title is a title", async () => {
    await onLists(here, async (page) => {
      const title = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
      await chooseFile(page, file("script", malFile([{ title, episodes: 12 }])));
      await page.waitForSelector(".unrecognised-row");
      expect(await page.$eval(".unrecognised-row .change-title", (e) => e.textContent)).toBe(title);
      expect(await page.$(".unrecognised-row img")).toBeNull();
      expect(await page.title()).not.toContain("owned");
    });
  });

  it("a file that is far too large is refused in words, too", () => refuses(here, huge));

  it("a file that is dropped is read like one that is chosen, and one that misses its place is not opened", async () => {
    await onLists(here, async (page) => {
      /** Of the last of the events: has the page kept the browser from opening the file? */
      const drop = (selector: string) =>
        page.evaluate(
          (place: string, content: string) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([content], "list.xml"));
            const fire = (type: string) =>
              !(document.querySelector(place) as Element).dispatchEvent(
                new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
              );
            return ["dragenter", "dragover", "drop"].map(fire).at(-1);
          },
          selector,
          mal,
        );
      expect(await drop("main h2")).toBe(true);
      expect(await page.$(".drop-zone")).not.toBeNull();
      expect(await drop(".drop-zone")).toBe(true);
      await page.waitForSelector(".preview");
      expect(await rows(page)).toEqual(["Puella Magi Madoka Magica Up to episode 5"]);
      // What the catalog lacks is said.
      expect(await page.$eval(".unrecognised-row .change-title", (e) => e.textContent)).toBe(
        "Some show that the catalog lacks",
      );
      await press(page, "button", "Cancel");
    });
  });

  it("axe finds nothing wrong with what an import shows", async () => {
    await onLists(here, async (page) => {
      expect(await violations(page)).toEqual([]);
      await say(page, { type: "edit", edit: { shows: { monster: { state: "watched" } } } });
      await chooseFile(
        page,
        file("axe", "Monster - ep 3\nNana\nStiens Gate\nAttack on Titan: Season 2 - ep 3\nno such show"),
      );
      await page.waitForSelector(".unrecognised select");
      expect(await violations(page)).toEqual([]);
      // Not one under the other: what is imported says so itself.
      const headings = await page.$$eval("h3", (all) =>
        all.filter((e) => e.checkVisibility()).map((e) => e.textContent),
      );
      expect(headings).toEqual(["List of titles", "Export your list"]);
    });
  });
}, seldomInChromium);
