/**
 * Personal rules, found in tokens: a hash of its longest token leads to the few that have it. What people select begins
 * with "the" or "he", of which a page is full.
 */
import type { Rule } from "../../catalog/rule.ts";
import { Tokens, tokenize } from "../tokens.ts";

interface Entry {
  readonly rule: Rule;
  /** Token hashes of its text, folded like everything else. */
  readonly hashes: readonly number[];
  /** Which of them is the longest. */
  readonly key: number;
}

export type RuleIndex = ReadonlyMap<number, readonly Entry[]>;

/** Tokens `[from, to)` are the text of a rule. */
export interface RuleHit {
  readonly from: number;
  readonly to: number;
  readonly rule: Rule;
}

const own = new Tokens();

/** Rules of which nothing is left when they are folded ("…") are never found. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const index = new Map<number, Entry[]>();
  for (const rule of rules) {
    tokenize(rule.text, own);
    if (own.count === 0) continue;
    const hashes = [...own.hash.subarray(0, own.count)];
    const key = own.length.indexOf(Math.max(...own.length.subarray(0, own.count)));
    const list = index.get(hashes[key]!);
    const entry = { rule, hashes, key };
    if (list) list.push(entry);
    else index.set(hashes[key]!, [entry]);
  }
  return index;
}

/** All rules that the tokens hold; they may overlap. Calls `found` for each until it says stop. */
export function findRules(index: RuleIndex, tokens: Tokens, found: (hit: RuleHit) => boolean): void {
  for (let i = 0; i < tokens.count; i++) {
    const entries = index.get(tokens.hash[i]!);
    if (!entries) continue;
    for (const { rule, hashes, key } of entries) {
      const from = i - key;
      const to = from + hashes.length;
      // The arrays go on behind the last token, with what was there before.
      if (to > tokens.count) continue;
      let k = 0;
      while (k < hashes.length && tokens.hash[from + k] === hashes[k]) k++;
      if (k === hashes.length && !found({ from, to, rule })) return;
    }
  }
}

/** Does the text hold any rule at all? */
export function holdsRule(index: RuleIndex, text: string): boolean {
  if (index.size === 0) return false;
  tokenize(text, own);
  let any = false;
  findRules(index, own, () => {
    any = true;
    return false;
  });
  return any;
}
