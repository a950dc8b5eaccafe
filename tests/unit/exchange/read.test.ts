import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readFile, readText } from "../../../lib/exchange/read.ts";
import { longestFile, textOf } from "../../../lib/exchange/text.ts";
import { ExchangeError, type Fault } from "../../../lib/exchange/types.ts";
import { list, malFile } from "./fixtures.ts";

const bleach = malFile([{ id: 269, title: "Bleach", status: "Watching", watched: 30, episodes: 366 }]);

async function fault(read: () => unknown): Promise<Fault | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(ExchangeError);
    return (error as ExchangeError).fault;
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const packed = gzipSync(bleach);
/** Its letters stand in it as they are. */
const stored = gzipSync(bleach, { level: 0 });
/** With a bit of one byte turned; below zero: counted from the end. */
const bent = (file: Buffer, at: number) => file.with(at, file.at(at)! ^ 4);
/** The name of the file that was packed stands in the head, and looks like the head of another. */
const named = Buffer.concat([
  packed.subarray(0, 3),
  Buffer.from([8]),
  packed.subarray(4, 10),
  Buffer.from([0x1f, 0x8b, 8, 0]),
  packed.subarray(10),
]);
const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
  const bytes = new Uint8Array(2 * (text.length + Number(mark)));
  const view = new DataView(bytes.buffer);
  [...(mark ? "\ufeff" : ""), ...text].forEach((c, i) => {
    view.setUint16(2 * i, c.charCodeAt(0), !bigEndian);
  });
  return bytes;
};

test("MyAnimeList's XML: id, title, episodes, status", () => {
  expect(list(readText(bleach))).toEqual({
    form: "mal",
    broken: 0,
    entries: [
      {
        titles: ["Bleach"],
        mal: 269,
        medium: "anime",
        kind: "series",
        status: "watching",
        watched: 30,
        episodes: 366,
        open: false,
      },
    ],
  });
});

test.each([
  ["gzip", packed],
  ["gzip of two pieces", Buffer.concat([gzipSync(bleach.slice(0, 90)), gzipSync(bleach.slice(90))])],
  ["gzip with what looks like a second piece", named],
  ["UTF-8 with a byte order mark", utf8(`\ufeff${bleach}`)],
  ["UTF-16, little end first", utf16(bleach, false, true)],
  ["UTF-16, big end first", utf16(bleach, true, true)],
  ["UTF-16 without a mark", utf16(bleach, false, false)],
])("%s is read all the same", async (_, bytes) => {
  expect(list(await readFile(bytes)).entries[0]?.titles).toEqual(["Bleach"]);
});

test.each([
  ["CDATA", "<![CDATA[Fate/Zero & <more>]]>", "Fate/Zero & <more>"],
  ["CDATA in two pieces", "<![CDATA[A ]]]]><![CDATA[> B]]>", "A ]]> B"],
  ["entities of XML and HTML", "Pok&eacute;mon &amp; K&#45;On&#x21;", "Pokémon & K-On!"],
  ["entities encoded twice", "Spice &amp;amp; Wolf &amp;#039;86", "Spice & Wolf '86"],
  ["an ampersand that no XML allows", "Tom & Jerry", "Tom & Jerry"],
  ["a script", "<![CDATA[<script>alert(1)</script>]]>", "<script>alert(1)</script>"],
  ["line breaks", "\n   Monster\n  ", "Monster"],
])("titles: %s", (_, written, title) => {
  const text = bleach.replace("<![CDATA[Bleach]]>", () => written);
  expect(list(readText(text)).entries[0]?.titles).toEqual([title]);
});

