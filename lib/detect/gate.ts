/**
 * Could a page concern the catalog at all? Asked of each text until the first that could. What the gate lets through is
 * read from the top of the page; what it keeps out cannot give away anything: a finding needs a show, and a show comes
 * from a name that stands for itself or from several that stand for each other.
 */
import { enoughNames, mayStandAlone, pendingBearers } from "./mentions.ts";
import { findNames, type NameHits, type NameIndex } from "./names.ts";
import { Tokens, tokenize } from "./tokens.ts";

/** May this text, after those asked of before, name a show? Once it has said so it need not be asked again. */
export type Gate = (text: string) => boolean;

export function createGate(names: NameIndex): Gate {
  const tokens = new Tokens();
  const hits: NameHits = { from: [], to: [], name: [] };
  /** Names that prove nothing alone, by show. */
  const pending = new Map<number, Set<number>>();
  const gather = (bearer: number): boolean => {
    const show = bearer >> 8;
    const characters = pending.get(show) ?? new Set();
    pending.set(show, characters.add(bearer & 255));
    return characters.size >= enoughNames;
  };
  return (text) => {
    tokenize(text, tokens);
    findNames(names, tokens, hits);
    for (let h = 0; h < hits.from.length; h++) {
      if (mayStandAlone(names, tokens, hits, h)) return true;
      // No short cut: each bearer has to be remembered.
      if (pendingBearers(names, tokens, hits, h).filter(gather).length > 0) return true;
    }
    return false;
  };
}
