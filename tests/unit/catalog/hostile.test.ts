/** Entries that somebody has written to do harm: refused with file, field and reason, or without any effect. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { carry } from "../../../lib/catalog/build/carry.ts";
import { checkShow } from "../../../lib/catalog/build/check.ts";
import { catalogPlugin } from "../../../lib/catalog/build/plugin.ts";
import { readShows } from "../../../lib/catalog/build/read.ts";
import type { Show, ShowFile } from "../../../lib/catalog/schema.ts";
import type { Tables } from "../../../lib/catalog/tables.ts";
import { createDetector } from "../../../lib/detect/detect.ts";
import { record } from "../../figures.ts";
import { file, spoiler } from "./fixtures.ts";

const errorsOf = (changes: object) => checkShow("quiet-orrery.json", { ...file(), ...changes }).errors;
const character = file().characters[0]!;

const ways = "red-door|old-ship ".repeat(16).trim();
const unseen = "a sign that nobody sees, or half of one";
test.each<[string, object, string]>([
  ["directions that turn a title", { title: "Quiet \u202eyrerrO" }, `title: ${unseen}`],
  ["an isolate that is never closed", { aliases: ["Quiet \u2067Orrery"] }, `aliases.0: ${unseen}`],
  ["a control character", { studio: "Studio\u0000Bones" }, `studio: ${unseen}`],
  ["a letter of no width", { title: "Quiet\u200bOrrery" }, `title: ${unseen}`],
  ["half of a letter", { parts: [{ title: "Season \ud835", episodes: 3 }] }, `parts.0.title: ${unseen}`],
  [
    "a line separator",
    { spoilers: [spoiler({ sentence: "He\u2028dies." })] },
    `spoilers.0.sentence: ${unseen}`,
  ],
  ["a name as long as a book", { title: "Q".repeat(301) }, "title: longer than 300 letters"],
  ["an id as long as one", { id: "q".repeat(81) }, "id: longer than 80 letters"],
  ["an id that every object has", { id: "constructor" }, "id: a name that every object has"],
  [
    "the same for a character",
    { characters: [{ ...character, id: "constructor" }], spoilers: [spoiler({ who: [] })] },
    "characters.0.id: a name that every object has",
  ],
  ["an id of Object's own", { id: "__proto__" }, "id: not lower-case letters, digits and single hyphens"],
  [
    "a clue that stands for thousands of others",
    { spoilers: [spoiler({ clues: [ways] })] },
    `spoilers.0.clues: "${ways}" stands for 65536 patterns`,
  ],
  [
    "a mark of the build",
    { title: "@@carried:" },
    'file: holds "@@carried:", by which the build finds its own texts',
  ],
])("%s is refused", (_, changes, message) => {
  const named = (errors: readonly string[]) => errors.filter((error) => !error.includes("is not named"));
  expect(named(errorsOf(changes))).toEqual([`quiet-orrery.json: ${message}`]);
});

test("files that are no show at all, or too large or too deep for one", () => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-catalog-"));
  const files: Record<string, string> = {
    "deep.json": "[".repeat(60_000) + "]".repeat(60_000),
    "large.json": JSON.stringify({ ...file({ id: "large" }), aliases: Array(30_000).fill("Orrery") }),
    "null.json": "null",
    "proto.json": JSON.stringify(file({ id: "proto" })).replace("{", '{"__proto__":{"title":"Polluted"},'),
    "text.json": '"text"',
    "torn.json": '{"id":"torn"',
  };
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { shows, errors } = readShows(folder);
    const refused = new Set(errors.map((error) => error.split(": ").slice(0, 2).join(": ")));
    expect([...refused]).toEqual(Object.keys(files).map((name) => `${name}: file`));
    expect(shows).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/**
 * What means something to a parser of markup, code, patterns or addresses, or is the name of something that every
 * object has.
 */
