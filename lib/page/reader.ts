/** Reads lines of text as passages, each in the context of the one before it, and remembers what it has read. */
import { addressWords } from "../detect/address.ts";
import type { Context, Detector, Finding, Passage } from "../detect/types.ts";
import type { Stretch } from "./choose.ts";
import { blockOf, isReading, roleOf } from "./elements.ts";
import { isText, line, lineStart, stepBack } from "./flow.ts";
import { around } from "./nodes.ts";
import { compose, cut, type Piece, samePieces } from "./passages.ts";
import { unwrap } from "./wrapped.ts";

/** A passage on the page, and what has been found in it. */
export interface Run extends Passage {
  readonly pieces: readonly Piece[];
  /** Undefined only for text that stands directly in a shadow root. */
  readonly block: Element | null;
  /** Its line is so long that whatever moves in it has the browser lay it out for seconds. */
  readonly far: boolean;
  before: Context;
  after: Context;
  findings: readonly Finding[];
  /** What is hidden of it at present. */
  hidden: readonly Stretch[];
  /** When its text last grew at the end while the reader could watch; 0: it did not. */
  grownAt: number;
}

export interface Lines {
  /** In document order; already known ones are the same objects as before. */
  readonly runs: readonly Run[];
  /** Known before, and now replaced or gone. */
  readonly gone: readonly Run[];
  /** All text nodes of the line, or of a part where it is cut (flow.ts): reading any of them would give the same. */
  readonly nodes: readonly Text[];
}

export interface ReaderParts {
  readonly gate: (text: string) => boolean;
  /** The first text has passed the gate. What was read before it has not been remembered, and has to be read again. */
  readonly onWake: () => void;
  readonly detector: () => Required<Detector>;
  readonly textOf: (node: Text) => string;
  readonly title: () => string;
  readonly url: () => string;
  readonly lang: () => string;
  readonly now: () => number;
  /** Is the parser still at work? Then tail.ts knows better what grows. */
  readonly loading: () => boolean;
}

export interface Reader {
  /** False until a text has passed the gate; until then nothing is remembered and hardly anything done. */
  readonly active: boolean;
  /** False from when something was missing to read with until `prepare` has made it. */
  readonly ready: boolean;
  /** Makes a part of what is missing. */
  prepare(): void;
  /**
   * Reads the line that this node is in. `known`: the run before it, where the caller has just read that. Undefined: it
   * takes what is not ready yet, or more time than is taken at once; to be asked again, then it goes on.
   */
  read(node: Text, known?: Run): Lines | undefined;
  /** Reads a text of its own (an attribute, the tab's title) in the context of its place, or behind this passage. */
  label(text: string, place?: Node, last?: Run): readonly Finding[];
  /** Reads the same passage again in another context; false if nothing has changed. */
  again(run: Run, before: Context): boolean;
  runs(node: Text): readonly Run[];
  /** In which context a text at this place would be read; undefined as long as nothing is. */
  contextAt(place: Node): Context | undefined;
  /** Title or address have changed: what was read so far gets a new context when it is read again. */
  restart(): void;
}

/** How far back the passage before is looked for, in nodes. Beyond that the page's own context must do. */
const reach = 4000;

/**
 * As often a line may be cut for its number of nodes before what is hidden in the rest of it is no longer veiled
 * (`far`).
 */
const near = 2;

/**
 * Milliseconds after which the rest of a line waits, for a page may have megabytes in one. Where it takes longer to
 * find out what is in the line, as long as that: it has to be found out anew each time.
 */
const atOnce = 4;

/**
 * Are its line breaks seen, as in posts, chats and descriptions of videos? That is the style's to say, for which no
 * browser has to lay anything out. Asked only where the page is read at all.
 */
const keepsLines = ({ node, data }: Piece) => {
  const element = data.trim().includes("\n") && around(node);
  return element && /pre|break/.test(getComputedStyle(element).whiteSpace);
};

