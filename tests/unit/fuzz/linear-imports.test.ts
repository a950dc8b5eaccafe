/** Time grows with the length of a file and not faster, whatever is repeated in it: reading, and finding its shows. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createCatalogIndex } from "../../../lib/exchange/catalog-index.ts";
import { matchAll } from "../../../lib/exchange/match-all.ts";
import { readFile } from "../../../lib/exchange/read.ts";
import { type Entry, ExchangeError } from "../../../lib/exchange/types.ts";
import { loadShows } from "../../corpus/detector.ts";
import { record } from "../../figures.ts";
import { growth, mostForTwice } from "./growth.ts";

/** Bytes of each whole file. */
const size = 300_000;

/** So much of a unit, numbered, that it fills `length`. */
function fill(length: number, unit: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0, all = 0; all < length; i++) {
    const part = unit(i);
    parts.push(part);
    all += part.length;
  }
  return parts.join("");
}
const xml = (inside: string) => `<?xml version="1.0"?><myanimelist>${inside}</myanimelist>`;
const anime = (inside: string) => `<anime><series_title>Madoka</series_title>${inside}</anime>`;
const media = (i: number) => ({ id: i + 1, title: { romaji: `Show ${i}` }, episodes: 12 });

/** Files by what is repeated in them, of about this length. */
const files: Readonly<Record<string, (length: number) => string>> = {
  "XML: entries": (n) => xml(fill(n, (i) => anime(`<series_animedb_id>${i + 1}</series_animedb_id>`))),
  "XML: one entry's fields": (n) => xml(anime(fill(n, (i) => `<field_${i}>x</field_${i}>`))),
  "XML: one field's text": (n) => xml(anime(`<my_comments>${"never shield ".repeat(n / 13)}</my_comments>`)),
  "XML: entities": (n) => xml(`<anime><series_title>${"&amp;".repeat(n / 5)}</series_title></anime>`),
  "XML: broken entities": (n) => xml(anime(`<my_tags>${"&#x".repeat(n / 3)}</my_tags>`)),
  "XML: CDATA": (n) => xml(`<anime><series_title>${"<![CDATA[a]]>".repeat(n / 13)}</series_title></anime>`),
  "XML: brackets in CDATA": (n) => xml(anime(`<my_tags><![CDATA[${"]]".repeat(n / 2)}]]></my_tags>`)),
  "XML: comments": (n) => xml(anime("<!-- - -->".repeat(n / 10))),
  "XML: dashes in a comment": (n) => xml(anime(`<!--${"-".repeat(n)}`)),
  "XML: attributes": (n) => xml(`<anime ${fill(n, (i) => `a${i}="b" `)}></anime>`),
  "XML: signs": (n) => xml(anime("<".repeat(n))),
  "XML: closing tags": (n) => xml(anime("</b>".repeat(n / 4))),
  "XML: depth": (n) => xml(anime("<b>".repeat(n / 3))),
  "XML: declarations": (n) => xml(anime("<!D><?p?>".repeat(n / 9))),
  "AniList: entries": (n) =>
    JSON.stringify({ lists: [{ status: "CURRENT", entries: numbered(n, (i) => ({ media: media(i) })) }] }),
  "AniList: lists": (n) =>
    JSON.stringify({ lists: numbered(n, (i) => ({ status: "CURRENT", entries: [{ media: media(i) }] })) }),
  "AniList: synonyms": (n) =>
    JSON.stringify({
      lists: [
        {
          entries: [
            { status: "CURRENT", media: { ...media(0), synonyms: numbered(n, (i) => `Synonym ${i}`) } },
          ],
        },
      ],
    }),
  "AniList: a title": (n) =>
    JSON.stringify([{ status: "CURRENT", media: { id: 1, title: "a &amp; ".repeat(n / 8) } }]),
  "AniList: notes": (n) =>
    JSON.stringify([{ status: "CURRENT", media: media(0), notes: "never  shield, ".repeat(n / 15) }]),
  "Kitsu: entries": (n) =>
    JSON.stringify({
      data: numbered(n / 2, (i) => ({
        type: "libraryEntries",
        attributes: { status: "current", progress: 1 },
        relationships: { anime: { data: { type: "anime", id: `${i}` } } },
      })),
      included: numbered(n / 2, (i) => ({
        type: "anime",
        id: `${i}`,
        attributes: { canonicalTitle: `Show ${i}` },
      })),
    }),
  "JSON: depth": (n) => `${"[".repeat(n / 2)}${"]".repeat(n / 2)}`,
  "JSON: keys": (n) => `{${fill(n, (i) => `"k${i}":${i},`)}"x":1}`,
  "JSON: a start without an end": (n) => `[${" ".repeat(n)}`,
  "titles: lines": (n) => fill(n, (i) => `- [x] Show ${i} - ep 5\n`),
  "titles: short lines": (n) => fill(n, () => "a\r"),
  "titles: one line": (n) => "Madoka ".repeat(n / 7),
  "titles: spaces": (n) => `Madoka${" ".repeat(n)}Magica`,
  "titles: lines of nothing but marks": (n) => fill(n, () => `${"- ".repeat(190)}\n`),
  "titles: lines of places": (n) => fill(n, () => `Madoka ${"ep 5 of 12 ".repeat(30)}\n`),
  "titles: lines of brackets": (n) => fill(n, () => `${"(".repeat(390)}\n`),
  "table: rows": (n) => `Title,Status,Episode\n${fill(n, (i) => `"Show ${i}",Watching,5\n`)}`,
  "table: wide rows": (n) => `Title;Status\n${fill(n, () => `${"a;".repeat(1_000)}\n`)}`,
  "table: one row": (n) => `Title\tStatus\n${"a\t".repeat(n / 2)}`,
  "table: columns of titles": (n) =>
    `${"Title,".repeat(300)}Status\n${fill(n, () => `${"a,".repeat(300)}\n`)}`,
  "table: quotes": (n) => `Title,Status\n${'"'.repeat(n)}`,
  "table: doubled quotes": (n) => `Title,Status\n"a${'""'.repeat(n / 2)}`,
  "table: an open quote in each line": (n) => `Title,Status\n${fill(n, (i) => `"Show ${i}\n`)}`,
  "table: open quotes behind the sign": (n) => `Title,Status\n${fill(n, (i) => `Show ${i},"\n`)}`,
  "table: a quote that nothing closes": (n) => `Title,Status\n"${"a\n".repeat(n / 2)}`,
  "table: spaces": (n) => `Title,Status\n${`${" ".repeat(999)},`.repeat(n / 1_000)}`,
  "table: Markdown": (n) => `| Title | Status |\n|---|---|\n${fill(n, (i) => `| Show ${i} | seen |\n`)}`,
};
function numbered<T>(length: number, unit: (i: number) => T): T[] {
  const parts: T[] = [];
  for (let i = 0, all = 0; all < length; i++) {
    parts.push(unit(i));
    all += JSON.stringify(parts[i]).length + 1;
  }
  return parts;
}

