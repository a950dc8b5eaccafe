/**
 * Text as people read it: white space is one space, what has no width is gone. Pure. `origin` finds a letter again in
 * the text it came from, by the same rules as `clean` (a property test holds the two together).
 */

// Soft hyphen, zero-width space, joiners, direction marks and overrides, invisible operators, fillers, variation
// selectors, byte order mark.
const none =
  "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff";
const invisible = new RegExp(`[${none}]+`, "g");
const anyInvisible = new RegExp(`[${none}]`);
const untidy = new RegExp(`[${none}]|[^\\S ]|\\s\\s|^\\s`);

/** `afterSpace`: what comes before ends with a space, so that no second one follows. `lines`: keep line ends. */
export function clean(data: string, afterSpace: boolean, lines = false): string {
  if (!untidy.test(data)) return data;
  const visible = data.replace(invisible, "");
  const spaced = visible.replace(/\s+/g, (space) => (lines && space.includes("\n") ? "\n" : " "));
  return afterSpace && /^\s/.test(spaced) ? spaced.slice(1) : spaced;
}

/** The text that `origin` was last asked about: a text in which much is hidden is asked about for each end of it. */
let asked = { data: "", afterSpace: false, origins: undefined as Uint32Array | undefined };

/** Where the letter at `index` of the cleaned text stands in `data`; past the end: `data.length`. */
export function origin(data: string, afterSpace: boolean, index: number): number {
  if (asked.data !== data || asked.afterSpace !== afterSpace)
    asked = { data, afterSpace, origins: untidy.test(data) ? originsOf(data, afterSpace) : undefined };
  return asked.origins ? (asked.origins[index] ?? data.length) : Math.min(index, data.length);
}

function originsOf(data: string, afterSpace: boolean): Uint32Array {
  const origins = new Uint32Array(data.length);
  let kept = 0;
  let space = afterSpace;
  for (let at = 0; at < data.length; at++) {
    const letter = data.charAt(at);
    if (anyInvisible.test(letter)) continue;
    const white = /\s/.test(letter);
    if (!(white && space)) origins[kept++] = at;
    space = white;
  }
  return origins.subarray(0, kept);
}
