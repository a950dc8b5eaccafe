/** The reader's choices as the extension's pages hold them: shown at once when changed, and put right by the answer. */
import { batch, type Signal, signal } from "@preact/signals";
import type { CopyAnswer, PopupMessage, PreferencesState } from "../messages.ts";
import { applyEdit, type Change, defaults, type Edit } from "../preferences/choices.ts";
import { readEarly } from "../preferences/early.ts";
import { onward } from "../preferences/onward.ts";
import { readSnapshot } from "../preferences/snapshot.ts";
import type { Ask } from "./client.ts";
import { share } from "./share.ts";

/** What went wrong between page and background. */
export type Failure = "notSaved" | "notRepaired" | "notCopied" | "noAnswer";

export interface Settings {
  /** Undefined until there is something to begin with. */
  readonly state: Signal<PreferencesState | undefined>;
  /** Until then rules and spared stretches are not known. */
  readonly whole: Signal<boolean>;
  readonly failure: Signal<Failure | undefined>;
  /**
   * The change that is offered to be taken back: the last that this page has made, and after an undo the one before it.
   */
  readonly undoable: Signal<Change | undefined>;
  /** The change that this page has taken back last, until it makes another. */
  readonly undone: Signal<Change | undefined>;
  /**
   * Begins with what storage.session holds under `earlyKey`, unless the background has answered already. `snapshot`:
   * what storage.local holds under `snapshotKey`, for who needs the rules too.
   */
  begin(stored: unknown, snapshot?: unknown): void;
  refresh(): Promise<void>;
  /** Resolves to whether it was saved: what cannot be goes back to what it was, and `failure` says so. */
  edit(edit: Edit): Promise<boolean>;
  /** The same for shows that are to go on and never back, wherever they are when it is written (onward.ts). */
  editOnward(edit: Edit): Promise<boolean>;
  undo(): Promise<boolean>;
  erase(): Promise<boolean>;
  /** Mends what `problems` tells of, as far as it can be; resolves to whether it could be tried. */
  repair(): Promise<boolean>;
  /** Has that been tried, and with success? What is still set aside can only be deleted then. */
  readonly repaired: Signal<boolean>;
  /** Deletes what was set aside. */
  discard(): Promise<boolean>;
  /** Says no more that choices were lost. */
  dismiss(): Promise<boolean>;
  /** All that is stored, as a file; undefined where nothing can be read, and `failure` says so. */
  copy(): Promise<CopyAnswer | undefined>;
}

export function createSettings(ask: Ask): Settings {
  const state: Signal<PreferencesState | undefined> = signal(undefined);
  const whole = signal(false);
  const failure: Signal<Failure | undefined> = signal(undefined);
  const repaired = signal(false);
  const undoable: Signal<Change | undefined> = signal(undefined);
  const undone: Signal<Change | undefined> = signal(undefined);
  let pending = 0;
  /** Changes that were answered: what was asked before one of them and is answered after it is out of date. */
  let answered = 0;
  /** The last that the background said. */
  let confirmed: PreferencesState | undefined;

  const show = (answer: PreferencesState) => {
    batch(() => {
      state.value = share(state.peek(), answer);
      whole.value = true;
      // Overtaken by a change elsewhere: it would not be taken back any more.
      if (undoable.peek()?.id !== answer.lastChange?.id) undoable.value = undefined;
    });
  };

  const change = async (
    message: PopupMessage & { type: "edit" | "undo" | "erase" | "repair" | "discard" | "dismiss" },
  ) => {
    const now = state.peek();
    const failed = message.type === "repair" ? "notRepaired" : "notSaved";
    if (!now) {
      // That there is no answer says it already.
      failure.value ??= failed;
      return false;
    }
    if (message.type === "edit") {
      const edit = message.onward ? (onward(now.shows, message.edit) ?? {}) : message.edit;
      state.value = { ...now, ...applyEdit(now, edit) };
    }
    const asked = undoable.peek();
    const known = confirmed?.lastChange?.id ?? 0;
    pending++;
    try {
      const answer = await ask(message);
      answered++;
      confirmed = answer;
      batch(() => {
        const last = answer.lastChange ?? undefined;
        const isBack = message.type === "undo" && !isOvertaken(message, last);
        undone.value = isBack ? asked : undefined;
        undoable.value = offered(message, last, known);
        // With more changes on their way, the answer to the last of them counts.
        if (pending === 1) show(answer);
      });
      failure.value = undefined;
      return true;
    } catch {
      state.value = confirmed;
      failure.value = failed;
      return false;
    } finally {
      pending--;
    }
  };

  /**
   * What is newer than what was to be taken back has overtaken it: nothing was taken back. `last`: what the store would
   * take back next, as the answer to `message` has it.
   */
  const isOvertaken = (message: PopupMessage & { type: "undo" }, last: Change | undefined) =>
    last !== undefined && last.id > (message.change ?? last.id);

  /** `known`: the number of the last change of which this page knew when it asked. */
  const offered = (message: PopupMessage, last: Change | undefined, known: number) => {
    // What has changed nothing is no change: the last one is an old one then.
    if (message.type === "edit") return last && last.id > known ? last : undoable.peek();
    if (message.type !== "undo") return undefined;
    // It may be a change made elsewhere. Where it is this page's own, it is offered already.
    return isOvertaken(message, last) ? undoable.peek() : last;
  };

  return {
    state,
    whole,
    failure,
    repaired,
    undoable,
    undone,
    begin(stored, snapshot) {
      const early = readEarly(stored);
      if (!early || state.peek()) return;
      const { revision } = early;
      const { rules, spared, revision: its } = readSnapshot(snapshot);
      confirmed = { ...defaults, ...early.choices, revision, lastChange: null, problems: [] };
      // Of another moment it may miss a rule that was just made.
      const all = snapshot !== undefined && its === revision;
      if (all) confirmed = { ...confirmed, rules, spared };
      batch(() => {
        state.value = confirmed;
        whole.value = all;
      });
    },
    async refresh() {
      const before = answered;
      try {
        const answer = await ask({ type: "preferences" });
        if (answered === before) {
          confirmed = answer;
          if (pending === 0) show(answer);
        }
        if (failure.peek() === "noAnswer") failure.value = undefined;
      } catch {
        failure.value = "noAnswer";
      }
    },
    edit: (edit) => change({ type: "edit", edit }),
    editOnward: (edit) => change({ type: "edit", edit, onward: true }),
    undo: () => change({ type: "undo", change: undoable.peek()?.id }),
    erase: () => change({ type: "erase" }),
    async repair() {
      const done = await change({ type: "repair" });
      repaired.value = done;
      return done;
    },
    discard: () => change({ type: "discard" }),
    dismiss: () => change({ type: "dismiss" }),
    async copy() {
      try {
        return await ask({ type: "copy" });
      } catch {
        failure.value = "notCopied";
        return undefined;
      }
    },
  };
}
