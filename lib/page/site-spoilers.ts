/** What a site hides itself until its reader asks for it: a second veil over it would only be in the way. */
import { closest, parentElementOf, typeOf } from "./nodes.ts";
import { type Piece, rangesOf } from "./passages.ts";

/**
 * Reddit, Discord, MyAnimeList, AniList, Discourse, XenForo. Only names that have no other use: a text that a site
 * calls "spoiler" in its own way, perhaps in clear, is shielded as everywhere.
 */
const marked = [
  ".md-spoiler-text",
  '[class*="spoilerContent_"]',
  ".spoiler_content",
  ".markdown_spoiler",
  ".spoiler-blurred",
  ".bbCodeSpoiler-content",
].join();

/** Is all of a passage's stretch `[start, end)` hidden by the site? */
export function isLeftToSite(
  pieces: readonly Piece[],
  { start, end }: { start: number; end: number },
): boolean {
  return rangesOf(pieces, start, end).every(({ node }) => isHiddenBySite(node));
}

/** Those that have been seen closed: what stands open from the start the site does not hide. */
const closed = new WeakSet<Element>();

/** Does the site itself hide the text at this node behind a spoiler mark? Opened once, it is the reader's choice. */
function isHiddenBySite(node: Node): boolean {
  const element = typeOf(node) === 1 ? (node as Element) : parentElementOf(node);
  if (!element) return false;
  if (closest(element, marked)) return true;
  const details = closest(element, "details");
  if (!details) return false;
  if (!details.hasAttribute("open")) closed.add(details);
  const summary = details.querySelector("summary");
  return (
    closed.has(details) &&
    !!summary &&
    !summary.contains(element) &&
    /\bspoilers?\b/i.test(summary.textContent ?? "")
  );
}
