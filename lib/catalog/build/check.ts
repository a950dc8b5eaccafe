/** Checks beyond the schema, for one show and for all together. Errors are `file: field: reason`. */
import { parsePattern } from "../../detect/pattern.ts";
import { type Show, showSchema } from "../schema.ts";
import { mark } from "./carry.ts";
import { countWays, passedOver } from "./clues.ts";
import { checkTrackers, sharedTrackers } from "./trackers.ts";

/** So many patterns may a clue stand for; the catalog's have 16 at most. */
const mostWays = 100;

export interface CheckedShow {
  show?: Show;
  errors: string[];
}

/** Validates one parsed show file; `file` is named in each error. */
export function checkShow(file: string, json: unknown): CheckedShow {
  const parsed = showSchema.safeParse(json);
  if (!parsed.success) {
    // The first reason of each field: what is empty is no id either.
    const reasons = new Map<string, string>();
    for (const { path, message } of parsed.error.issues) {
      const field = path.join(".") || "file";
      if (!reasons.has(field)) reasons.set(field, message);
    }
    return { errors: [...reasons].map(([field, reason]) => `${file}: ${field}: ${reason}`) };
  }
  const show = parsed.data;
  const errors: string[] = [];
  const fail = (field: string, reason: string) => errors.push(`${file}: ${field}: ${reason}`);
  if (JSON.stringify(show).includes(mark))
    fail("file", `holds "${mark}", by which the build finds its own texts`);
  if (file !== `${show.id}.json`) fail("id", `the file is not named ${show.id}.json`);
  const characters = unique(show.characters, "characters", fail);
  unique(show.spoilers, "spoilers", fail);
  const titles = new Set([show.title, ...show.aliases]);
  for (const t of show.ordinaryTitles) {
    if (!titles.has(t)) fail("ordinaryTitles", `"${t}" is neither title nor alias`);
  }
  once(show.aliases, "aliases", fail);
  show.characters.forEach((c, i) => {
    once(c.aliases, `characters.${i}.aliases`, fail);
    const names = new Set([c.name, c.given, c.family, ...c.aliases]);
    for (const o of c.ordinary) {
      if (!names.has(o)) fail(`characters.${i}.ordinary`, `"${o}" is not one of the names`);
    }
  });
  for (const [field, list] of [["premise", show.premise] as const, ["spoilers", show.spoilers] as const]) {
    list.forEach((s, i) => {
      for (const w of s.who) {
        if (!characters.has(w.character)) {
          fail(`${field}.${i}.who`, `no character "${w.character}"`);
        }
      }
      for (const clue of s.clues) {
        const ways = countWays(clue);
        if (ways > mostWays) fail(`${field}.${i}.clues`, `"${clue}" stands for ${ways} patterns`);
        try {
          parsePattern(clue);
          for (const word of passedOver(clue))
            fail(`${field}.${i}.clues`, `"${word}" in "${clue}" is passed over: no sentence is asked for it`);
        } catch (e) {
          fail(`${field}.${i}.clues`, (e as Error).message);
        }
      }
    });
  }
  show.spoilers.forEach((s, i) => {
    if (s.clues.length + s.scene.length === 0) fail(`spoilers.${i}`, "neither clues nor scene");
    if (!s.where || "source" in s.where) return;
    const part = show.parts[s.where.part - 1];
    if (!part) fail(`spoilers.${i}.where`, `there is no part ${s.where.part}`);
    else if ((s.where.episode ?? 1) > part.episodes) {
      fail(`spoilers.${i}.where`, `part ${s.where.part} has only ${part.episodes} episodes`);
    }
  });
  checkTrackers(show, fail);
  return { show, errors };
}

/** Errors that only the whole catalog shows: an id used twice, a sequel of nothing. */
export function checkCatalog(shows: readonly Show[]): string[] {
  const ids = new Set<string>();
  const errors: string[] = [];
  for (const s of shows) {
    if (ids.has(s.id)) errors.push(`${s.id}.json: id: used twice`);
    ids.add(s.id);
  }
  errors.push(...sharedTrackers(shows));
  for (const s of shows) {
    if (s.continues && !ids.has(s.continues)) {
      errors.push(`${s.id}.json: continues: no show "${s.continues}"`);
    } else if (continuesItself(s, shows))
      errors.push(`${s.id}.json: continues: the shows continue each other`);
  }
  return errors;
}

/** Is the show, followed back through what it continues, met again? */
function continuesItself(show: Show, shows: readonly Show[]): boolean {
  const seen = new Set<string>();
  let before = show.continues;
  while (before !== undefined && !seen.has(before)) {
    seen.add(before);
    before = shows.find((s) => s.id === before)?.continues;
  }
  return seen.has(show.id);
}

/** What stands there twice is one name that has been taken apart, or a slip. */
function once(names: readonly string[], field: string, fail: (field: string, reason: string) => void): void {
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) fail(`${field}.${i}`, `"${name}" stands there twice`);
  });
}

function unique(
  list: readonly { id: string }[],
  field: string,
  fail: (field: string, reason: string) => void,
): Set<string> {
  const ids = new Set<string>();
  list.forEach(({ id }, i) => {
    if (ids.has(id)) fail(`${field}.${i}.id`, `"${id}" used twice`);
    ids.add(id);
  });
  return ids;
}
