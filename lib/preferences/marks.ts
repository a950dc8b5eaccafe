/**
 * What outlives the store and the snapshot: the mark that there were choices. Files of a profile that are garbled leave
 * an extension that looks as on its first day, and its reader with the belief that the list still holds. The marks are
 * empty files of the extension's own file system (OPFS), which browsers keep apart from both: no word of the list is
 * in them, and no permission is needed.
 */
import { patience, withPatience } from "./database.ts";

export interface Marks {
  /** Some choices are stored now, or none. */
  keep(some: boolean): Promise<void>;
  /** Nothing is stored, neither in the store nor in the snapshot: choices were lost if there were any. */
  miss(): Promise<void>;
  /** Were choices lost, and has the reader not said that they know? */
  lost(): Promise<boolean>;
  /** The reader knows, or has erased everything themselves. */
  dismiss(): Promise<void>;
}

type Mark = "kept" | "lost";

/**
 * The marks in a directory that `getDirectory` gives. Never rejects: where files cannot be used (private windows, a
 * damaged profile) no mark is there and none is set, which looks like a first day as it did before.
 */
export function createMarks(getDirectory: () => Promise<FileSystemDirectoryHandle>): Marks {
  // Asked and written once: every change says what it knows already.
  const known = new Map<Mark, boolean>();
  let directory: Promise<FileSystemDirectoryHandle> | undefined;
  let late = false;
  const inDirectory = async <T>(work: (directory: FileSystemDirectoryHandle) => Promise<T>): Promise<T> => {
    // Waited for once: who asks while an answer is still due is refused, or all changes would queue behind it.
    if (late) throw new Error("the extension's file system does not answer");
    directory ??= getDirectory().catch((error: unknown) => {
      directory = undefined;
      throw error;
    });
    const answer = directory.then(work);
    try {
      return await withPatience(answer, patience);
    } catch (error) {
      late = (error as Error | undefined)?.name === "TimeoutError";
      const settled = () => {
        late = false;
      };
      answer.then(settled, settled);
      throw error;
    }
  };

  const has = async (mark: Mark): Promise<boolean> => {
    const before = known.get(mark);
    if (before !== undefined) return before;
    try {
      await inDirectory((files) => files.getFileHandle(mark));
      known.set(mark, true);
    } catch (error) {
      // Anything else may work the next time.
      if ((error as Error | undefined)?.name === "NotFoundError") known.set(mark, false);
    }
    return known.get(mark) ?? false;
  };
  const set = async (mark: Mark, on: boolean): Promise<void> => {
    if ((await has(mark)) === on) return;
    try {
      await inDirectory<unknown>((files) =>
        on ? files.getFileHandle(mark, { create: true }) : files.removeEntry(mark),
      );
    } catch {
      // Said no more in this life of the background all the same, and found again in the next.
    }
    known.set(mark, on);
  };

  let last: Promise<unknown> = Promise.resolve();
  const serial = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next;
    return next;
  };
  return {
    keep: (some) => serial(() => set("kept", some)),
    miss: () =>
      serial(async () => {
        if (!(await has("kept"))) return;
        // In this order: whoever is stopped in between finds the same again.
        await set("lost", true);
        await set("kept", false);
      }),
    lost: () => serial(() => has("lost")),
    dismiss: () => serial(() => set("lost", false)),
  };
}
