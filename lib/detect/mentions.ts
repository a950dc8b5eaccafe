/** Names in a passage to mentions: which show or character is meant, given what the page is about. */
import * as strength from "../catalog/strength.ts";
import { strengthMask } from "../catalog/tables.ts";
import { characterOf, type State, showOf } from "./context.ts";
import { bearersAt, capitalsOf, type NamedText } from "./named-text.ts";
import { bearersOf, characterAt, isOrdinary, type NameIndex, showAt, strengthAt } from "./names.ts";
import { pairedShows } from "./pairs.ts";
import { enoughNames, keyOf, standsAlone, staysOpen } from "./standing-names.ts";
import { isPost } from "./titles.ts";

export interface Mention {
  /** First token and the token after the last. */
  readonly from: number;
  readonly to: number;
  readonly show: number;
  /** -1: the title. */
  readonly character: number;
  /** Is the name an ordinary word? */
  readonly word?: boolean;
  /** Is it the show's title, or is that the same (Naruto)? */
  readonly title?: boolean;
  /** Does the name by itself say which show is meant? */
  readonly sure?: boolean;
}

export interface Mentions {
  readonly list: readonly Mention[];
  /** Names left open: they count once more of the same show turn up. */
  readonly open: readonly number[];
}

/** A recent show is the topic for this many passages after it was last named. */
export const recentPassages = 6;

/**
 * `alone`: the passage is a heading or the page's title, where a name that is a word may stand by itself. `proves`:
 * does the passage tell of two of the show, if these are named?
 */
export function resolve(
  text: NamedText,
  state: State,
  alone: boolean,
  proves: (show: number, mentions: readonly Mention[]) => boolean = () => false,
): Mentions {
  const { names, hits } = text;
  /** The likeliest topic first. */
  const near = topicsOf(state);
  // Only where a show has been named: what the gate would keep out must be found by nobody.
  const spoken = state.domain > 0 && near.length > 0;
  const accepted: (Mention | undefined)[] = hits.from.map(() => undefined);
  /** A title or full name that several shows bear names them all, until one of them is the topic. */
  const others: Mention[] = [];
  const accept = (h: number, ref: number) => {
    const named = mention(text, h, ref);
    const { show, title, sure } = named;
    accepted[h] = named;
    if (!near.includes(show) && (title || sure)) {
      let after = false;
      for (const r of bearersAt(text, h)) {
        if (after && (characterAt(names, r) === 0) === title) others.push(mention(text, h, r));
        if (r === ref) after = true;
      }
    }
    if (!near.includes(show)) near.push(show);
  };
  for (let h = 0; h < hits.from.length; h++) {
    const ref = best(
      text,
      h,
      near,
      // On a page about Tsukihime "Shiki" is no other show's title.
      (r) => standsAlone(text, h, r, alone, spoken) || (near.includes(showAt(names, r)) && fits(text, h, r)),
    );
    if (ref >= 0) accept(h, ref);
  }
  // Names that need the topic: now that the passage's own shows are known.
  const open: number[] = [];
  for (let h = 0; h < hits.from.length; h++) {
    if (accepted[h]) continue;
    const ref = best(text, h, near, (r) => near.includes(showAt(names, r)) && fits(text, h, r));
    const known = ref >= 0 ? ref : namedBefore(text, h, state.cast);
    if (known >= 0) accept(h, known);
    else for (const r of bearersAt(text, h)) if (staysOpen(text, h, r)) open.push(keyOf(names, r));
  }
  return { list: [...namesTogether(text, state, accepted, open, proves), ...others], open };
}

function mention(text: NamedText, h: number, ref: number): Mention {
  const { names, hits } = text;
  const show = showAt(names, ref);
  return {
    from: hits.from[h]!,
    to: hits.to[h]!,
    show,
    character: characterAt(names, ref) - 1,
    word: isOrdinary(names, ref),
    // "Frieren" is whom the show is named after: a title all the same.
    title: bearersAt(text, h).some((r) => showAt(names, r) === show && characterAt(names, r) === 0),
    sure: (strengthAt(names, ref) & strengthMask) === strength.distinct,
  };
}

