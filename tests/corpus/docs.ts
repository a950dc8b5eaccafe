/** Labelled articles: the format of tests/corpus/articles, read from any folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageInfo, Passage, Role } from "../../lib/detect/types.ts";

export interface LabelledSentence {
  text: string;
  label: 0 | 1;
  /** Another careful reader might decide otherwise: left out of every figure. */
  borderline?: boolean;
  show?: string | null;
  fact?: string | null;
}
export interface Block {
  tag: string;
  show?: string | null;
  sentences: LabelledSentence[];
}
export interface Doc {
  id: string;
  title?: string;
  page?: string;
  kind?: string;
  manner?: string;
  lang?: string;
  blocks: Block[];
}

export function readDocs(folder: string): Doc[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith(".json"))
    .sort()
    .map((f) => ({ id: f.slice(0, -5), ...JSON.parse(readFileSync(join(folder, f), "utf8")) }) as Doc)
    .filter((d) => Array.isArray(d.blocks));
}

/** What a browser would know of the page; a title that is missing is the first heading, as the page's is. */
export function pageOf(doc: Doc): PageInfo {
  const h1 = doc.blocks.find((b) => b.tag === "h1");
  const title = doc.title ?? h1?.sentences.map((s) => s.text).join(" ") ?? "";
  return { title, url: "http://127.0.0.1/article", ...(doc.lang && { lang: doc.lang }) };
}

const roles: Record<string, Role> = { li: "item", figcaption: "caption", tr: "row", dt: "item", dd: "item" };

const marked = /[.!?…。！？,;–—-]["'”’»)\]」』）*_~]*\s*$/;

/**
 * Sentences stand behind each other; what ends without a mark, as posts have it, is a line of its own, and a page
 * breaks it there.
 */
function textOf({ sentences }: Block): string {
  const last = sentences.length - 1;
  return sentences
    .map(({ text }, i) => (i === last ? text : text + (marked.test(text) ? " " : "\n")))
    .join("");
}

export function passageOf(block: Block): Passage {
  const level = /^h([1-6])$/.exec(block.tag);
  return {
    text: textOf(block),
    role: level ? "heading" : (roles[block.tag] ?? "text"),
    level: level ? Number(level[1]) : 0,
  };
}

/** Letters that two stretches `[start, end)` share; below 0: they lie apart. */
export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** Offsets of each labelled sentence in the passage's text. */
export function spans(block: Block): { start: number; end: number }[] {
  let at = 0;
  return block.sentences.map((s) => {
    const start = at;
    at += s.text.length + 1;
    return { start, end: start + s.text.length };
  });
}

/** Of the things that lie somewhere in a text the one that shares most letters with the span. */
export function overlapping<T>(
  things: readonly T[],
  span: { start: number; end: number },
  where: (thing: T) => { start: number; end: number },
): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const thing of things) {
    const o = overlap(span, where(thing));
    if (o > most) {
      most = o;
      best = thing;
    }
  }
  return best;
}
