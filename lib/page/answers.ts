/**
 * What the reader does about veils: reveal one or all, call it no spoiler, or say that they have seen what it tells.
 */
import type { Stretch } from "./choose.ts";
import type { Memory } from "./memory.ts";
import type { ShieldOptions } from "./options.ts";
import { type Range as Letters, rangesOf } from "./passages.ts";
import type { Run } from "./reader.ts";

export interface Answers {
  reveal(run: Run, stretch: Stretch, byKeyboard: boolean): void;
  /** Reveals what is covered by clicks on it. */
  uncover(keys: readonly number[]): void;
  spare(run: Run, stretch: Stretch): void;
  /** The same for what is covered. */
  spareKeys(keys: readonly number[]): void;
  seen(stretch: Stretch): void;
  /** Everything on this page, also what comes later. */
  revealAll(): void;
  hideAgain(): void;
  /** Something is hidden: what has been revealed in this tab before is revealed again, once that is known. */
  recall(): void;
}

export interface AnswersParts {
  readonly view: Window;
  readonly memory: Memory;
  readonly options: Pick<ShieldOptions, "onSpare" | "onSeen" | "onReveal" | "recall">;
  /** All that is hidden at present. */
  readonly hidden: () => readonly Stretch[];
  readonly soften: (letters: readonly Letters[]) => void;
  /** Draws everything again from what is known. */
  readonly refilter: () => void;
  readonly act: (work: () => void) => void;
}

/** Revealed keys that a tab is asked to keep of one page. */
const most = 500;

export function createAnswers(parts: AnswersParts): Answers {
  const { view, memory, options, soften, refilter, act } = parts;
  let asked = false;
  const add = (keys: readonly number[]) =>
    act(() => {
      for (const key of keys) memory.add(key);
      refilter();
    });
  const show = (keys: readonly number[]) => {
    add(keys);
    options.onReveal(keys);
  };
  /** For the page until they come back as spared, and not for the tab: else an undo would not hide them again. */
  const spareKeys = (keys: readonly number[]) => {
    add(keys);
    options.onSpare(keys.map(String));
  };
  const reveal = (run: Run, stretch: Stretch, byKeyboard: boolean, how = show) => {
    how([stretch.key]);
    // While something else is veiled before them they are not in the page's own node.
    const letters = rangesOf(run.pieces, stretch.start, stretch.end).filter(
      ({ node, to }) => to <= node.data.length,
    );
    const [start] = letters;
    soften(letters);
    // The button is gone. Where the text begins, reading and tabbing go on, without an element of ours left behind.
    if (byKeyboard && start) view.getSelection()?.collapse(start.node, start.from);
  };
  return {
    reveal,
    uncover: show,
    spare: (run, stretch) => reveal(run, stretch, true, spareKeys),
    spareKeys,
    recall() {
      if (asked) return;
      asked = true;
      options.recall((keys) => keys.length && add(keys));
    },
    // The new progress uncovers this wherever it stands. Where none will come back, it is at least revealed here.
    seen: ({ findings: [finding], key }) => options.onSeen(finding) === false && add([key]),
    revealAll: () =>
      act(() => {
        const keys = parts.hidden().map(({ key }) => key);
        // None would mean that all are hidden again: of a page's frames most have nothing to hide.
        if (keys.length) options.onReveal(keys.slice(0, most));
        memory.all();
        refilter();
      }),
    hideAgain: () =>
      act(() => {
        memory.clear();
        options.onReveal([]);
        refilter();
      }),
  };
}
