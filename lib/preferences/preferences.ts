/**
 * The preferences as the background offers them.
 *
 *   change ─► IndexedDB (truth) ─► snapshot in storage.local ─► storage.onChanged in every page
 *                                  ▲ rebuilt at start: a crash between the two heals
 *                                  ├► storage.session, for the extension's own pages to begin with (early.ts)
 *                                  └► a mark that there are choices, which outlives them all (marks.ts)
 */
import type { PreferencesState, StoreProblem } from "../messages.ts";
import { type EditFor, isDefault, type WhereOff } from "./choices.ts";
import { earlyKey, earlyOf } from "./early.ts";
import type { Sequel } from "./expand.ts";
import type { Marks } from "./marks.ts";
import { currentSnapshot, publish, type SnapshotArea } from "./mirror.ts";
import type { OldDatabase } from "./old-database.ts";
import { type Copy, copyAll, repair } from "./repair.ts";
import { restore } from "./restore.ts";
import { closedSnapshot } from "./snapshot.ts";
import type { Store, Stored } from "./store.ts";

export interface Preferences {
  state(): Promise<PreferencesState>;
  /** A part of it, for which not all of the store is read: each frame that tells what it hides has it asked for. */
  whereOff(): Promise<WhereOff>;
  /** Rejects where the store cannot be written or refuses the edit; nothing has changed then. */
  edit(edit: EditFor): Promise<PreferencesState>;
  /** Takes the last change back, or only this one if it is still the last. */
  undo(change?: number): Promise<PreferencesState>;
  /** Deletes every choice, and what is needed to undo them. */
  erase(): Promise<PreferencesState>;
  /**
   * Mends what is wrong with the store, as far as it can be (repair.ts). Rejects where it cannot; nothing is lost then.
   */
  repair(): Promise<PreferencesState>;
  /** Deletes the rows that were set aside. */
  discard(): Promise<PreferencesState>;
  /** The reader knows that choices were lost: says so no more. */
  dismiss(): Promise<PreferencesState>;
  /** All that is stored, to take away; whatever is wrong with the store, as long as something can be read. */
  copy(): Promise<Copy>;
  /** Is the shield paused until the browser starts again? In doubt it is not. */
  pausedUntilRestart(): Promise<boolean>;
  /**
   * At every start: ends a pause of the last session, restores a store that the browser has emptied, and rebuilds the
   * snapshot. Never rejects.
   */
  heal(): Promise<void>;
}

export interface PreferencesOptions {
  readonly store: Store;
  readonly area: SnapshotArea;
  /** The same database, where the store cannot use it. */
  readonly old: OldDatabase;
  /** storage.session: empty when the browser has started again, and no content script's. */
  readonly session: SessionFlags;
  readonly marks: Marks;
  readonly catalog: readonly Sequel[];
  /** Done until it succeeds once, before anything else is: what it brings takes the place of what there is. */
  readonly adopt?: () => Promise<void>;
}

/** The part of `browser.storage.session` that is used. */
export interface SessionFlags {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Set where the pause until the next start is one of this session. */
const pauseFlag = "pause";

/** One for the whole extension; calls are carried out one after the other. */
export function createPreferences(options: PreferencesOptions): Preferences {
  const { store, area, session, marks, catalog } = options;
  const serial = createQueue();
  let untold = false;
  let adopted = false;
  /** Has the pause of the last session been ended? */
  let over = false;

  const tell = async () => {
    try {
      const stored = await publish(store, area, catalog);
      untold = false;
      if (!stored) return;
      void marks.keep(stored.damaged > 0 || !isDefault(stored));
      // Pages of the extension wait for the answer where this fails.
      await session.set({ [earlyKey]: earlyOf(stored) }).catch(() => {});
    } catch {
      untold = true;
    }
  };

  /** Before every change as well: at the start the store may not have opened. */
  const begin = async () => {
    if (!adopted) await options.adopt?.();
    adopted = true;
    if (!(await restore(store, area))) await marks.miss();
    over ||= await endOldPause(store, session).then(
      () => true,
      () => false,
    );
  };

  const state = async (): Promise<PreferencesState> => {
    let stored: Stored;
    try {
      stored = await store.read();
    } catch (error) {
      const kind = (error as Error | undefined)?.name === "VersionError" ? "newer" : "closed";
      const { version: _, revision, ...choices } = await currentSnapshot(area).catch(() => closedSnapshot);
      return { ...choices, revision, lastChange: null, problems: [{ kind }] };
    }
    const problems: StoreProblem[] = [];
    if (stored.damaged > 0) problems.push({ kind: "damaged", rows: stored.damaged });
    if (untold) problems.push({ kind: "snapshot" });
    if (await marks.lost()) problems.push({ kind: "lost" });
    const { damaged: _, pristine: __, ...rest } = stored;
    return { ...rest, problems };
  };

  const change = (work: () => Promise<void>) =>
    serial(async () => {
      await begin();
      await work();
      await tell();
      const after = await state();
      // Also after an undo that has brought the pause back. Whoever asks about it waits in the queue until now.
      if (over && after.pause?.until === "restart") await session.set({ [pauseFlag]: true }).catch(() => {});
      return after;
    });

  return {
    state: () => serial(state),
    whereOff: () =>
      serial(() => store.whereOff().catch(() => currentSnapshot(area))).catch(() => closedSnapshot),
    edit: (edit) => change(() => store.write(edit)),
    undo: (id) => change(() => store.undo(id)),
    erase: () =>
      change(async () => {
        await store.erase();
        await marks.dismiss();
      }),
    repair: () =>
      serial(async () => {
        await repair(options, begin);
        await tell();
        return state();
      }),
    discard: () => change(() => store.discard()),
    dismiss: () =>
      serial(async () => {
        await marks.dismiss();
        return state();
      }),
    copy: () => serial(() => copyAll(options)),
    pausedUntilRestart: () =>
      serial(async () => {
        const [{ pause }, flags] = await Promise.all([store.whereOff(), session.get(pauseFlag)]);
        return pause?.until === "restart" && flags[pauseFlag] === true;
      }).catch(() => false),
    heal: () =>
      serial(async () => {
        try {
          // Asked beside the rest: pages of the extension wait for it.
          void marks.lost();
          await begin();
        } catch {
          // The snapshot may be all that is left of the list: it must not make way for an empty one.
          return;
        }
        await tell();
      }),
  };
}

async function endOldPause(store: Store, session: SessionFlags): Promise<void> {
  if ((await store.whereOff()).pause?.until !== "restart" || (await session.get(pauseFlag))[pauseFlag])
    return;
  await store.write({ pause: null }, { undoable: false });
}

function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
}
