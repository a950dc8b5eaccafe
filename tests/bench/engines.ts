/** The ways to look names up that are compared: all find whole words, whatever their case. */
import AhoCorasick from "modern-ahocorasick";
import { encodeNames } from "../../lib/catalog/build/encode-names.ts";
import * as strength from "../../lib/catalog/strength.ts";
import { decodeNames, findNames, type NameHits } from "../../lib/detect/names.ts";
import { hashWord, Tokens, tokenize } from "../../lib/detect/tokens.ts";

/** Counts the names in a text. */
export type Engine = (text: string) => number;

/** What ships: made at build, so that only decoding is left. */
export function shipped(names: readonly string[]): string {
  return encodeNames(
    names.map((name) => ({
      hashes: name.split(" ").map(hashWord),
      bearers: [{ show: 0, character: 0, strength: strength.distinct }],
    })),
  );
}

/** Ours, over the table as it ships. */
export function ours(table: string): Engine {
  const index = decodeNames(table);
  const tokens = new Tokens();
  const hits: NameHits = { from: [], to: [], name: [] };
  return (text) => {
    tokenize(text, tokens);
    findNames(index, tokens, hits);
    return hits.from.length;
  };
}

/** Words cut out with a regular expression and looked up in a Map of what may follow. */
export function mapOfTokens(names: readonly string[]): Engine {
  interface Node {
    next: Map<string, Node>;
    name: boolean;
  }
  const root: Node = { next: new Map(), name: false };
  for (const name of names) {
    let node = root;
    for (const word of name.split(" ")) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), name: false }));
      node = next;
    }
    node.name = true;
  }
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    let found = 0;
    for (let i = 0; i < words.length; i++) {
      let node: Node | undefined = root;
      let last = -1;
      for (let j = i; j < words.length; j++) {
        node = node.next.get(words[j]!);
        if (!node) break;
        if (node.name) last = j;
      }
      if (last < 0) continue;
      found++;
      i = last;
    }
    return found;
  };
}

/** One alternation, the longest first, between word boundaries. */
export function regExp(names: readonly string[]): Engine {
  const longest = [...names].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`\\b(?:${longest.join("|")})\\b`, "gi");
  return (text) => text.match(pattern)?.length ?? 0;
}

/** modern-ahocorasick with whole words; the text is folded for it. */
export function ahoCorasick(names: readonly string[]): Engine {
  const matcher = new AhoCorasick([...names]);
  return (text) => matcher.search(text.toLowerCase(), { wholeWord: true }).length;
}

/** Every letter once, and nothing made of it: what nobody can beat. */
export const sweep: Engine = (text) => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
};