export function createReader(parts: ReaderParts): Reader {
  const known = new WeakMap<Text, Run[]>();
  /**
   * What has been read of lines that are not read to their end, by their first node and in the order of their passages.
   */
  const begun = new WeakMap<Text, Run[]>();
  /** Behind these a line of very many nodes has been cut, for the how manieth time. */
  const ends = new WeakMap<Text, number>();
  let detector: Required<Detector> | undefined;
  let top: Context | undefined;
  let passedOver = false;
  let addressAsked = false;
  let ready = true;
  /**
   * Where labels stand that have been read since any text was: of ten thousand in a row each would look back over all.
   */
  let labelled: WeakMap<Node, Context> | undefined;

  const holds = (node: Text) => /\S/.test(parts.textOf(node));
  /** Asked with the first text only: a frame without text looks nothing up. */
  const addressOpens = () => {
    if (addressAsked) return false;
    addressAsked = true;
    return parts.gate(addressWords(parts.url()));
  };
  const wakes = (text: string) => {
    if (detector) return true;
    if (!parts.gate(text) && !addressOpens()) {
      passedOver = true;
      return false;
    }
    detector = parts.detector();
    if (passedOver) parts.onWake();
    return true;
  };
  const begin = (found: Detector): Context => {
    top ??= found.begin({ title: parts.title(), url: parts.url(), lang: parts.lang() });
    return top;
  };
  const contextAt = (place: Node, found: Detector): Context => {
    let node = stepBack(place);
    for (let steps = 0; node && steps < reach; steps++) {
      const before = isText(node) ? known.get(node)?.at(-1)?.after : labelled?.get(node);
      if (before) return before;
      node = stepBack(node);
    }
    return begin(found);
  };
  return {
    get active() {
      return !!detector;
    },
    get ready() {
      return ready;
    },
    prepare() {
      ready = detector?.prepare() ?? true;
    },
    read(node, previous) {
      const start = parts.now();
      let cuts = 0;
      const first = lineStart(node, holds, (text) => (cuts = ends.get(text) ?? 0) > 0) ?? node;
      const { bits, last } = line(first, parts.textOf);
      const nodes = bits.filter((bit) => typeof bit !== "string");
      const old = new Set<Run>();
      for (const text of nodes) {
        ends.delete(text);
        for (const run of known.get(text) ?? []) old.add(run);
      }
      if (last) ends.set(last, cuts + 1);
      const block = blockOf(node);
      const runs: Run[] = [];
      const drafts = cut(bits, parts.textOf);
      const ahead = begun.get(first) ?? [];
      begun.delete(first);
      const end = parts.now() + Math.max(atOnce, parts.now() - start);
      let fresh = false;
      for (const [index, pieces] of drafts.entries()) {
        if (fresh && parts.now() > end) {
          begun.set(first, ahead);
          return undefined;
        }
        const same = (other: Run | undefined) => !!other && samePieces(other.pieces, pieces);
        let run = same(ahead[index]) ? ahead[index] : [...old].find(same);
        let text = run?.text ?? unwrap(compose(pieces));
        if (!/[^\s\d\p{P}]/u.test(text) || !wakes(text) || !detector) continue;
        if (!run && pieces.some(keepsLines)) text = unwrap(compose(pieces, true));
        const before = runs.at(-1)?.after ?? previous?.after ?? contextAt(pieces[0]?.node ?? node, detector);
        if (!run || run.before !== before) {
          const role = run ?? roleOf(block);
          const passage = { text, role: role.role, level: role.level };
          const reading = detector.tryRead(passage, before);
          if (!reading) {
            ready = false;
            begun.set(first, ahead);
            return undefined;
          }
          fresh = true;
          const { findings } = reading;
          const after = handedOn(block, before, reading.after);
          if (run) Object.assign(run, { before, after, findings });
          else {
            run = {
              ...passage,
              pieces,
              block,
              far: cuts > near,
              before,
              after,
              findings,
              hidden: [],
              grownAt: parts.loading() ? 0 : grownAt(text, old, parts.now()),
            };
          }
        }
        ahead[index] = run;
        runs.push(run);
      }
      if (detector) {
        if (runs.length || old.size) labelled = undefined;
        for (const text of nodes) known.delete(text);
        for (const run of runs)
          for (const { node: text } of run.pieces) {
            const list = known.get(text);
            if (!list) known.set(text, [run]);
            else if (list.at(-1) !== run) list.push(run);
          }
      }
      return { runs, gone: [...old].filter((run) => !runs.includes(run)), nodes };
    },
    label(text, place, last) {
      if (!/\p{L}/u.test(text) || !wakes(text) || !detector) return [];
      const passage: Passage = { text, role: "label", level: 0 };
      const context = last?.after ?? (place ? contextAt(place, detector) : begin(detector));
      if (place && !last) (labelled ??= new WeakMap()).set(place, context);
      return detector.read(passage, context).findings;
    },
    again(run, before) {
      if (!detector || run.before === before) return false;
      labelled = undefined;
      const { findings, after } = detector.read(run, before);
      Object.assign(run, { before, after: handedOn(run.block, before, after), findings });
      return true;
    },
    runs: (node) => known.get(node) ?? [],
    contextAt: (place) => detector && contextAt(place, detector),
    restart() {
      top = labelled = undefined;
      addressAsked = false;
    },
  };
}

/** What is written above the letters of a name is not what the text behind it is about. */
const handedOn = (block: Element | null, before: Context, after: Context) =>
  isReading(block) ? before : after;

/**
 * When a text last grew that now reads like this, after these. A space at its end is no letter more, nor is it a rest.
 */
function grownAt(text: string, old: ReadonlySet<Run>, now: number): number {
  let last = 0;
  for (const other of old)
    if (text.startsWith(other.text)) last = Math.max(last, other.text === text ? other.grownAt : now);
  return last;
}
