/** What the labels of an article say of what the detector has judged. */
import type { Show } from "../../lib/catalog/schema.ts";
import type { Judged, JudgedSentence } from "../../lib/detect/judged.ts";
import { words } from "../../lib/detect/tokens.ts";
import type { LabelledSentence } from "./docs.ts";

const key = (title: string) => words(title).join(" ");

/** The candidate of the show that the sentence is about, if it is one. */
export function judgedAs(
  title: string | null | undefined,
  s: JudgedSentence,
  shows: readonly Show[],
): Judged | undefined {
  const wanted = key(title ?? "");
  return s.judged.find((j) => key(shows[j.candidate.show]!.title) === wanted);
}

/** Another careful reader might decide otherwise: a borderline sentence teaches less. */
export function weightOf(labelled: LabelledSentence): number {
  return labelled.borderline ? 0.25 : 1;
}
