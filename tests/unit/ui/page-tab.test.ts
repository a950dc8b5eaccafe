import { expect, test } from "vitest";
import { findPageTab, type TabLike } from "../../../lib/ui/page-tab.ts";

const tab = (id: number, lastAccessed: number, active = false): TabLike => ({ id, lastAccessed, active });
const all = [tab(1, 10), tab(2, 30), tab(3, 20), tab(4, 40, true)];
const tabs = (own: TabLike | undefined) => ({
  query: async (query: { active?: boolean }) => (query.active ? all.filter((t) => t.active) : all),
  getCurrent: async () => own,
});

test("in a popup it is the active tab, whatever it shows", async () => {
  expect(await findPageTab(tabs(undefined), async () => false)).toBe(4);
});

test("in a tab it is the last used other tab where the shield runs", async () => {
  expect(await findPageTab(tabs(all[3]), async () => true)).toBe(2);
  expect(await findPageTab(tabs(all[3]), async (id) => id !== 2)).toBe(3);
  expect(await findPageTab(tabs(all[3]), async () => false)).toBeUndefined();
});

test("where no tab tells when it was used, as on Android, it is the active one", async () => {
  const bare = [1, 2, 3, 4].map((id) => ({ id, active: id === 3 }));
  const android = { query: async () => bare, getCurrent: async () => bare[3] };
  expect(await findPageTab(android, async () => true)).toBe(3);
  expect(await findPageTab(android, async (id) => id !== 3)).toBe(1);
});
