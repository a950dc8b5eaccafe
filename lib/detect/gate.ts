/**
 * Could a page concern the catalog at all? Asked of each text until the first that could. What the gate lets through is
 * read from the top of the page; what it keeps out cannot give away anything: a finding needs a show, and a show comes
 * from a name that stands for itself or from several that stand for each other.
 */
import { mostPending, showOf } from "./context.ts";
import { emptyText, readText } from "./named-text.ts";
import type { NameIndex } from "./names.ts";
import { pairedShows } from "./pairs.ts";
import { enoughNames, onlyOpen } from "./standing-names.ts";

/** May this text, after those asked of before, name a show? Once it has said so it need not be asked again. */
export type Gate = (text: string) => boolean;

/**
 * The detector holds so many names open from passage to passage, and forgets the rest. Twice as many here, for texts
 * come as scripts put them in, while passages are read from the top. Without an end a long page would gather three of
 * some cast for certain: there is a Karl, an Anna and a Dieter in every newspaper.
 */
const most = 2 * mostPending;

export function createGate(names: NameIndex): Gate {
  const text = emptyText(names);
  /** Names that prove nothing alone, as `castKey`, the last ones first. */
  let pending: number[] = [];
  return (letters) => {
    readText(text, letters);
    const open: number[] = [];
    // In whatever role the text is: of a heading that is not known here.
    if (!onlyOpen(text, true, open)) return true;
    if (open.length === 0) return false;
    if (pairedShows(text, open).size > 0) return true;
    const known = [...new Set([...open, ...pending])];
    pending = known.slice(0, most);
    return open.some((key) => known.filter((other) => showOf(other) === showOf(key)).length >= enoughNames);
  };
}
