/** Judged sentences to findings, each with its reason; and whole passages by their section's heading. */
import type { Analysis } from "./analyse.ts";
import { cueClasses, cueCount } from "./cues.ts";
import { sceneWords } from "./evidence.ts";
import type { Candidate, Judged, JudgedSentence } from "./judged.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
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
      out.push(...findings(s, j, know(j.candidate.show)));
    });
  }
  return [...out, ...wholePassage(analysis, know)];
}

/** The passage as part of sections that are all about what their headings give away; none in any other. */
function wholePassage({ sentences, under }: Analysis, know: (show: number) => Knowledge): Finding[] {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return [];
  const span = { start: first.sentence.start, end: last.sentence.end };
  // Each for itself: who has seen what the inner heading tells may not have seen what the outer one does.
  return under
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ told, score, factShow }) =>
      told.map((fact) => ({
        ...span,
        ...about(know(factShow), fact, "twist"),
        score,
        bySection: true,
        why: { by: "heading" },
      })),
    );
}

/** What it tells of, where the reader's progress may clear it. */
function about(k: Knowledge, fact: Fact | undefined, kind: Finding["kind"]) {
  return {
    show: k.id,
    title: k.title,
    ...(fact === undefined ? {} : { spoiler: fact.index }),
    kind: fact?.kind ?? kind,
    ...(fact?.where === undefined ? {} : { where: fact.where }),
  };
}

/** Each fact that is told, the likeliest first: who has seen some of them must not see the others. Undefined: it is none of the listed. */
export function factsOf({ plain, evidence: e }: Candidate): (Fact | undefined)[] {
  // What is said in plain words needs no second guess.
  const sure =
    e.clue !== undefined || (plain.length === 0 ? e.cueOfKind || e.count >= 2 : plain.includes(e.fact!));
  const facts = [...new Set([...(sure ? [e.fact] : []), ...plain, ...e.also])];
  return facts.length > 0 ? facts : [undefined];
}

function findings(s: JudgedSentence, j: Judged, k: Knowledge): Finding[] {
  const { start, end } = s.sentence;
  const why = reason(s, j, k);
  return factsOf(j.candidate).map((fact) => ({
    start,
    end,
    ...about(k, fact, kindByCues(s)),
    score: j.score,
    why,
  }));
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
