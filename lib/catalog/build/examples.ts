/** What the detector makes of the sentences that a show's own file brings along. Node only. */
import { createInspector, type InspectingDetector } from "../../detect/inspect.ts";
import { threshold } from "../../detect/levels.ts";
import { patternText } from "../../detect/pattern.ts";
import type { Finding } from "../../detect/types.ts";
import type { Show } from "../schema.ts";
import { tablesOf } from "./plugin.ts";

/** How one sentence is judged, alone on a page of its show. */
export interface Judgement {
  /** 0–1, the best of the show's findings; 0: nothing is found. */
  readonly score: number;
  /** Is it veiled at the balanced level? */
  readonly veiled: boolean;
  /** Id of the spoiler that it is taken for, if for one that is listed. */
  readonly spoiler: string | undefined;
  /** The clue that is in it, of whichever spoiler. */
  readonly clue: string | undefined;
  /** The best of the show's findings; undefined where there is none at all. */
  readonly finding: Finding | undefined;
}

export interface JudgedSpoiler {
  readonly id: string;
  readonly example: Judgement;
  readonly nearMiss: Judgement;
}

/** The detector with the catalog as it ships. */
export function detectorOf(shows: readonly Show[]): InspectingDetector {
  return createInspector(tablesOf(shows));
}

/** Judges both sentences of each spoiler of a show that the detector knows. */
export function judgeExamples(detector: InspectingDetector, show: Show): JudgedSpoiler[] {
  const context = detector.begin({ title: show.title, url: "https://site.example/a" });
  const judge = (text: string): Judgement => {
    const { findings } = detector.read({ text, role: "text", level: 0 }, context);
    const [best] = findings.filter((f) => f.show === show.id).sort((a, b) => b.score - a.score);
    return {
      score: best?.score ?? 0,
      veiled: best !== undefined && best.score >= threshold("balanced"),
      spoiler: best?.spoiler === undefined ? undefined : show.spoilers[best.spoiler]?.id,
      clue: best?.why.clue && patternText(best.why.clue, (c) => show.characters[c]!.name),
      finding: best,
    };
  };
  return show.spoilers.map(({ id, example, nearMiss }) => ({
    id,
    example: judge(example),
    nearMiss: judge(nearMiss),
  }));
}

/** Of all examples in the catalog, so many are found. */
export const foundAtLeast = 1;
/** Of all near misses, so many are veiled at most. */
export const veiledAtMost = 0;
