/** What a site hides itself until its reader asks for it: a second veil over it would only be in the way. */
import type { Stretch } from "./choose.ts";
import { closest, parentElementOf } from "./nodes.ts";
import type { Piece } from "./passages.ts";
import type { Run } from "./reader.ts";

/**
 * Reddit, Discord, MyAnimeList, AniList, Discourse, XenForo. Only names that have no other use: a text that a site
 * calls "spoiler" in its own way, perhaps in clear, is shielded as everywhere.
 */
const marked =
  ".md-spoiler-text,shreddit-spoiler,[class*=spoilerContent_]," +
  ".spoiler_content,.markdown_spoiler,.spoiler-blurred,.bbCodeSpoiler-content";

/**
 * Is a passage's stretch `[start, end)` hidden by the site? In clear may stand what has no letters, and what warns of it
 * and does not tell it: "Spoiler for episode 3: ||…||." `tells`: would these words be hidden where that node stands?
 */
export function isLeftToSite(
  { text, pieces }: Pick<Run, "text" | "pieces">,
  { start, end }: Pick<Stretch, "start" | "end">,
  tells: (words: string, place: Text) => boolean,
): boolean {
  let some = false;
  let clear = "";
  for (const { node, at, length } of pieces) {
    const words = text.slice(Math.max(start, at), Math.min(end, at + length));
    if (words && isHiddenBySite(node)) some = true;
    else clear += words;
  }
  if (!some || !/[\p{L}\p{N}]/u.test(clear)) return some;
  return warns.test(clear) && !tells(clear.trim(), (pieces[0] as Piece).node);
}

const warns = /\bspoilers?\b/i;

/** Those that have been seen closed: what stands open from the start the site does not hide. */
const closed = new WeakSet<Element>();

/** Does the site itself hide this text behind a spoiler mark? Opened once, it is the reader's choice. */
function isHiddenBySite(text: Text): boolean {
  const element = parentElementOf(text);
  if (!element) return false;
  if (closest(element, marked)) return true;
  const details = closest(element, "details") as HTMLDetailsElement | null;
  if (!details) return false;
  if (!details.open) closed.add(details);
  const summary = details.querySelector("summary");
  return closed.has(details) && !summary?.contains(element) && warns.test(summary?.textContent ?? "");
}
