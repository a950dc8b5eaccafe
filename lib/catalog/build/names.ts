/** All names of all shows to one trie of token hashes (form: tables.ts). */
import { isScript } from "../../detect/fold.ts";
import { hashWord } from "../../detect/tokens.ts";
import type { Show } from "../schema.ts";
import { strength, strengthBits, strengthMask } from "../tables.ts";
import { isCommonName, isOrdinaryWord } from "./ordinary.ts";
import { allTitleSpellings, characterNames, type Spelling } from "./spellings.ts";

interface Ref {
  show: number;
  /** -1: the title. */
  character: number;
  strength: number;
}
interface Node {
  readonly next: Map<number, Node>;
  readonly refs: Ref[];
}

/** The strength of a spelling as far as the words alone decide it. */
function strengthOf(spelling: Spelling, ordinary: boolean, capitals = spelling.length): number {
  if (ordinary) return strength.ordinary;
  if (isScript(spelling[0]!.charCodeAt(0))) {
    return spelling.length > 2 ? strength.distinct : strength.shared;
  }
  if (spelling.length > 1) {
    return spelling.every(isOrdinaryWord) ? strength.cased | (capitals << strengthBits) : strength.distinct;
  }
  const word = spelling[0]!;
  if (isOrdinaryWord(word)) return strength.ordinary;
  return word.length < 4 || isCommonName(word) ? strength.shared : strength.distinct;
}

/** All spellings with their refs, before sharing between shows is known. */
function collect(shows: readonly Show[]): Map<string, Ref[]> {
  const out = new Map<string, Ref[]>();
  const add = (spelling: Spelling, ref: Ref) => {
    const key = spelling.join(" ");
    const refs = out.get(key) ?? out.set(key, []).get(key)!;
    const same = refs.find((r) => r.show === ref.show && r.character === ref.character);
    // The weaker kind counts; of one kind the one that asks for fewer capitals.
    const kind = (r: Ref) => r.strength & strengthMask;
    if (same && kind(same) === kind(ref)) same.strength = Math.min(same.strength, ref.strength);
    else if (same) same.strength = kind(same) < kind(ref) ? same.strength : ref.strength;
    else refs.push(ref);
  };
  const titles = allTitleSpellings(shows);
  shows.forEach((show, s) => {
    for (const { spelling, ordinary, capitals } of titles[s]!) {
      const only = spelling.length === 1 && isOrdinaryWord(spelling[0]!);
      add(spelling, { show: s, character: -1, strength: strengthOf(spelling, ordinary || only, capitals) });
    }
    show.characters.forEach((c, i) => {
      const ordinary = new Set(c.ordinary.map((o) => o.toLowerCase()));
      const { full, alone } = characterNames(c);
      for (const spelling of [...full, ...alone]) {
        const listed = ordinary.has(spelling.join(" "));
        add(spelling, { show: s, character: i, strength: strengthOf(spelling, listed) });
      }
    });
  });
  return out;
}

/** A name that shows of different stories use says nothing by itself. */
function weighSharing(spellings: Map<string, Ref[]>, shows: readonly Show[]): void {
  const ids = new Map(shows.map((s, i) => [s.id, i]));
  const root = (s: number): number => {
    const before = shows[s]!.continues;
    const b = before === undefined ? undefined : ids.get(before);
    return b === undefined || b === s ? s : root(b);
  };
  for (const [key, refs] of spellings) {
    // A full name that two tellings of one story share (Maes Hughes) names them both.
    if (key.includes(" ") && refs.every((r) => r.strength === strength.distinct)) continue;
    if (new Set(refs.map((r) => root(r.show))).size < 2) continue;
    const titles = refs.filter((r) => r.character < 0);
    // A title that several shows bear (Fullmetal Alchemist) names them all.
    if (titles.length === refs.length) continue;
    for (const r of refs) {
      // A title beats a character of the same name elsewhere.
      if (titles.length === 1 && r === titles[0]) continue;
      r.strength = Math.min(r.strength & strengthMask, strength.shared);
    }
  }
}

/** The bytes of `Tables.names`. */
export function compileNames(shows: readonly Show[]): Uint8Array {
  const spellings = collect(shows);
  weighSharing(spellings, shows);
  const rootNode: Node = { next: new Map(), refs: [] };
  for (const [key, refs] of spellings) {
    let node = rootNode;
    for (const word of key.split(" ")) {
      const hash = hashWord(word);
      let next = node.next.get(hash);
      if (!next) node.next.set(hash, (next = { next: new Map(), refs: [] }));
      node = next;
    }
    // The first counts where the page does not decide: a title (Naruto) before a character of the sequel.
    node.refs.push(...refs.sort((a, b) => Number(a.character >= 0) - Number(b.character >= 0)));
  }
  const bytes: number[] = [];
  let edges = 0;
  let refCount = 0;
  const u32 = (n: number) => bytes.push(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24);
  const queue: { node: Node; id: number }[] = [{ node: rootNode, id: 0 }];
  for (let q = 0; q < queue.length; q++) {
    const { node, id } = queue[q]!;
    for (const [hash, next] of node.next) {
      edges++;
      queue.push({ node: next, id: edges });
      bytes.push(id & 255, (id >>> 8) & 255, (id >>> 16) & 255);
      u32(hash);
      if (next.refs.length > 255) throw new Error("a name with more than 255 bearers");
      bytes.push(next.refs.length);
      refCount += next.refs.length;
      for (const r of next.refs) bytes.push(r.show & 255, r.show >>> 8, r.character + 1, r.strength);
    }
  }
  const body = Uint8Array.from(bytes);
  const out = new Uint8Array(8 + body.length);
  new DataView(out.buffer).setUint32(0, edges, true);
  new DataView(out.buffer).setUint32(4, refCount, true);
  out.set(body, 8);
  return out;
}
