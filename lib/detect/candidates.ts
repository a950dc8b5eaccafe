/** Which shows a sentence may be about, and who of them is spoken of. */
import type { State } from "./context.ts";
import { type CueHits, cueCount, cuePlaces } from "./cues.ts";
import { findEvidence, rolesIn } from "./evidence.ts";
import type { Attribution, Bound, Candidate } from "./features.ts";
import type { Knowledge } from "./knowledge.ts";
import { recentPassages, topicsOf } from "./mentions.ts";
import type { Sentence } from "./sentence.ts";

/** A show named no longer ago than this goes on being told of, although the page is about another. */
const freshPassages = 2;

/**
 * A sentence belongs to the shows that it names, else to those of its paragraph and section, else to the page's, else
 * to the one named last. The page's own show stays possible beside a name in passing ("as in Evangelion").
 * `paragraph`: shows named earlier in the passage, last first.
 */
export function attribute(s: Sentence, state: State, paragraph: readonly number[]): Map<number, Attribution> {
  const by = new Map<number, Attribution>();
  const add = (show: number, how: Attribution) => {
    if (!by.has(show)) by.set(show, how);
  };
  for (const m of s.mentions) if (m.character < 0) add(m.show, "title");
  for (const m of s.mentions) if (m.character >= 0) add(m.show, "character");
  const section = [...state.sections].reverse().find((x) => x.shows.length > 0);
  if (by.size > 0) {
    const own = section?.level === 1 || !section ? state.page : section.shows;
    if (!s.mentions.some((m) => m.character >= 0)) for (const show of own) add(show, "page");
    return by;
  }
  for (const show of paragraph) add(show, "paragraph");
  for (const show of section?.shows ?? []) add(show, "section");
  if (!section || section.level === 1) {
    for (const show of state.page) add(show, "page");
    for (const r of state.recent) if (r.age <= freshPassages) add(r.show, "recent");
  }
  if (by.size === 0) for (const r of state.recent) if (r.age <= recentPassages) add(r.show, "recent");
  return by;
}

/** More shows than this are never the topic of one sentence. */
const most = 4;
/** A character is meant by a pronoun for so many sentences after the name. */
const salientSentences = 4;
/** Words between a death word and whom it concerns. */
const boundWords = 8;

const pronounOf: Readonly<Record<string, string>> = {
  she: "s",
  her: "s",
  hers: "s",
  herself: "s",
  he: "h",
  him: "h",
  his: "h",
  himself: "h",
  they: "t",
  them: "t",
  their: "t",
};

/** `by`: what `attribute` says. `relatives(show)`: sequels and the show continued. */
export function candidatesOf(
  s: Sentence,
  state: State,
  by: Map<number, Attribution>,
  cues: CueHits,
  know: (show: number) => Knowledge,
  relatives: (show: number) => readonly number[],
): Candidate[] {
  const explicit = s.mentions.length > 0;
  const topics = topicsOf(state);
  const shows = [...by.keys()].slice(0, most);
  for (const show of shows.slice(0, 2)) {
    for (const r of relatives(show)) {
      if (by.has(r) || shows.length >= most) continue;
      by.set(r, "relative");
      shows.push(r);
    }
  }
  const sole = new Set([...topics, ...by.keys()]).size === 1;
  return shows.map((show) => {
    const how = by.get(show)!;
    const k = know(show);
    const named = new Set<number>();
    const spots: number[] = [];
    for (const m of s.mentions) {
      if (m.show !== show || m.character < 0) continue;
      named.add(m.character);
      spots.push(m.from - s.token);
    }
    const meant = new Set<number>();
    s.words.forEach((word, i) => {
      const pronoun = pronounOf[word];
      if (pronoun === undefined) return;
      const who = state.salient.find(
        (x) => x.show === show && x.age <= salientSentences && k.pronouns[x.character] === pronoun,
      );
      if (who && !named.has(who.character)) {
        meant.add(who.character);
        spots.push(i);
      }
    });
    const roles = rolesIn(k, s);
    const subjects = namedSubjects(s, show, cues);
    for (const c of named) roles.delete(c);
    return {
      show,
      by: how,
      sole,
      other: explicit && how !== "title" && how !== "character",
      named: named.size,
      meant: meant.size > 0,
      role: roles.size > 0,
      bound: bound(s, spots, cues),
      plain: [...subjects, ...statusSubjects(s, state, show, cues)].some((c) => diesInFact(k, c)),
      evidence: findEvidence(k, s, { named, meant, roles }, cues),
    };
  });
}

