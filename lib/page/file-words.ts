/** What the name of a picture's file says. Pure. */

/**
 * "…/mami-dies-in-episode-3.jpg?w=300" → "mami dies in episode 3"; "" where it is a number, a hash or a word or two.
 */
export function fileWords(address: string): string {
  // What a page draws itself has no name, and can be megabytes long.
  if (/^(data|blob):/i.test(address)) return "";
  const [path = ""] = address.slice(0, 2000).split(/[?#]/);
  const name = (path.split("/").at(-1) ?? "").replace(/\.\w{2,5}$/, "");
  let text = name;
  try {
    text = decodeURIComponent(name);
  } catch {
    // A lone "%" is a character like any other.
  }
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[\s\-_+.,~()]+/)
    .filter((word) => /\p{L}|^\d{1,3}$/u.test(word));
  if (words.filter((word) => /^\p{L}{2,}$/u.test(word)).length < 3) return "";
  return words.join(" ");
}

const parts = /background|;|url\(\s*["']?([^"')]+)/gi;

/**
 * The address in an inline style's `background` or `background-image`; "" for none. Part by part: one pattern for all
 * of it would look for an address behind each "background" of a style that has a hundred thousand and none.
 */
export function backgroundIn(style: string): string {
  let drawn = false;
  let found = "";
  for (const [part, address] of style.matchAll(parts)) {
    if (address) found = drawn ? address : "";
    else if (part !== ";") drawn = true;
    else if (found) break;
    else drawn = false;
  }
  return found;
}