const splinters = [
  ..."<>&'\"`\\/*+|?$^(){}[].;:,=%#@!~-",
  "*/",
  "/*",
  "//",
  "</script>",
  "<img src=x onerror=alert(1)>",
  "<!--",
  "$" + "{alert(1)}",
  "$&",
  "$1",
  "\\u0041",
  "\\n",
  "(a+)+$",
  "javascript:alert(1)",
  "&lt;",
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"],
  "@@carried:",
  "Ilven",
  "the",
  "死",
  "𝐌",
  "😀",
];
const raw = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...splinters) }, fc.constant(" "), fc.string()), {
    minLength: 1,
    maxLength: 8,
  })
  .map((bits) => bits.join(""));
/** Mostly in the form that the schema asks for: what is refused comes no further. */
const formed = (form: (words: string) => string) =>
  fc.oneof({ weight: 60, arbitrary: raw.map((words) => form(words.trim()) || "Orrery") }, raw);
const words = formed((text) => text);
const list = (form: (words: string) => string) => fc.array(formed(form), { maxLength: 3 });
const hostile = fc
  .record({
    title: words,
    aliases: list((text) => text),
    studio: words,
    parts: fc.array(fc.record({ title: words, episodes: fc.constant(12) }), { minLength: 1, maxLength: 2 }),
    name: words,
    names: list((text) => text),
    roles: list((text) => text),
    sentence: words,
    clues: list((text) => `${text.replaceAll("+", "")} dome`.trim()),
    scene: list((text) => text.replace(/\s/g, "")),
    example: words,
  })
  .map(
    ({ name, names, roles, sentence, clues, scene, example, ...rest }): ShowFile => ({
      ...file(),
      ...rest,
      characters: [{ ...character, name, aliases: names, roles }],
      premise: [{ sentence, clues, scene }],
      spoilers: [spoiler({ where: { part: 1 }, sentence, clues, scene: [...scene, "dome"], example })],
    }),
  );

test("whatever stands in an entry: it is refused, or built into scripts that say no more and no less than it does", () => {
  const accepted: Show[] = [];
  let refused = 0;
  fc.assert(
    fc.property(hostile, (entry) => {
      // What is not refused is built below, all of it at once.
      const id = `orrery-${accepted.length}`;
      const { show, errors } = checkShow(`${id}.json`, { ...entry, id });
      if (errors.length) refused++;
      else accepted.push(show!);
      for (const error of errors) expect(error).toMatch(/^orrery-\d+\.json: [a-z][\w.]*: \S/);
    }),
    { numRuns: 1_000 },
  );
  expect(accepted.length).toBeGreaterThan(300);
  expect(refused).toBeGreaterThan(10);

  const plugin = catalogPlugin(() => accepted);
  plugin.configResolved({ command: "build" });
  /** Runs a module as it is shipped. */
  const run = (name: string, ...exported: string[]) => {
    const code = carry(plugin.load(`\0virtual:catalog/${name}`)!.replaceAll("export ", ""));
    expect(code).toMatch(/^[ -~]*$/);
    return new Function(`${code};return{${exported.join()}}`)();
  };
  const { shows } = run("shows", "shows") as { shows: readonly Show[] };
  const byId = new Map(shows.map((show) => [show.id, show]));
  const { brief } = run("brief", "brief") as { brief: Record<string, readonly [string, number, number]> };
  for (const { id, title, aliases, parts, studio } of accepted) {
    expect(byId.get(id)).toMatchObject({ title, aliases, parts, studio });
    expect(brief[id]).toEqual([title, parts.length, parts.at(-1)?.episodes]);
  }
  const detector = createDetector((run("tables", "tables") as { tables: () => Tables }).tables());
  let findings = 0;
  for (const { id, title, characters, spoilers } of accepted) {
    let context = detector.begin({ title, url: `https://blog.example/${encodeURIComponent(title)}` });
    for (const text of [spoilers[0]!.example, `${characters[0]!.name} dies. ${spoilers[0]!.sentence}`]) {
      const reading = detector.read({ text, role: "text", level: 0 }, context);
      for (const { show, title } of reading.findings) expect(title).toBe(brief[show]?.[0]);
      findings += reading.findings.filter(({ show }) => show === id).length;
      context = reading.after;
    }
  }
  // Else nothing of them has come so far.
  expect(findings).toBeGreaterThan(50);
  expect(Object.keys(Object.prototype)).toEqual([]);
  record("hostile catalog entries", { cases: 1_000, refused, built: accepted.length });
});
