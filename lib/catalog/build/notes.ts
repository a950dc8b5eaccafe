/**
 * What is not wrong in a show's file but may surprise whoever writes it: names that others bear, names that are words.
 */
import type { Show } from "../schema.ts";
import { frequencyPerMillion, isOrdinaryWord } from "./ordinary.ts";
import { allTitleSpellings, characterNames, type Spelling, spell } from "./spellings.ts";

const join = (s: Spelling) => s.join(" ");

/** Notes `file: field: what` on the shows, in their order. */
export function notesOn(shows: readonly Show[]): string[] {
  const bearers = new Map<string, Show[]>();
  allTitleSpellings(shows).forEach((list, i) => {
    for (const t of list)
      bearers.set(join(t.spelling), [...(bearers.get(join(t.spelling)) ?? []), shows[i]!]);
  });
  const root = rootOf(shows);
  return shows.flatMap((show) => {
    const strangers = (spelling: Spelling) =>
      (bearers.get(join(spelling)) ?? []).filter((s) => root(s) !== root(show)).map((s) => s.id);
    const out: string[] = [];
    const note = (field: string, what: string) => out.push(`${show.id}.json: ${field}: ${what}`);
    [show.title, ...show.aliases].forEach((title, i) => {
      const others = spell(title, false).flatMap(strangers);
      if (others.length)
        note(i ? `aliases.${i - 1}` : "title", `"${title}" is also a title of ${list(others)}`);
    });
    show.characters.forEach((c, i) => {
      const { full, alone } = characterNames(c);
      const others = [...full, ...alone].flatMap(strangers);
      if (others.length) note(`characters.${i}`, `a name of ${c.name} is also a title of ${list(others)}`);
      const listed = new Set(c.ordinary.map((o) => o.toLowerCase()));
      for (const [word] of alone.filter((s) => s.length === 1 && !listed.has(s[0]!))) {
        const often = frequencyPerMillion(word!);
        if (isOrdinaryWord(word!) && often >= 1) {
          note(
            `characters.${i}`,
            `"${word}" stands ${often.toFixed(0)} times in a million words: it counts only where the show is the topic`,
          );
        }
      }
    });
    return out;
  });
}

const list = (ids: readonly string[]) => [...new Set(ids)].join(", ");

/** The id of the show that a story begins with. */
function rootOf(shows: readonly Show[]): (show: Show) => string {
  const byId = new Map(shows.map((s) => [s.id, s]));
  return (show) => {
    let at = show;
    for (let b = at.continues; b !== undefined && byId.has(b); b = at.continues) at = byId.get(b)!;
    return at.id;
  };
}
