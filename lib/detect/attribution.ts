/** Which shows a sentence may be about, and what of the page speaks for each. */
import { type State, showOf } from "./context.ts";
import type { Attribution, Presence } from "./judged.ts";
import { type Mention, recentPassages } from "./mentions.ts";

/** A show named no longer ago than this goes on being told of, although the page is about another. */
const freshPassages = 2;

/**
 * A sentence belongs to the shows that it names, else to those of its paragraph and section, else to the page's, else
 * to the one named last. The page's own show stays possible beside a name in passing ("as in Evangelion"), or one that
 * it shares with another.
 * `paragraph`: shows named earlier in the passage, last first.
 */
export function attribute(
  mentions: readonly Mention[],
  state: State,
  paragraph: readonly number[],
): Map<number, Attribution> {
  const by = new Map<number, Attribution>();
  const add = (show: number, how: Attribution) => {
    if (!by.has(show)) by.set(show, how);
  };
  for (const m of mentions) if (m.character < 0) add(m.show, "title");
  for (const m of mentions) if (m.character >= 0) add(m.show, "character");
  const section = state.sections.findLast((x) => x.shows.length > 0);
  if (by.size > 0) {
    const own = section?.level === 1 || !section ? state.page : section.shows;
    for (const show of own) add(show, "page");
    return by;
  }
  for (const show of paragraph) add(show, "paragraph");
  if (section) for (const show of section.shows) add(show, "section");
  if (!section || section.level === 1) {
    for (const show of state.page) add(show, "page");
    for (const r of state.recent) if (r.age <= freshPassages) add(r.show, "recent");
  }
  if (by.size === 0) for (const r of state.recent) if (r.age <= recentPassages) add(r.show, "recent");
  return by;
}

/** How shows hang together. */
export interface Kin {
  relatives(show: number): readonly number[];
  namesake(mention: Mention, show: number): number;
}

/** More shows than this are never the topic of one sentence. */
const most = 4;

/** The shows of `by`, the likeliest first, to which sequels of the first and what they continue are added. */
export function withRelatives(by: Map<number, Attribution>, kin: Kin): readonly number[] {
  const shows = [...by.keys()].slice(0, most);
  for (const show of shows.slice(0, 2)) {
    for (const r of kin.relatives(show)) {
      if (by.has(r) || shows.length >= most) continue;
      by.set(r, "relative");
      shows.push(r);
    }
  }
  return shows;
}

/** Is there but one show that the sentence may mean? `topics`: the page's (mentions.ts). */
export function isSole(topics: readonly number[], by: ReadonlyMap<number, Attribution>): boolean {
  if (by.size !== 1 || topics.length > 1) return false;
  return topics.length === 0 || by.has(topics[0]!);
}

/** `topics`: how many the page has. `akin`: the show's relatives. `mentions`: of its characters, in the sentence. */
export function presenceOf(
  show: number,
  { cast, sure, domain, titled }: State,
  topics: number,
  akin: readonly number[],
  mentions: readonly Mention[],
): Presence {
  const isOwn = (key: number) => showOf(key) === show || akin.includes(showOf(key));
  return {
    cast: cast.filter(isOwn).length,
    proven: sure.some(isOwn) || mentions.some((m) => m.sure),
    topics,
    domain,
    titled,
  };
}
