/** Judged sentences to findings, each with its reason; and whole passages by their section's heading. */
import type { Analysis } from "./analyse.ts";
import type { Section } from "./context.ts";
import { cueClasses, cueCount } from "./cues.ts";
import { sceneWords } from "./evidence.ts";
import type { Judged, JudgedSentence } from "./judged.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Finding, Reason } from "./types.ts";

/** Below it no level veils. */
const floor = 0.15;

export function findingsOf(analysis: Analysis, know: (show: number) => Knowledge): Finding[] {
  const out: Finding[] = [];
  for (const s of analysis.sentences) {
    s.judged.forEach((j, rank) => {
      if (j.score < floor) return;
      // Another show than the likeliest only where the sentence itself speaks of it.
      const explicit =
        j.candidate.by === "title" || j.candidate.by === "character" || j.candidate.evidence.clue;
      if (rank > 0 && !explicit) return;
      out.push(finding(s, j, know(j.candidate.show)));
    });
  }
  const whole = wholePassage(analysis, know);
  if (whole) out.push(whole);
  return out;
}

/** The passage as part of a section that is all about what its heading gives away; `undefined` in any other. */
function wholePassage(analysis: Analysis, know: (show: number) => Knowledge): Finding | undefined {
  const { sentences, under } = analysis;
  const section = under.reduce<Section | undefined>(
    (best, s) => (s.score >= floor && s.score > (best?.score ?? 0) ? s : best),
    undefined,
  );
  if (!section || sentences.length === 0) return undefined;
  const k = know(section.factShow);
  const fact = k.facts[section.fact];
  return {
    start: sentences[0]!.sentence.start,
    end: sentences[sentences.length - 1]!.sentence.end,
    show: k.id,
    title: k.title,
    ...(fact === undefined ? {} : { spoiler: fact.index }),
    kind: fact?.kind ?? "twist",
    ...(fact?.where === undefined ? {} : { where: fact.where }),
    score: section.score,
    bySection: true,
    why: { by: "heading" },
  };
}

function finding(s: JudgedSentence, j: Judged, k: Knowledge): Finding {
  const e = j.candidate.evidence;
  const sure = e.clue !== undefined || e.cueOfKind || e.count >= 2;
  const fact = sure ? e.fact : undefined;
  return {
    start: s.sentence.start,
    end: s.sentence.end,
    show: k.id,
    title: k.title,
    ...(fact === undefined ? {} : { spoiler: fact.index }),
    kind: fact?.kind ?? kindByCues(s),
    ...(fact?.where === undefined ? {} : { where: fact.where }),
    score: j.score,
    why: reason(s, j, k),
  };
}

function kindByCues(s: JudgedSentence): Finding["kind"] {
  const order = ["death", "betrayal", "villain", "identity", "return", "couple", "ending"] as const;
  return order.find((c) => cueCount(s.cues, c) > 0) ?? "twist";
}

function reason(s: JudgedSentence, j: Judged, k: Knowledge): Reason {
  const { by, named, meant, role, promised, evidence } = j.candidate;
  const { fact, clue } = evidence;
  return {
    by,
    named,
    meant,
    role,
    promised,
    cues: cueClasses.filter((c) => cueCount(s.cues, c) > 0),
    fact: fact?.index,
    clue,
    scene: fact && sceneWords(k, s.sentence, fact.index),
  };
}
