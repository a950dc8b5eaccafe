/** Finds names of the catalog in tokens: longest match in a trie of token hashes, all in typed arrays. */
import { abbreviated } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";

const knuth = 0x9e3779b1 | 0;

/** The trie. Node 0 is the root; edges are in an open-addressing table keyed by (node, token hash). */
export interface NameIndex {
  readonly mask: number;
  readonly parent: Int32Array;
  readonly hash: Int32Array;
  /** Node that the edge leads to; 0: the slot is empty. */
  readonly next: Int32Array;
  /** Refs of node n: refStart[n] up to refStart[n + 1]. */
  readonly refStart: Int32Array;
  readonly show: Uint16Array;
  /** 0 is the title, else index of the character + 1. */
  readonly character: Uint8Array;
  readonly strength: Uint8Array;
}

function slotOf(node: number, hash: number, mask: number): number {
  const mixed = Math.imul(hash ^ Math.imul(node, knuth), knuth);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** Decodes `Tables.names`: about a millisecond for 10,000 names. */
export function decodeNames(base64: string): NameIndex {
  const binary = atob(base64);
  let at = 0;
  const u8 = () => binary.charCodeAt(at++);
  const u32 = () => u8() | (u8() << 8) | (u8() << 16) | (u8() << 24);
  const edges = u32();
  const refs = u32();
  let size = 4;
  while (size < edges * 2) size *= 2;
  const index = {
    mask: size - 1,
    parent: new Int32Array(size),
    hash: new Int32Array(size),
    next: new Int32Array(size),
    refStart: new Int32Array(edges + 2),
    show: new Uint16Array(refs),
    character: new Uint8Array(refs),
    strength: new Uint8Array(refs),
  };
  let r = 0;
  for (let node = 1; node <= edges; node++) {
    const parent = u8() | (u8() << 8) | (u8() << 16);
    const hash = u32();
    let slot = slotOf(parent, hash, index.mask);
    while (index.next[slot]) slot = (slot + 1) & index.mask;
    index.parent[slot] = parent;
    index.hash[slot] = hash;
    index.next[slot] = node;
    index.refStart[node] = r;
    for (let n = u8(); n > 0; n--, r++) {
      index.show[r] = u8() | (u8() << 8);
      index.character[r] = u8();
      index.strength[r] = u8();
    }
  }
  index.refStart[edges + 1] = r;
  return index;
}

/** Names found in one text, as parallel lists. */
export interface NameHits {
  /** First token, and the token after the last. */
  readonly from: number[];
  readonly to: number[];
  readonly node: number[];
}

/** The longest names in `tokens` from left to right, without overlap; `hits` is emptied first. */
export function findNames(index: NameIndex, tokens: Tokens, hits: NameHits): void {
  hits.from.length = hits.to.length = hits.node.length = 0;
  const { mask, parent, hash, next, refStart } = index;
  const count = tokens.count;
  const tokenHash = tokens.hash;
  for (let i = 0; i < count; i++) {
    let node = 0;
    let best = 0;
    let bestEnd = 0;
    for (let j = i; j < count; j++) {
      const h = tokenHash[j]!;
      let slot = slotOf(node, h, mask);
      let to = 0;
      for (;;) {
        const n = next[slot]!;
        if (n === 0) break;
        if (hash[slot] === h && parent[slot] === node) {
          to = n;
          break;
        }
        slot = (slot + 1) & mask;
      }
      if (to === 0) break;
      node = to;
      if (refStart[to]! < refStart[to + 1]! && near(tokens, i, j)) {
        best = to;
        bestEnd = j + 1;
      }
    }
    if (best === 0) continue;
    hits.from.push(i);
    hits.to.push(bestEnd);
    hits.node.push(best);
    i = bestEnd - 1;
  }
}

/** Between the words of one name stand at most three characters, and no end of a sentence. */
function near(tokens: Tokens, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const a = tokens.end[k]!;
    const b = tokens.start[k + 1]!;
    if (b - a > 3) {
      // White space of markup may be long: only what is not space counts.
      if (tokens.text.slice(a, b).trim().length > 2) return false;
    }
    if (b - a < 2 || tokens.length[k] === 1) continue;
    const between = tokens.text.slice(a, b);
    if (/[!?]\s/.test(between)) {
      if (b - a > 2) return false;
    } else if (/;\s/.test(between) || (/\.\s/.test(between) && !abbreviated(tokens.text, a))) return false;
  }
  return true;
}
