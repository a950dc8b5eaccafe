/** The whole way from text to findings, and the gate before it, beside the bare sweep over the letters. */
import { createDetector } from "../../lib/detect/detect.ts";
import { createGate } from "../../lib/detect/gate.ts";
import { decodeNames } from "../../lib/detect/names.ts";
import { loadShows, tablesFor } from "../corpus/detector.ts";
import { sweep } from "./engines.ts";
import { type Figure, race, short, show, table } from "./measure.ts";
import { type Article, articles, lettersIn, textsOf } from "./texts.ts";

/** Speeds over anime text and over ordinary text. `share`: of the articles, from 0 to 1. */
export function raceDetection(
  rounds: number,
  share = 1,
): Record<"anime" | "ordinary", Record<string, Figure>> {
  const tables = tablesFor(loadShows());
  const names = decodeNames(tables.names);
  const detector = createDetector(tables, names);
  const detect = (list: readonly Article[]) => () => {
    for (const { page, passages } of list) {
      let context = detector.begin(page);
      for (const passage of passages) context = detector.read(passage, context).after;
    }
  };
  const of = (anime: boolean) => {
    const every = Math.round(1 / share);
    const list = articles(anime).filter((_, i) => i % every === 0);
    const texts = textsOf(list);
    const gate = createGate(names);
    const over = (test: (text: string) => unknown) => () => {
      for (const text of texts) test(text);
    };
    return race({ sweep: over(sweep), gate: over(gate), detection: detect(list) }, lettersIn(texts), rounds);
  };
  return { ordinary: of(false), anime: of(true) };
}

export function detectionReport(rounds: number): string {
  const { anime, ordinary } = raceDetection(rounds);
  const line = (name: string, speeds: Record<string, Figure>) => [
    name,
    ...["sweep", "gate", "detection"].map((part) => show(speeds[part]!)),
    short(speeds.detection!.median / speeds.sweep!.median),
  ];
  return [
    [
      "Whole articles of the corpus with the catalog that ships, in MB/s: median (quartiles). *Gate* is what a page",
      "without anime pays, *detection* what a page pays once the gate has let something through.",
    ].join("\n"),
    table(
      ["text", "bare sweep", "gate", "detection", "detection / sweep"],
      [line("ordinary", ordinary), line("anime", anime)],
    ),
  ].join("\n\n");
}
