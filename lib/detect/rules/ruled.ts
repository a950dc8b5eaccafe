/**
 * A detector with the reader's own rules around it. Without rules it is the detector itself: whoever has none pays
 * nothing for them.
 *
 *   passage ──▶ catalog's detector ──▶ findings ─┐
 *      └─tokens─▶ rules (index) ─▶ sentences ─▶ judge ─▶ findings of rules
 */
import type { Rule } from "../../catalog/rule.ts";
import { type CueHits, type CueIndex, findCues } from "../cues.ts";
import { makeSentence } from "../sentence.ts";
import { splitSentences } from "../split.ts";
import { Tokens, tokenize } from "../tokens.ts";
import type { Context, Detector, Finding, Passage, Reading } from "../types.ts";
import { anyPronoun, tidyWords } from "../words.ts";
import { findRules, holdsRule, indexRules, type RuleHit, type RuleIndex } from "./index.ts";
import { type Bond, judgeRule } from "./judge.ts";

/** The rules of the moment, and a detector that knows them. */
export interface RuleSet {
  /** True if they are others than before: what has been read must be read again from the top. */
  set(rules: readonly Rule[]): boolean;
  /** Does the text concern any rule? For the gate before the detector. */
  touches(text: string): boolean;
  /** The same detector with the rules of the moment, whatever they are when a passage is read. */
  around(detector: Detector): Detector;
}

/** A title that is a rule, named by the page (level 0) or by an open heading. */
interface Topic {
  readonly rule: Rule;
  readonly level: number;
}

/** The inner detector's context with ours. */
class RuledContext implements Context {
  readonly inner: Context;
  readonly topics: readonly Topic[];
  constructor(inner: Context, topics: readonly Topic[]) {
    this.inner = inner;
    this.topics = topics;
  }
  get topical(): boolean {
    return this.inner.topical || this.topics.length > 0;
  }
}

/** `cues` is asked once, when a rule has first been found. */
export function createRuleSet(cues: () => CueIndex): RuleSet {
  const tokens = new Tokens();
  let rules: readonly Rule[] = [];
  let known = "[]";
  let compiled: RuleIndex | undefined;
  let cueIndex: CueIndex | undefined;
  const index = () => {
    compiled ??= indexRules(rules);
    return compiled;
  };

  const hitsIn = (text: string): RuleHit[] => {
    tokenize(text, tokens);
    const hits: RuleHit[] = [];
    findRules(index(), tokens, (hit) => hits.push(hit) > 0);
    return hits;
  };

  /** `hits` are those of `tokens`. */
  const findingsIn = (hits: readonly RuleHit[], topics: readonly Topic[]): Finding[] => {
    const mentions = hits.map(({ from, to, rule }) => ({
      from,
      to,
      show: -1,
      character: rule.kind === "show" ? -1 : 0,
    }));
    const out: Finding[] = [];
    const earlier = new Set<Rule>();
    tidyWords();
    for (const span of splitSentences(tokens, mentions)) {
      const s = makeSentence(tokens, span, false);
      let found: CueHits | undefined;
      const cuesOf = () => {
        cueIndex ??= cues();
        found ??= findCues(cueIndex, s);
        return found;
      };
      const bonds = new Map<Rule, Bond>(topics.map(({ rule }) => [rule, "topic"]));
      if (s.anyBits & anyPronoun) for (const rule of earlier) bonds.set(rule, "pronoun");
      // What was selected across sentences is hidden with all of them.
      for (const hit of hits) if (hit.from < span.to && hit.to > span.from) bonds.set(hit.rule, "named");
      for (const [rule, bond] of bonds) {
        const finding = judgeRule(rule, bond, s, cuesOf);
        if (finding) out.push(finding);
        if (bond === "named" && rule.kind !== "phrase") earlier.add(rule);
      }
    }
    return out;
  };

  const topicsAfter = (passage: Passage, hits: readonly RuleHit[], topics: readonly Topic[]) => {
    if (passage.role !== "heading") return topics;
    const open = topics.filter((topic) => topic.level < passage.level);
    const named = hits.filter(({ rule }) => rule.kind === "show");
    if (open.length === topics.length && named.length === 0) return topics;
    return [...open, ...named.map(({ rule }) => ({ rule, level: passage.level }))];
  };

  const wrap = (inner: Context, topics: readonly Topic[], before?: Context): Context => {
    if (topics.length === 0) return inner;
    // The same object where nothing has changed: by that, pages know what need not be read again.
    if (before instanceof RuledContext && before.inner === inner && before.topics === topics) return before;
    return new RuledContext(inner, topics);
  };

  /** A context from before the last rule was deleted may still come in. */
  const bare = (before: Context) => (before instanceof RuledContext ? before.inner : before);
  /** What the catalog's detector has read, with what the rules say. */
  const add = (passage: Passage, before: Context, reading: Reading): Reading => {
    if (rules.length === 0) return reading;
    const topics = before instanceof RuledContext ? before.topics : noTopics;
    const hits = hitsIn(passage.text);
    const own = hits.length > 0 || topics.length > 0 ? findingsIn(hits, topics) : [];
    return {
      findings: own.length > 0 ? [...reading.findings, ...own] : reading.findings,
      after: wrap(reading.after, topicsAfter(passage, hits, topics), before),
    };
  };

  return {
    set(next) {
      const text = JSON.stringify(next);
      if (text === known) return false;
      known = text;
      rules = next;
      compiled = undefined;
      return true;
    },
    touches: (text) => rules.length > 0 && holdsRule(index(), text),
    around: (detector) => ({
      begin(page) {
        const inner = detector.begin(page);
        if (rules.length === 0) return inner;
        const named = hitsIn(page.title).filter(({ rule }) => rule.kind === "show");
        return wrap(
          inner,
          named.map(({ rule }) => ({ rule, level: 0 })),
        );
      },
      read: (passage, before) => add(passage, before, detector.read(passage, bare(before))),
      ...(detector.tryRead && {
        tryRead(passage, before) {
          const reading = detector.tryRead?.(passage, bare(before));
          return reading && add(passage, before, reading);
        },
      }),
      ...(detector.prepare && { prepare: detector.prepare }),
    }),
  };
}

const noTopics: readonly Topic[] = [];