const be = new Set("is was were been being be get gets got getting are".split(" "));

/** How the death cues stand to `spots`, the words by which characters are named or meant. */
function bound(s: Sentence, spots: readonly number[], cues: CueHits): Bound {
  const out = { near: 0, before: false, after: false, possessive: false, passive: false };
  for (const cue of cuePlaces(cues, "dies")) {
    const word = s.at[cue]!;
    if (be.has(s.words[word - 1] ?? "") || be.has(s.words[word - 2] ?? "")) out.passive = true;
    for (const spot of spots) {
      const distance = word - spot;
      out.near = Math.max(out.near, 1 - Math.abs(distance) / boundWords);
      if (distance > 0 && distance <= 5) out.before = true;
      if (distance < 0 && distance >= -4) out.after = true;
      // "Mami's death": the apostrophe makes a word of its own.
      if (distance > 0 && distance <= 4 && s.words.slice(spot + 1, word).includes("s")) out.possessive = true;
    }
  }
  return out;
}

/** Characters of whom the sentence says in plain words that they die: "Mami's death", "the death of Mami", "Mami dies". */
function namedSubjects(s: Sentence, show: number, cues: CueHits): number[] {
  const out: number[] = [];
  // "Does Mami die?", "if Mami dies" say nothing.
  const open = s.text.endsWith("?") || cueCount(cues, "hypothetical") > 0;
  for (const cue of cuePlaces(cues, "dies")) {
    const word = s.at[cue]!;
    for (const m of s.mentions) {
      if (m.show !== show || m.character < 0) continue;
      const between = word - (m.to - s.token);
      const possessive = between >= 1 && between <= 3 && s.words[m.to - s.token] === "s";
      const ofName = m.from - s.token - word === 2 && s.words[word + 1] === "of";
      const verb =
        !open &&
        between >= 0 &&
        between <= 2 &&
        s.words.slice(m.to - s.token, word).every((w) => auxiliary.has(w)) &&
        // "Mami kills Homura" is not Mami's death; "Mami was killed" is.
        (!transitive.test(s.words[word]!) ||
          s.words[word + 1] === "by" ||
          s.words.slice(m.to - s.token, word).some((w) => be.has(w)));
      if (possessive || ofName || verb) out.push(m.character);
    }
  }
  return out;
}

/** First words of the rows of a character's page that tell how they ended. */
const statusWords = new Set("status fate death died killed".split(" "));
/** Longer ones are prose. */
const statusLength = 10;

/** "Status: Deceased", "Killed by: Envy" on the page of a character, whom the heading names. */
function statusSubjects(s: Sentence, state: State, show: number, cues: CueHits): number[] {
  if (!statusWords.has(s.words[0] ?? "") || s.words.length > statusLength) return [];
  if (cueCount(cues, "dies") === 0) return [];
  const section = state.sections[state.sections.length - 1];
  return (section?.characters ?? []).filter((c) => c >> 8 === show).map((c) => c & 255);
}

/** Verbs that do it to somebody, unless a form of "be" stands before them. */
const transitive = /^(kill|murder|slay|slain|execut|assassinat|behead|decapitat)/;

const auxiliary = new Set(
  "is was has had been gets got being finally actually really eventually himself herself then also".split(
    " ",
  ),
);

/** Is this character's death a listed spoiler, and no premise? */
function diesInFact(k: Knowledge, character: number): boolean {
  const own = k.facts.filter((f) => f.kind === "death" && f.subjects.includes(character));
  return own.some((f) => !f.premise) && !own.some((f) => f.premise);
}
