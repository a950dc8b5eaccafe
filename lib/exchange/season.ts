/** What stands behind a show's title: "2nd Season", "Part 2", "II", "The Final Season Part 2", "(2019)". */

/** All that was understood; a label without fields says nothing ("TV"). */
export interface Label {
  readonly season?: number;
  /** A half (cour) of a season, or of the show where no season is named. */
  readonly half?: number;
  readonly final?: true;
  readonly year?: number;
}

const words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** "2", "2nd", "ii", "second"; 0 for none. */
function numberOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const digits = /^(\d{1,2})(?:st|nd|rd|th|a|e|eme)?$/.exec(token);
  if (digits) return Number(digits[1]);
  return 1 + Math.max(words.indexOf(token), romans.indexOf(token));
}

/** In the other languages of the interface. */
const english: Readonly<Record<string, string>> = {
  staffel: "season",
  saison: "season",
  temporada: "season",
  シーズン: "season",
  teil: "part",
  partie: "part",
  parte: "part",
  パート: "part",
  letzte: "final",
  finale: "final",
  ファイナル: "final",
};

/** "staffel" → "season", "シーズン2" and "第2期" → "season2"; folded words of the interface's other languages. */
function inEnglish(token: string): string {
  const [, before = "", number = "", after = ""] = /^(\D*)(\d{0,2})(\D*)$/.exec(token) ?? [];
  if (number && /^第?$/.test(before) && /^(?:期|シーズン)$/.test(after)) return `season${number}`;
  if (number && before === "第" && after === "クール") return `cour${number}`;
  return (Object.hasOwn(english, before) && after === "" && `${english[before]}${number}`) || token;
}

const empty = new Set(["tv", "series", "the", "animation", "ona"]);

/**
 * Reads folded words to the end. Undefined where one of them is of another kind: then it is not a label but a title.
 */
export function labelOf(written: readonly string[]): Label | undefined {
  const tokens = written.map(inEnglish).join(" ").replace("season final", "final season").split(" ");
  const label: { season?: number; half?: number; final?: true; year?: number } = {};
  let i = 0;
  const take = (field: "season" | "half", number: number, length: number) => {
    if (number === 0 || label[field] !== undefined) return false;
    label[field] = number;
    i += length;
    return true;
  };
  while (i < tokens.length) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const joined = /^(season|s|part|cour)0?(\d{1,2})$/.exec(token);
    if (joined) {
      if (!take(joined[1]!.startsWith("s") ? "season" : "half", Number(joined[2]), 1)) return undefined;
    } else if (token === "season") {
      if (!take("season", numberOf(next), 2)) return undefined;
    } else if (token === "part" || token === "cour") {
      if (!take("half", numberOf(next), 2)) return undefined;
    } else if (token === "final" && (next === "season" || next === "series" || label.final === undefined)) {
      if (label.final) return undefined;
      label.final = true;
      i += next === "season" || next === "series" ? 2 : 1;
    } else if (next === "season" && take("season", numberOf(token), 2)) {
      // "2nd season"
    } else if ((next === "cour" || next === "part") && take("half", numberOf(token), 2)) {
      // "2nd cour"
    } else if (/^(?:19[5-9]|20[0-3])\d$/.test(token) && label.year === undefined) {
      label.year = Number(token);
      i++;
    } else if (empty.has(token)) i++;
    else if (i === 0 && take("season", numberOf(token), 1)) {
      // "II", "2"
    } else return undefined;
  }
  return label;
}

export function sameLabel(a: Label, b: Label): boolean {
  return a.season === b.season && a.half === b.half && a.final === b.final;
}
