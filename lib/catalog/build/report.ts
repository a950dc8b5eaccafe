/** What `npm run catalog -- examples` prints of one show: whatever whoever writes its clues should look at. */
import { matches, parsePattern } from "../../detect/pattern.ts";
import { reasonWords } from "../../detect/reasons.ts";
import { idOf, stem } from "../../detect/stems.ts";
import { words } from "../../detect/tokens.ts";
import type { Show, Spoiler } from "../schema.ts";
import { expandClue } from "./clues.ts";
import { english } from "./english.ts";
import type { JudgedSpoiler, Judgement } from "./examples.ts";

/** Lines for one show, the first of them the figures: examples missed, near misses veiled, clues that reach too far. */
export function reportExamples(show: Show, judged: readonly JudgedSpoiler[]): string[] {
  const out: string[] = [];
  let found = 0;
  let veiled = 0;
  show.spoilers.forEach((spoiler, i) => {
    const { example, nearMiss } = judged[i]!;
    if (example.veiled) found++;
    else out.push(...told("missed", spoiler, spoiler.example, example));
    if (nearMiss.veiled) {
      veiled++;
      out.push(...told("veiled", spoiler, spoiler.nearMiss, nearMiss));
    }
    for (const clue of spoiler.clues) {
      for (const where of strayMatches(show, spoiler, clue)) {
        out.push(`  stray   ${spoiler.id}: the clue "${clue}" is also in ${where}`);
      }
    }
  });
  const figures = `${found} of ${show.spoilers.length} examples found, ${veiled} near misses veiled`;
  return [`${show.id}: ${figures}`, ...out];
}

function told(verdict: string, spoiler: Spoiler, text: string, j: Judgement): string[] {
  return [
    `  ${verdict}  ${spoiler.id} (${j.score.toFixed(2)}): ${text}`,
    `          clues: ${spoiler.clues.map((c) => `"${c}"`).join(", ")}`,
    `          why: ${j.finding ? reasonWords(j.finding, english).join("; ") : "nothing found"}`,
  ];
}

/** Where a clue stands although it should not: in sentences of the show that tell nothing, or something else. */
function strayMatches(show: Show, of: Spoiler, clue: string): string[] {
  const patterns = expandClue(clue).map(parsePattern);
  const stands = (text: string) => {
    const stems = words(text).map((w) => idOf(stem(w)));
    return patterns.some((pattern) => matches(pattern, stems));
  };
  const out: string[] = [];
  for (const s of show.spoilers) {
    if (stands(s.nearMiss)) out.push(`the near miss of ${s.id}: ${s.nearMiss}`);
    if (s !== of && stands(s.example)) out.push(`the example of ${s.id}: ${s.example}`);
  }
  for (const p of show.premise) if (stands(p.sentence)) out.push(`the premise: ${p.sentence}`);
  return out;
}
