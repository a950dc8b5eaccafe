/**
 * `npm run why -- "text" [--page-title "…"] [--heading "…"]… [--before "…"]… [--url …]`: what the detector makes of a
 * passage: names, cues, which show a sentence is put down to, and what each level would do. Headings and the passages
 * before it are read first, in the order in which they are given.
 */
import { parseArgs } from "node:util";
import type { Show } from "../../lib/catalog/schema.ts";
import type { ToldAt } from "../../lib/catalog/types.ts";
import { cueClasses, cueCount } from "../../lib/detect/cues.ts";
import type { InspectingDetector } from "../../lib/detect/inspect.ts";
import type { Judged, JudgedSentence } from "../../lib/detect/judged.ts";
import { levels, threshold } from "../../lib/detect/levels.ts";
import { patternText } from "../../lib/detect/pattern.ts";
import { logistic } from "../../lib/detect/rows.ts";
import type { Passage } from "../../lib/detect/types.ts";
import { detectorFor, loadShows } from "./detector.ts";

export interface Question {
  readonly text: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly headings?: readonly string[] | undefined;
  /** Passages that stand before the text. */
  readonly before?: readonly string[] | undefined;
}

const passage = (text: string, role: Passage["role"] = "text"): Passage => ({
  text,
  role,
  level: role === "heading" ? 2 : 0,
});

/** Lines for people, several a sentence. */
export function why(question: Question, shows: readonly Show[]): string[] {
  const detector = detectorFor(shows);
  let context = detector.begin({ title: question.title ?? "", url: question.url ?? "" });
  for (const heading of question.headings ?? [])
    context = detector.read(passage(heading, "heading"), context).after;
  for (const text of question.before ?? []) context = detector.read(passage(text), context).after;
  const { sentences } = detector.inspect(passage(question.text), context);
  if (!sentences.length)
    return [
      "Not looked at: no name in it that means something here, and no show is the page's topic.",
      "  Say what the page is about: --page-title, --heading, --before.",
    ];
  const english = detector.translation();
  return [
    ...(english === undefined ? [] : [`Read as: ${english}`, ""]),
    ...sentences.flatMap((sentence) => aboutSentence(question.text, sentence, shows, detector)),
  ];
}

function aboutSentence(
  text: string,
  { sentence, cues, judged, told }: JudgedSentence,
  shows: readonly Show[],
  detector: InspectingDetector,
): string[] {
  const names = sentence.mentions.map((mention) => {
    const { show, character } = mention;
    const meant = shows[show]!;
    return `"${detector.written(mention)}" → ${character < 0 ? "" : `${meant.characters[character]!.name}, `}${meant.title}`;
  });
  const met = cueClasses
    .filter((cls) => cueCount(cues, cls) > 0)
    .map((cls) => `${cls} ×${cueCount(cues, cls)}`);
  return [
    `“${text.slice(sentence.start, sentence.end)}”`,
    `  names:  ${names.join("; ") || "none"}`,
    `  cues:   ${met.join(", ") || "none"}`,
    ...(told === undefined ? [] : [`  story:  ${logistic(told).toFixed(2)} (half of each score)`]),
    ...judged.flatMap((j) =>
      aboutShow(j, shows[j.candidate.show]!, detector.sceneWords(sentence, j.candidate)),
    ),
    ...(judged.length ? [] : ["  shows:  none that it may be about"]),
    "",
  ];
}

function aboutShow({ candidate, score }: Judged, show: Show, scene: readonly string[]): string[] {
  const { by, evidence } = candidate;
  const told = [
    ...(evidence.clue ? [`clue "${patternText(evidence.clue, (c) => show.characters[c]!.name)}"`] : []),
    ...(scene.length ? [`scene words ${scene.join(", ")}`] : []),
    ...(candidate.promised ? ["the title of the list promises it"] : []),
    ...(evidence.cueOfKind ? ["a cue of its kind"] : []),
  ];
  const fact = evidence.fact;
  const likely = fact
    ? `${fact.kind}${fact.premise ? "" : ` "${show.spoilers[fact.index]!.id}"`}, ${placeOf(fact.where)} (${told.join("; ") || "by who is named"})`
    : "no fact of the catalog";
  const verdicts = levels.map(
    (level) => `${level} ${score >= threshold(level) ? "hides" : "shows"} (from ${threshold(level)})`,
  );
  return [
    `  show:   ${show.title}, by ${by}`,
    `    tells:  ${likely}`,
    `    score:  ${score.toFixed(2)}: ${verdicts.join(", ")}`,
  ];
}

function placeOf(where: ToldAt | undefined): string {
  if (!where) return "place not known: only “watched” shows it";
  if ("source" in where) return "in the original only";
  const { part, episode, unit = "episode" } = where;
  return unit === "part" ? `part ${part}` : `part ${part}, ${unit} ${episode}`;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "page-title": { type: "string" },
      url: { type: "string" },
      heading: { type: "string", multiple: true },
      before: { type: "string", multiple: true },
    },
  });
  const text = positionals.join(" ");
  if (!text) {
    console.error('npm run why -- "text" [--page-title "…"] [--heading "…"] [--before "…"] [--url …]');
    process.exitCode = 2;
  } else {
    const { "page-title": title, url, heading, before } = values;
    console.log(why({ text, title, url, headings: heading, before }, loadShows()).join("\n"));
  }
}
