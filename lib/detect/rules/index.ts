/** Personal rules, found in tokens: a hash of the first token leads to the few that begin with it. */
import type { Rule } from "../../catalog/rule.ts";
import { Tokens, tokenize } from "../tokens.ts";

interface Entry {
  readonly rule: Rule;
  /** Token hashes of its text, folded like everything else. */
  readonly hashes: readonly number[];
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
    const entry = { rule, hashes: [...own.hash.subarray(0, own.count)] };
    const list = index.get(entry.hashes[0]!);
    if (list) list.push(entry);
    else index.set(entry.hashes[0]!, [entry]);
  }
  return index;
}

/** All rules that the tokens hold, from left to right; they may overlap. Calls `found` for each until it says stop. */
export function findRules(index: RuleIndex, tokens: Tokens, found: (hit: RuleHit) => boolean): void {
  for (let from = 0; from < tokens.count; from++) {
    const entries = index.get(tokens.hash[from]!);
    if (!entries) continue;
    for (const { rule, hashes } of entries) {
      const to = from + hashes.length;
      if (to > tokens.count) continue;
      let k = 1;
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