test("entities that a document defines itself are not expanded", () => {
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
${malFile([{ title: "&b;&x;" }])
  .replace(/<\?xml.*\?>/, "")
  .replace("<![CDATA[&b;&x;]]>", "&b;&x;")}`;
  expect(list(readText(bomb)).entries[0]?.titles).toEqual(["&b;&x;"]);
});

test("a manga list is read as one", () => {
  const text = `<myanimelist><manga><manga_mangadb_id>4632</manga_mangadb_id><manga_title>Oyasumi Punpun</manga_title>
    <my_read_chapters>40</my_read_chapters><my_status>Reading</my_status></manga></myanimelist>`;
  expect(list(readText(text)).entries).toMatchObject([
    { medium: "manga", titles: ["Oyasumi Punpun"], status: "watching", watched: 40, mal: undefined },
  ]);
});

test.each([
  [1, "watching"],
  [2, "completed"],
  [3, "paused"],
  [4, "dropped"],
  [6, "planned"],
  [5, "planned"],
])("MyAnimeList's status %i, as its interface and its imports number it: %s", (number, status) => {
  expect(list(readText(bleach.replace("Watching", String(number)))).entries).toMatchObject([{ status }]);
});

test("an entry with neither id nor title is counted, the others are kept", () => {
  const text = malFile([{ title: "" }, { title: "Nana" }]);
  expect(list(readText(text))).toMatchObject({ broken: 1, entries: [{ titles: ["Nana"] }] });
});

test.each([
  ["Monster", { titles: ["Monster"], status: undefined }],
  ["- [x] Cowboy Bebop", { titles: ["Cowboy Bebop"], status: "completed" }],
  ["[ ] Nana", { titles: ["Nana"], status: "planned" }],
  ["12. Attack on Titan - ep 30", { titles: ["Attack on Titan"], status: undefined, watched: 30 }],
  [
    "Attack on Titan: Season 2, episode 5 of 12",
    { titles: ["Attack on Titan: Season 2"], watched: 5, episodes: 12 },
  ],
  ["Attack on Titan S2E5", { titles: ["Attack on Titan Season 2"], watched: 5 }],
  ["Monster 74/74", { titles: ["Monster"], status: "completed" }],
  ["Monster 5/74   # creepy", { titles: ["Monster"], status: undefined, watched: 5 }],
  ["* Bleach (dropped)", { titles: ["Bleach"], status: "dropped" }],
  ["Bleach - plan to watch", { titles: ["Bleach"], status: "planned" }],
  ["Bleach - never shield", { titles: ["Bleach"], open: true }],
  ["“Your Name.”", { titles: ["Your Name."] }],
  ["#4 Monster", { titles: ["Monster"], status: undefined }],
  ["#12. Monster (5/74)", { titles: ["Monster"], watched: 5 }],
  ["4.Monster", { titles: ["Monster"] }],
  ["2.43: Seiin High School", { titles: ["2.43: Seiin High School"] }],
  ["Monster - watching 5/74", { titles: ["Monster"], status: "watching", watched: 5 }],
  ["Monster (dropped, ep 5)", { titles: ["Monster"], status: "dropped", watched: 5 }],
  ["Monster up to episode 5", { titles: ["Monster"], watched: 5 }],
  ["Monster (constructor)", { titles: ["Monster (constructor)"], status: undefined }],
  ["86", { titles: ["86"] }],
  ["91 Days", { titles: ["91 Days"] }],
  ["Mob Psycho 100", { titles: ["Mob Psycho 100"] }],
  ["Fate/Zero", { titles: ["Fate/Zero"] }],
  ["Ranma 1/2", { titles: ["Ranma 1/2"], status: undefined, watched: undefined }],
  ["[x] Ranma 1/2", { titles: ["Ranma 1/2"], status: "completed", watched: undefined }],
  ["Ranma 1/2 (dropped)", { titles: ["Ranma 1/2"], status: "dropped", watched: undefined }],
  ["らんま1/2", { titles: ["らんま1/2"], watched: undefined }],
  ["Ranma ½", { titles: ["Ranma ½"], watched: undefined }],
  ["Ranma 1/2 12/161", { titles: ["Ranma 1/2"], watched: 12, episodes: 161 }],
  ["Ranma 1/2 - ep 12", { titles: ["Ranma 1/2"], watched: 12 }],
  ["Ranma ½ - ep 12", { titles: ["Ranma ½"], watched: 12 }],
  ["Black Lagoon OVA - 1/2", { titles: ["Black Lagoon OVA"], watched: 1, episodes: 2 }],
  ["Black Lagoon OVA (1/2)", { titles: ["Black Lagoon OVA"], watched: 1, episodes: 2 }],
  ["Black Lagoon OVA ep 1/2", { titles: ["Black Lagoon OVA"], watched: 1, episodes: 2 }],
  [".hack//SIGN", { titles: [".hack//SIGN"] }],
  ["Haikyu!! - To the Top", { titles: ["Haikyu!! - To the Top"] }],
  ["鬼滅の刃", { titles: ["鬼滅の刃"] }],
])("a plain line: %s", (line, entry) => {
  expect(list(readText(`# my list\n\n${line}\r\n`)).entries).toMatchObject([{ ...entry, upTo: true }]);
});

