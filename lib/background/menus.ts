/** The context menu: a selection becomes a rule, and a page with veils can be revealed. */
import type { PageReport } from "../messages.ts";

/** The part of `browser.contextMenus` that is used. */
export interface MenusApi {
  create(item: { id: string; title: string; contexts: ["selection"] | ["page"]; parentId?: string }): unknown;
  removeAll(): Promise<unknown>;
}

export interface MenuWords {
  readonly hide: string;
  /** "of Madoka Magica" */
  readonly of: (title: string) => string;
  readonly ofOther: string;
  readonly revealAll: string;
}

/** What a click on an item means. `show`: undefined for a story that is none of the page's. */
export type MenuChoice =
  | { readonly type: "hide"; readonly show?: string | undefined }
  | { readonly type: "reveal-all" };

/** So many of the page's shows are offered. */
const most = 5;

/** `show(report)` makes the menu that of this page. */
export function createMenus(api: MenusApi, words: MenuWords, title: (show: string) => string | undefined) {
  let last: string | undefined;
  let work: Promise<unknown> = Promise.resolve();

  const build = async (shows: readonly string[], veils: boolean) => {
    await api.removeAll();
    api.create({ id: "hide", title: words.hide, contexts: ["selection"] });
    // With one thing to choose from, choosing is a step too many.
    if (shows.length > 0) {
      const child = { parentId: "hide", contexts: ["selection"] as ["selection"] };
      for (const show of shows)
        api.create({ ...child, id: `hide:${show}`, title: words.of(title(show) ?? show) });
      api.create({ ...child, id: "hide:", title: words.ofOther });
    }
    if (veils) api.create({ id: "reveal-all", title: words.revealAll, contexts: ["page"] });
  };

  return {
    show(report: Pick<PageReport, "shows" | "veils">): Promise<unknown> {
      const shows = Object.entries(report.shows)
        .filter(([show, count]) => count > 0 && title(show) !== undefined)
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, most)
        .map(([show]) => show);
      const veils = report.veils > 0;
      const next = JSON.stringify([shows, veils]);
      if (next === last) return work;
      last = next;
      // One after the other: two rounds at once would create the same item twice.
      work = work.then(() => build(shows, veils)).catch(() => {});
      return work;
    },
  };
}

/** What the item with this id means; undefined for an item that is not ours. */
export function menuChoice(id: string | number): MenuChoice | undefined {
  if (id === "reveal-all") return { type: "reveal-all" };
  const [, show] = /^hide(?::(.*))?$/.exec(String(id)) ?? [];
  if (show === undefined && id !== "hide") return undefined;
  return { type: "hide", show: show || undefined };
}
