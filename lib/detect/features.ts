/**
 * A sentence and one show it may be about, as numbers: what the scoring is learned on and computed from.
 * Every feature is within 0–1 or near it. The order is part of the model, and stored with its weights as names.
 */
import { kinds } from "../catalog/types.ts";
import type { Section } from "./context.ts";
import { type CueClass, type CueHits, cueCount } from "./cues.ts";
import { attributions, type Candidate } from "./judged.ts";
import type { Alike } from "./likeness.ts";
import { modes } from "./modes.ts";
import { mark, type Sentence } from "./sentence.ts";
import type { Role } from "./types.ts";
import { bit } from "./words.ts";

export interface Surroundings {
  /** Of the page, as bits (modes.ts). */
  readonly mode: number;
  /** How many sentences came before on the page. */
  readonly sentences: number;
  readonly role: Role;
  readonly section: Section | undefined;
  /** What the sentences beside it tell of the candidate's facts: of its own best fact, and of any. */
  readonly near: { readonly own: number; readonly any: number };
  readonly alike: Alike;
  /** Index of the sentence in its passage, and how many it has. */
  readonly index: number;
  readonly of: number;
}

const modeNames = Object.keys(modes) as (keyof typeof modes)[];

/** As many as `featureNames` (feature-names.ts), which say what each is. */
export const featureCount = 135;

const squash = (x: number) => x / (1 + x);

/** Fills `out` (length `featureCount`) for one sentence and one candidate. */
export function fillFeatures(
  out: Float32Array,
  s: Sentence,
  c: Candidate,
  cues: CueHits,
  around: Surroundings,
): void {
  const e = c.evidence;
  const has = (list: number) => (s.anyBits & list) !== 0;
  const cue = (name: CueClass) => Math.min(3, cueCount(cues, name)) / 3;
  const death = cue("death") > 0;
  const weight = squash(e.weight / 8);
  let i = 0;
  const put = (v: number | boolean) => {
    out[i++] = Number(v);
  };
  for (const a of attributions) put(a === c.by);
  put(c.sole);
  put(c.other);
  put(c.named > 0);
  put(c.named > 1);
  put(c.meant);
  put(c.role);
  put(c.bound.near);
  put(c.bound.before);
  put(c.bound.after);
  put(c.bound.possessive);
  put(c.bound.passive);
  put(c.plain.length > 0 || c.promised);
  put(e.fact !== undefined);
  put(e.clue !== undefined);
  put(weight);
  put(e.count >= 2);
  put(e.count >= 3);
  put(e.count >= 4);
  put(e.fact && e.fact.mass > 0 ? Math.min(1, (3 * e.weight) / e.fact.mass) : 0);
  put(squash(e.premise / 8));
  put(e.premise > e.weight + 3);
  put(squash(Math.max(0, e.margin) / 10));
  put(squash(Math.max(0, -e.margin) / 6));
  put(e.subjectNamed);
  put(e.subjectMeant);
  put(e.subjectRole);
  put(e.agentNamed);
  put(e.cueOfKind);
  put(e.pairNamed);
  put(e.pairNamed && e.cueOfKind);
  put(e.subjectNamed ? weight : 0);
  put(e.subjectMeant ? weight : 0);
  put(e.subjectNamed && e.cueOfKind);
  put(e.subjectMeant && e.cueOfKind);
  put(e.subjectRole && e.cueOfKind);
  put(e.clue !== undefined && (e.subjectNamed || e.subjectMeant));
  put(death && c.named > 0);
  put(death && c.named === 0 && c.meant);
  put(death && c.named === 0 && !c.meant);
  for (const count of cues.counts) put(Math.min(3, count) / 3);
  put(death && cue("hypothetical") > 0);
  put(death && cue("credit") > 0);
  put(squash(around.near.own / 8));
  put(squash(around.near.any / 8));
  put(has(bit.heShe | bit.they) ? squash(around.near.any / 8) : 0);
  put(Math.exp(-around.sentences / 12));
  put(e.fact !== undefined && around.section?.fact === e.fact.index && around.section.factShow === c.show);
  put(around.section?.score ?? 0);
  put(around.section?.warned ?? false);
  put(around.section?.numbered ?? false);
  put((around.section?.characters.length ?? 0) > 0);
  for (const m of modeNames) put((around.mode & modes[m]) !== 0);
  const heading = around.role === "heading";
  put(heading && (around.mode & modes.deaths) !== 0 && c.named > 0);
  put(heading && (around.mode & modes.twists) !== 0 && c.named > 0);
  put(heading);
  put(around.role === "item");
  put(around.role === "caption");
  put(around.role === "row");
  put((s.marks & mark.question) !== 0);
  put((s.marks & mark.exclamation) !== 0);
  put((s.marks & mark.quote) !== 0);
  put(has(bit.first));
  put(has(bit.second));
  put(has(bit.heShe));
  put(has(bit.they));
  put(squash(s.past));
  put(has(bit.modal));
  put(has(bit.negation));
  put(has(bit.turn));
  put(has(bit.time));
  put(has(bit.numbers));
  put(s.bits.length <= 6);
  put(squash(s.bits.length / 20));
  put(around.index === 0);
  put(around.index === around.of - 1);
  put(around.of === 1);
  put((s.marks & mark.colon) !== 0);
  put((s.marks & mark.parenthesis) !== 0);
  put(has(bit.year));
  put(has(bit.year) && death);
  const told = e.cueOfKind ? e.fact?.kind : undefined;
  const meant = e.subjectMeant || e.subjectRole;
  for (const k of kinds) put(k === told && e.subjectNamed);
  for (const k of kinds) put(k === told && meant);
  put(told === "couple" && e.pairNamed);
  const { spoiler, premise, margin, own } = around.alike;
  put(squash(spoiler / 2));
  put(squash(premise / 2));
  put(Math.sign(margin) * squash(Math.abs(margin) / 2));
  put(squash(own / 2));
}