test.each<[string, Fault, () => unknown]>([
  ["nothing", "empty", () => readText(" \n ")],
  ["an empty list", "empty", () => readText("[]")],
  [
    "Kitsu's first day",
    "empty",
    () => readText('{"data":[],"meta":{"count":0},"links":{"first":"https://kitsu.example/1"}}'),
  ],
  ["AniList's", "empty", () => readText('{"data":{"MediaListCollection":{"lists":[]}}}')],
  [
    "an AniList with a list of nothing",
    "empty",
    () => readText('{"user":{"id":1},"lists":[{"entries":[]}]}'),
  ],
  ["other data", "unknownForm", () => readText('{"data":{"name":"package"},"lists":[{"a":1}]}')],
  ["comments only", "empty", () => readText("# one\n# two")],
  ["a MyAnimeList file without entries", "empty", () => readText("<myanimelist><myinfo/></myanimelist>")],
  ["another root", "unknownForm", () => readText("<rss><channel><item/></channel></rss>")],
  ["a web page", "unknownForm", () => readText("<!doctype html><html><body>Bleach</body></html>")],
  ["JSON of something else", "unknownForm", () => readText('{"name":"package","version":"1"}')],
  ["half a JSON", "damaged", () => readText('{"lists":[{"series_id":1,')],
  ["XML that ends early", "damaged", () => readText(bleach.slice(0, -40))],
  ["gzip that ends early", "damaged", () => readFile(packed.subarray(0, -200))],
  ["gzip without its last byte", "damaged", () => readFile(packed.subarray(0, -1))],
  ["gzip with another letter", "damaged", () => readFile(bent(stored, stored.indexOf("Bleach")))],
  ["gzip with another checksum", "damaged", () => readFile(bent(packed, -8))],
  ["gzip with another length", "damaged", () => readFile(bent(packed, -4))],
  ["gzip and more", "damaged", () => readFile(Buffer.concat([packed, utf8("and more")]))],
  ["gzip and half of it", "damaged", () => readFile(Buffer.concat([packed, packed.subarray(0, -9)]))],
  ["gzip of nothing", "damaged", () => readFile(new Uint8Array([0x1f, 0x8b, 8, 0, 0]))],
  ["a picture", "notText", () => readFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))],
  ["text in Shift-JIS", "notText", () => readFile(new Uint8Array([0x8a, 0x42, 0x96, 0xc5, 0x82, 0xcc]))],
  ["a book", "unknownForm", () => readText(`${"It was a dark and stormy night. ".repeat(30)}\n`.repeat(40))],
])("%s: %s", async (_, wanted, read) => {
  expect(await fault(read)).toBe(wanted);
});

test("what is nested like no list is turned away before all of it is read", { retry: 3 }, async () => {
  const inside = (depth: number, count: number) =>
    bleach.replace("</anime>", () => `<x>${"<a>".repeat(depth)}${"<b/><c></c>".repeat(count)}</x></anime>`);
  const before = performance.now();
  expect(await fault(() => readText(`<myanimelist>${"<a>".repeat(2_000_000)}`))).toBe("damaged");
  expect(await fault(() => readText(inside(2_000_000, 0)))).toBe("damaged");
  expect(performance.now() - before).toBeLessThan(1_000);
  // Elements beside each other are not inside each other, and a few levels more than the site's do no harm.
  expect(list(readText(inside(20, 1_000))).entries[0]?.titles).toEqual(["Bleach"]);
});

test("50 MB of noise are turned away, bytes and letters alike", { timeout: 60_000 }, async () => {
  let seed = 1;
  const noise = new Uint8Array(50_000_000);
  for (let i = 0; i < noise.length; i++)
    noise[i] = (seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff) >>> 16;
  expect(await fault(() => readFile(noise))).toBe("notText");
  for (let i = 0; i < noise.length; i++) noise[i] = 33 + (noise[i]! % 90);
  expect(await fault(() => readFile(noise))).toBe("unknownForm");
});

test("what is too large is not even decoded; a gzip bomb stops at the limit", {
  timeout: 60_000,
}, async () => {
  expect(await fault(() => readFile(new Uint8Array(longestFile + 1)))).toBe("tooLarge");
  const bomb = gzipSync(new Uint8Array(longestFile + 1_000_000));
  expect(bomb.length).toBeLessThan(200_000);
  expect(await fault(() => readFile(bomb))).toBe("tooLarge");
  expect(await fault(() => textOf(gzipSync("x".repeat(100_001)), 100_000))).toBe("tooLarge");
  const half = gzipSync("x".repeat(60_000));
  expect(await fault(() => textOf(Buffer.concat([half, half]), 100_000))).toBe("tooLarge");
});
