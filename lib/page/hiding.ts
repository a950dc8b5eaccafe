/**
 * From findings to the page: what of each text is hidden from this reader, with what they have chosen, seen and
 * revealed. Asked for a passage when it has been read, and for all of them when any of that changes: nothing is read
 * twice for it.
 */
import type { Finding } from "../detect/types.ts";
import type { Snapshot } from "../preferences/snapshot.ts";
import type { Answers } from "./answers.ts";
import { choose, type Stretch } from "./choose.ts";
import { createDraft, type DraftParts } from "./draft.ts";
import type { Drawing } from "./draw.ts";
import { isUntouched } from "./elements.ts";
import type { Labels } from "./labels.ts";
import type { Memory } from "./memory.ts";
import type { Reader, Run } from "./reader.ts";
import { isLeftToSite } from "./site-spoilers.ts";
import type { SummaryKeeper } from "./summary.ts";
import type { TabTitle } from "./tab-title.ts";
import type { Tail } from "./tail.ts";
import type { Told } from "./told.ts";

/** What the reader has chosen. */
export interface Chosen {
  snapshot: Snapshot;
  /** Is the shield on here? */
  on: boolean;
}

export interface HidingParts extends Omit<DraftParts, "changed"> {
  readonly chosen: Readonly<Chosen>;
  readonly memory: Memory;
  readonly told: Told;
  readonly drawing: Drawing;
  readonly labels: Labels;
  readonly title: TabTitle;
  readonly tail: Tail;
  readonly summary: SummaryKeeper;
  readonly answers: () => Answers;
  /** Reads a text of its own in the context of its place. */
  readonly read: Reader["label"];
}

export interface Hiding {
  /** What of this text is hidden. */
  of(text: string, findings: readonly Finding[]): Stretch[];
  /** Has the reader revealed something of this passage, label or title, which would be hidden else? */
  isRevealed(what: Run | Pick<Run, "text" | "findings">): boolean;
  /** A passage has been read, perhaps anew. */
  apply(run: Run): void;
  /** Asks anew for everything on the page. */
  refilter(): void;
  /** Has the document become an editor (draft.ts)? */
  check(): void;
}

export function createHiding(parts: HidingParts): Hiding {
  const { chosen, memory, told, drawing, labels, title, tail, summary } = parts;
  const of = (text: string, findings: readonly Finding[], revealed = memory.has) =>
    chosen.on && !draft.on ? choose(text, findings, chosen.snapshot, revealed) : [];
  const tells = (text: string, place: Text) => of(text, parts.read(text, place), () => false).length > 0;
  /** The same of a passage: none of it where it is a draft, and not what the site hides itself. */
  const inRun = (run: Run, revealed?: (key: number) => boolean): Stretch[] => {
    const [first] = run.pieces;
    if (first && isUntouched(first.node)) return [];
    return of(run.text, run.findings, revealed).filter((stretch) => !isLeftToSite(run, stretch, tells));
  };
  /** Was anything hidden of it before? */
  const filter = (run: Run): boolean => {
    const had = run.hidden.length > 0;
    run.hidden = inRun(run);
    return had;
  };
  const show = (run: Run, had: boolean) => {
    if (run.findings.length) told.add(run);
    if (run.hidden.length) parts.answers().recall();
    if (run.hidden.length || had || run.grownAt) drawing.draw(run);
    if (run.hidden.length || had) summary.changed();
  };
  const refilter = () => {
    const had = new Map(told.all().map((run) => [run, filter(run)]));
    drawing.together(had.keys(), (run) => show(run, !!had.get(run)));
    labels.refilter();
    title.refilter();
    tail.follow();
    summary.changed();
  };
  const draft = createDraft({ ...parts, changed: refilter });
  return {
    of,
    isRevealed(what) {
      if (!memory.any) return false;
      const none = () => false;
      const all = "pieces" in what ? inRun(what, none) : of(what.text, what.findings, none);
      return all.some(({ key }) => memory.has(key));
    },
    apply: (run) => show(run, filter(run)),
    refilter,
    check: draft.check,
  };
}
