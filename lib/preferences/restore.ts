/**
 * Browsers may drop the IndexedDB of an extension when the disk is full or the profile is damaged. The snapshot is the
 * last that is known then, and better than nothing.
 */
import type { Edit } from "./choices.ts";
import { currentSnapshot, type SnapshotArea } from "./mirror.ts";
import { editSchema } from "./rows.ts";
import type { Store } from "./store.ts";

/**
 * Fills a store that has no row at all from the snapshot. Resolves to whether there is anything in the store now.
 * Rejects where that cannot be done now: whoever went on, and told pages of the empty store, would lose the list for
 * good.
 */
export async function restore(store: Store, area: SnapshotArea): Promise<boolean> {
  // Who has a revision has been written to: every change asks this first, and most lists are long.
  if ((await store.revision()) > 0 || !(await store.read()).pristine) return true;
  const { version: _, revision, pause: __, ...known } = await currentSnapshot(area);
  if (revision === 0) return false;
  const each = <T>(keys: readonly string[], value: T) => Object.fromEntries(keys.map((key) => [key, value]));
  const { sitesOff, rules, spared, ...settings } = known;
  const edit = sound({
    ...settings,
    shows: { ...known.shows },
    sites: each(sitesOff, false),
    rules: Object.fromEntries(rules.map((rule) => [rule.id, rule])),
    spared: each(spared, true),
  });
  await store.write(edit, { after: revision, undoable: false });
  return true;
}

/** What zod accepts of it: one entry that a damaged profile has spoilt must not cost all the others. */
function sound(edit: Edit): Edit {
  const parts = Object.entries(edit).map(([part, value]) => {
    const passes = (some: unknown) => editSchema.safeParse({ [part]: some }).success;
    if (passes(value) || typeof value !== "object") return [part, value];
    return [part, Object.fromEntries(Object.entries(value).filter(([key, each]) => passes({ [key]: each })))];
  });
  return Object.fromEntries(
    parts.filter(([part, value]) => editSchema.safeParse({ [part as string]: value }).success),
  );
}
