/**
 * "Spy x Family" with 12 episodes and "Spy x Family Part 2" with 13, where the catalog has one season of 25: each by
 * itself proves nothing, both together do.
 */
import type { Match } from "./match.ts";
import type { Entry } from "./types.ts";

/** The matches again, with halves that make a whole recognised. Entries and matches run in step. */
export function joinHalves(entries: readonly Entry[], matches: readonly Match[]): Match[] {
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  matches.forEach((match, i) => {
    if (match.sure || !match.half) return;
    const { show, part, half } = match.half;
    (half === 1 ? firsts : seconds).set(`${show.show.id} ${part}`, i);
  });
  const joined = [...matches];
  for (const [key, first] of firsts) {
    const second = seconds.get(key);
    const match = matches[first];
    if (second === undefined || !match || match.sure || !match.half) continue;
    const { show, part = 0 } = match.half;
    const { start, episodes } = show.parts[part]!;
    const cut = entries[first]!.episodes ?? 0;
    if (cut + (entries[second]!.episodes ?? 0) !== episodes) continue;
    joined[first] = { sure: true, span: { show, from: start, to: start + cut } };
    joined[second] = { sure: true, span: { show, from: start + cut, to: start + episodes } };
  }
  return joined;
}
