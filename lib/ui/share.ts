/** What has not changed stays the same object, so that nothing is drawn again for it. */

/** `next`, with `old`'s objects in place of those that are equal. Both are plain JSON. */
export function share<T>(old: T, next: T): T {
  if (Object.is(old, next)) return old;
  if (typeof old !== "object" || typeof next !== "object" || old === null || next === null) return next;
  if (Array.isArray(old) !== Array.isArray(next)) return next;
  const [before, after] = [old as Record<string, unknown>, next as Record<string, unknown>];
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  const shared = keys.map((key) => {
    const value = Object.hasOwn(before, key) ? share(before[key], after[key]) : after[key];
    same &&= Object.hasOwn(before, key) && value === before[key];
    return [key, value] as const;
  });
  if (same) return old;
  return (Array.isArray(next) ? shared.map(([, value]) => value) : Object.fromEntries(shared)) as T;
}
