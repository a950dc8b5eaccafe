/** Which tab is "this page"? */

/** The part of `tabs.Tab` that is used. */
export interface TabLike {
  readonly id?: number | undefined;
  readonly active: boolean;
  readonly lastAccessed?: number | undefined;
}

export interface TabsLike {
  query(query: { active?: boolean; currentWindow?: boolean }): Promise<readonly TabLike[]>;
  /** The tab that this very page stands in; undefined in a popup. */
  getCurrent(): Promise<TabLike | undefined>;
}

/**
 * The active tab; where the popup itself was opened as a tab, the most recently used other tab in which the shield
 * runs (Firefox for Android does not tell when a tab was used, but which is active). `answers` finds that out, for without the "tabs" permission nobody tells us a tab's address.
 */
export async function findPageTab(
  tabs: TabsLike,
  answers: (tabId: number) => Promise<boolean>,
): Promise<number | undefined> {
  const own = await tabs.getCurrent();
  if (!own) return (await tabs.query({ active: true, currentWindow: true }))[0]?.id;
  const others = (await tabs.query({})).filter((tab) => tab.id !== undefined && tab.id !== own.id);
  others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0) || Number(b.active) - Number(a.active));
  for (const { id } of others) if (id !== undefined && (await answers(id))) return id;
  return undefined;
}
