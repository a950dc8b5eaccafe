/** Names of parts in the reader's language, where the catalog has plain ones: "Season 2", "Shi (Season 4)", "Film". */
import { i18n } from "#i18n";
import type { Titled } from "../../catalog/native-title.ts";
import { titleOf } from "../show-title.ts";

const fixed = {
  "final season": "part.final",
  film: "part.film",
  films: "part.films",
  "first film": "part.firstFilm",
  "film or tv arc": "part.filmOrArc",
  "the movie": "part.movie",
  "tv series": "part.series",
  tv: "format.tv",
  ova: "format.ova",
  ona: "format.ona",
  manga: "format.manga",
  special: "part.special",
  specials: "part.specials",
  epilogue: "part.epilogue",
} as const;

const numbered = [
  [/^season (\d+)$/i, "part.season"],
  [/^part (\d+)$/i, "part.part"],
  [/^cour (\d+)$/i, "part.cour"],
  [/^final season part (\d+)$/i, "part.finalPart"],
  [/^ova ([\dIVX–]+)$/i, "part.ova"],
  [/^episode (\d+)$/i, "veil.episode"],
  [/^(\d{4}) episodes$/i, "part.ofYear"],
] as const;

const ordinals = "first second third fourth fifth 1st 2nd 3rd 4th 5th".split(" ");

/** A part beside its show: one that bears the show's title is called what the show is called here. */
export const partOf = (show: Titled, title: string) =>
  title === show.title ? titleOf(show) : partName(title);

/** A proper name stays as it is, also beside a plain one: "Season 4: To the Top", "Ordinal Scale (film)". */
export function partName(written: string): string {
  const title = inDigits(written);
  const whole = plainName(title);
  if (whole !== undefined) return whole;
  const [, outer, inner] = /^(.+) \((.+)\)$/.exec(title) ?? [];
  if (outer && inner)
    return i18n.t("part.noted", [partName(outer), inner.split(", ").map(orProper).join(", ")]);
  const [, first, second] = /^(.+?): (.+)$/.exec(title) ?? [];
  const isPlain = (name: string) => plainName(name) !== undefined;
  return first && second && (isPlain(first) || isPlain(second))
    ? i18n.t("part.named", [orProper(first), orProper(second)])
    : title;
}

/** "Second Season" → "Season 2", "The Final Season" → "Final Season": only where the name begins with it. */
function inDigits(title: string): string {
  return title.replace(/^the (?=final season)/i, "").replace(/^(\w+) season\b/i, (all, word: string) => {
    const at = ordinals.indexOf(word.toLowerCase());
    return at < 0 ? all : `Season ${(at % 5) + 1}`;
  });
}

const orProper = (name: string) => plainName(name) ?? name;

function plainName(name: string): string | undefined {
  const key = fixed[name.toLowerCase() as keyof typeof fixed];
  if (key) return asWritten(name, i18n.t(key));
  for (const [pattern, key] of numbered) {
    const n = pattern.exec(name)?.[1];
    if (n) return asWritten(name, i18n.t(key, [n]));
  }
  return undefined;
}

/** Alone a name begins with a capital; in brackets, behind another, as it does within a sentence. */
const asWritten = (name: string, words: string) =>
  /^\p{Lu}/u.test(name) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