async function read(bytes: Uint8Array): Promise<void> {
  try {
    await readFile(bytes);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
  }
}

test.each(Object.entries(files))("%s: a file takes twice as long to read as half of it", async (_, make) => {
  const file = (share: number) => new TextEncoder().encode(make(size * share));
  expect(
    await growth((share) => {
      const bytes = file(share);
      return () => read(bytes);
    }),
  ).toBeLessThan(mostForTwice);
});

test.each([
  '"',
  '""',
  "a\n",
])("a quotation that nothing closes, of sixteen megabytes of %j: refused with a reason", async (unit) => {
  const text = `Title,Status\n"a${unit.repeat(16_000_000 / unit.length)}`;
  await expect(readFile(new TextEncoder().encode(text))).rejects.toThrow(ExchangeError);
});

test("packed: the same", async () => {
  expect(
    await growth((share) => {
      const bytes = gzipSync(new TextEncoder().encode(files["XML: entries"]!(4 * size * share)));
      return () => read(bytes);
    }),
  ).toBeLessThan(mostForTwice);
});

const index = createCatalogIndex(loadShows(), []);
const entry = (title: string): Entry => ({
  titles: [title],
  status: "watching",
  medium: "anime",
  watched: 1,
});
/** Lists of entries, by what is peculiar to them. */
const lists: Readonly<Record<string, (share: number) => Entry[]>> = {
  "unknown titles": (share) =>
    Array.from({ length: 600 * share }, (_, i) => entry(`Nobody has heard of number ${i}`)),
  "known titles": (share) => Array.from({ length: 4_000 * share }, () => entry("Puella Magi Madoka Magica")),
  "near misses": (share) => Array.from({ length: 300 * share }, (_, i) => entry(`Puela Magy Madoca ${i}`)),
  "seasons of one show": (share) =>
    Array.from({ length: 3_000 * share }, (_, i) => entry(`Attack on Titan Season ${i % 9}`)),
  "titles as long as they may be": (share) =>
    Array.from({ length: 200 * share }, (_, i) => entry(`Madoka Magica ${i} ${"season ".repeat(39)}`)),
  "one entry's titles": (share) => [
    { ...entry("x"), titles: Array.from({ length: 400 * share }, (_, i) => `Nobody ${i}`) },
  ],
};

test.each(Object.entries(lists))("%s: a list takes twice as long to find as half of it", async (_, make) => {
  expect(
    await growth((share) => {
      const entries = make(share);
      return () => matchAll(index, entries);
    }),
  ).toBeLessThan(mostForTwice);
  record("linear imports", { cases: Object.keys(files).length + Object.keys(lists).length + 1 });
});