/** Who in another show bears the name of this mention: index of the character; -1: nobody. */
export function namesake(text: NamedText, m: Mention, show: number): number {
  const { names, hits } = text;
  const h = hits.from.findIndex((from, i) => from === m.from && hits.to[i] === m.to);
  const ref = bearersAt(text, h).find((r) => showAt(names, r) === show);
  return ref === undefined ? -1 : characterAt(names, ref) - 1;
}

/** May the name mean one of these shows, or one that any of these `others` may mean? */
export function sharesShow(
  index: NameIndex,
  name: number,
  shows: readonly number[],
  others: readonly number[],
): boolean {
  const near = [...shows, ...others.flatMap((other) => bearersOf(index, other).map((r) => showAt(index, r)))];
  return bearersOf(index, name).some((r) => near.includes(showAt(index, r)));
}

/** Shows that the text may mean without saying so, the likeliest first. */
export function topicsOf(state: State): number[] {
  const out: number[] = [];
  const add = (show: number) => {
    if (!out.includes(show)) out.push(show);
  };
  for (let i = state.sections.length - 1; i >= 0; i--) state.sections[i]!.shows.forEach(add);
  state.page.forEach(add);
  for (const r of state.recent) if (r.age <= recentPassages) add(r.show);
  return out;
}

/** The ref of the likeliest topic, else the first, of those that are `ok`; -1: none. */
function best(text: NamedText, h: number, near: readonly number[], ok: (ref: number) => boolean): number {
  let found = -1;
  let rank = Number.POSITIVE_INFINITY;
  for (const r of bearersAt(text, h)) {
    const topic = near.indexOf(showAt(text.names, r));
    const own = topic < 0 ? near.length : topic;
    if (own < rank && ok(r)) {
      found = r;
      rank = own;
    }
  }
  return found;
}

/** A name that is a word must be capitalised. */
function fits(text: NamedText, h: number, ref: number): boolean {
  return !isOrdinary(text.names, ref) || capitalsOf(text, h) > 0 || isPost(text.tokens, text.hits.from[h]!);
}

/**
 * Whom the page has named already is meant again, however long ago that was: "like Mami's death". -1: nobody, or it
 * could be two.
 */
function namedBefore(text: NamedText, h: number, named: readonly number[]): number {
  let found = -1;
  for (const r of bearersAt(text, h)) {
    if (characterAt(text.names, r) === 0 || !named.includes(keyOf(text.names, r))) continue;
    if (!fits(text, h, r)) continue;
    if (found >= 0) return -1;
    found = r;
  }
  return found;
}

/** Different characters of one show, none of whom proves anything alone, prove it together. */
function namesTogether(
  text: NamedText,
  state: State,
  accepted: (Mention | undefined)[],
  open: readonly number[],
  proves: (show: number, mentions: readonly Mention[]) => boolean,
): Mention[] {
  /** By name found, whom of the show it may mean. */
  const namedOf = (show: number) =>
    text.hits.from.map((_, h) => {
      if (accepted[h]) return undefined;
      const ref = best(text, h, [show], (r) => showAt(text.names, r) === show && fits(text, h, r));
      return ref < 0 ? undefined : mention(text, h, ref);
    });
  const accept = (named: readonly (Mention | undefined)[]) =>
    named.forEach((m, h) => {
      if (m) accepted[h] = m;
    });
  const bearersOf = new Map<number, Set<number>>();
  for (const key of [...open, ...state.pending]) {
    const show = showOf(key);
    const set = bearersOf.get(show) ?? bearersOf.set(show, new Set()).get(show)!;
    set.add(characterOf(key));
  }
  let winner = -1;
  for (const [show, set] of bearersOf) {
    if (set.size >= enoughNames && set.size > (bearersOf.get(winner)?.size ?? 0)) winner = show;
  }
  if (winner >= 0 && open.some((key) => showOf(key) === winner)) accept(namedOf(winner));
  else
    for (const show of pairedShows(text, open, accepted)) {
      const named = namedOf(show);
      if (
        proves(
          show,
          named.filter((m) => m !== undefined),
        )
      ) {
        accept(named);
        break;
      }
    }
  return accepted.filter((m) => m !== undefined);
}
