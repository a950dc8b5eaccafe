/** One title to the shows and parts that it means. */
import type { CatalogIndex, IndexedShow, Meaning, Target } from "./catalog-index.ts";
import { exact, fold, squeeze } from "./fold.ts";
import { followedBy } from "./parts.ts";
import { labelOf } from "./season.ts";

export interface Resolved {
  readonly meanings: readonly Meaning[];
  /** Shows whose title is there, followed by words that were not understood. */
  readonly partly: readonly IndexedShow[];
}

const nothing: Resolved = { meanings: [], partly: [] };

/** A title so short is the beginning of too many others. */
const tellingLength = 5;

/**
 * Reads the title from the left: the longest beginning that is a show's title, then what follows it. `byHand`: a
 * person wrote it, so acronyms count.
 */
export function resolveTitle(index: CatalogIndex, title: string, byHand = false): Resolved {
  const written = ownTitles(index.exact.get(exact(title)), (show) => exact(show) === exact(title));
  // "K-On!" and "K-On!!" are the same once folded.
  if (written?.length === 1) return { meanings: written, partly: [] };
  const folded = fold(title);
  if (folded === "") return nothing;
  const tokens = folded.split(" ");
  for (let n = tokens.length; n > 0; n--) {
    const base = tokens.slice(0, n).join(" ");
    const targets = targetsOf(index, base, byHand);
    if (!targets) continue;
    if (n === tokens.length) return { meanings: targets, partly: [] };
    const meanings = targets.flatMap((target) => follow(target, tokens.slice(n)) ?? []);
    if (meanings.length > 0) return { meanings, partly: [] };
    if (base.length >= tellingLength)
      return { meanings: [], partly: [...new Set(targets.map(({ show }) => show))] };
  }
  return nothing;
}

/** What is the title of one show means that one, though it is an alias of another. */
function ownTitles(targets: readonly Target[] | undefined, same: (title: string) => boolean) {
  if (!targets || targets.length < 2) return targets;
  const own = targets.filter(({ show, part }) => part === undefined && same(show.show.title));
  return own.length === 1 ? own : targets;
}

function targetsOf(index: CatalogIndex, base: string, byHand: boolean): readonly Target[] | undefined {
  const own = ownTitles(index.folded.get(base), (show) => fold(show) === base);
  const found = own ?? (byHand ? index.acronyms.get(base) : undefined);
  // Squeezed, short titles become one another.
  return found ?? (base.length > tellingLength ? index.squeezed.get(squeeze(base)) : undefined);
}

function follow({ show, part }: Target, rest: readonly string[]): Meaning | undefined {
  if (part === undefined) {
    const found = followedBy(show, rest);
    return found && { show, ...found };
  }
  // Behind a part's own title only a half can follow.
  const label = labelOf(rest);
  return label?.half !== undefined && label.season === undefined
    ? { show, part, half: label.half }
    : undefined;
}
