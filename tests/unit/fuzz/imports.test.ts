/** Files that are cut, bent and mixed: each is either read or refused with a reason, and what is read can be stored. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeBackup } from "../../../lib/exchange/backup.ts";
import { createCatalogIndex } from "../../../lib/exchange/catalog-index.ts";
import { undecided } from "../../../lib/exchange/decisions.ts";
import { matchAll } from "../../../lib/exchange/match-all.ts";
import { editOf, planList } from "../../../lib/exchange/plan.ts";
import { readFile } from "../../../lib/exchange/read.ts";
import { ExchangeError } from "../../../lib/exchange/types.ts";
import { writeAnilist } from "../../../lib/exchange/write-anilist.ts";
import { writeKitsu } from "../../../lib/exchange/write-kitsu.ts";
import { writeMal } from "../../../lib/exchange/write-mal.ts";
import { writeTitles } from "../../../lib/exchange/write-titles.ts";
import { defaults } from "../../../lib/preferences/choices.ts";
import { editSchema } from "../../../lib/preferences/rows.ts";
import { record } from "../../figures.ts";
import { catalog } from "../exchange/fixtures.ts";

const index = createCatalogIndex(catalog, []);
const shows = {
  madoka: { state: "watched" },
  titan: { state: "watching", part: 2, episode: 5 },
  bleach: { state: "planned" },
} as const;
const bytes = (text: string) => new TextEncoder().encode(text);
/** A cell of each kind: with the sign that parts cells, with quotation marks, with a line end, and empty. */
const table = (sign: string) =>
  bytes(
    [
      ["Title", "Season", "Status", "Episode", "Total"],
      ["Attack on Titan", "2", "Watching", "5/12", ""],
      ['"Bleach"', "", '"Plan to Watch"', "0", "366"],
      [`"Madoka ${sign} ""Magica"""`, "", "Completed", "12", "12"],
      ['"Death\nNote"', "1", '""', "✓", "37"],
    ]
      .map((cells) => cells.join(sign))
      .join("\n"),
  );
const files = {
  "MyAnimeList XML": bytes(writeMal(index, shows)),
  "MyAnimeList XML, packed": gzipSync(writeMal(index, shows)),
  "AniList JSON": bytes(writeAnilist(index, shows)),
  "Kitsu JSON": bytes(writeKitsu(index, shows)),
  "plain titles": bytes(writeTitles(index, shows)),
  "table with commas": table(","),
  "table with semicolons": table(";"),
  "table with tabs": table("\t"),
  "table with strokes": table("|"),
  backup: bytes(writeBackup({ ...defaults, shows }, 1_000)),
};

/** What is put in: signs that mean something to a parser, halves of letters, numbers that are none. */
const splinters = [
  "<",
  ">",
  "]]>",
  "<![CDATA[",
  "&",
  "&#x110000;",
  '"',
  "\\u",
  "{",
  "[[",
  "null",
  "-1",
  "1e999",
].map(bytes);
const splinter = fc.oneof(
  fc.constantFrom(
    ...splinters,
    bytes("__proto__"),
    bytes("<my_watched_episodes>"),
    new Uint8Array([0xff, 0xfe]),
  ),
  fc.uint8Array({ maxLength: 6 }),
);
const change = fc.record({ at: fc.nat(5_000), cut: fc.nat(40), put: splinter });

function bend(
  file: Uint8Array,
  changes: readonly { at: number; cut: number; put: Uint8Array }[],
): Uint8Array {
  let bent = [...file];
  for (const { at, cut, put } of changes) {
    const from = at % (bent.length + 1);
    bent = [...bent.slice(0, from), ...put, ...bent.slice(from + cut)];
  }
  return Uint8Array.from(bent);
}

test.each(Object.entries(files))("%s", async (name, file) => {
  const figures = { files: 0, refused: 0, read: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      figures.files++;
      try {
        const list = await readFile(bend(file, changes));
        if (list.form !== "backup") {
          const plan = planList(index, await matchAll(index, list.entries), {}, undecided);
          expect(editSchema.safeParse(editOf(plan, new Set())).success).toBe(true);
        }
        figures.read++;
      } catch (error) {
        expect(error).toBeInstanceOf(ExchangeError);
        figures.refused++;
      }
    }),
    { numRuns: 400 },
  );
  record(`bad imports: ${name}`, figures);
});
