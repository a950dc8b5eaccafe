/** The context menu: a selection becomes a rule, a page with veils can be revealed, a veil has its label's answers. */
import type { PageReport, VeilItem } from "../messages.ts";

/** In the order in which they stand in the menu. */
export const veilItems = [
  "show",
  "showPicture",
  "spare",
  "seen",
  "read",
  "seenAll",
] as const satisfies readonly VeilItem[];

/** `browser.contextMenus.ContextType`, as far as it is used. */
type Context = "selection" | "page" | "frame" | "link" | "image" | "video";

/** The part of `browser.contextMenus` that is used. */
export interface MenusApi {
  create(item: {
    id: string;
    title: string;
    contexts: [Context, ...Context[]];
    parentId?: string;
    visible?: boolean;
  }): unknown;
  update(id: string, item: { visible: boolean }): Promise<unknown>;
  removeAll(): Promise<unknown>;
}

export interface MenuWords {
  readonly veil: Readonly<Record<VeilItem, string>>;
  readonly hide: string;
  /** "of Madoka Magica" */
  readonly of: (title: string) => string;
  readonly ofOther: string;
  readonly revealAll: string;
}

/** What a click on an item means. `show`: undefined for a story that is none of the page's. */
export type MenuChoice =
  | { readonly type: "hide"; readonly show?: string | undefined }
  | { readonly type: "reveal-all" }
  | { readonly type: "choose"; readonly item: VeilItem };

/** So many of the page's shows are offered. */
const most = 5;

/** `show(report)` makes the menu that of this page, `point(items)` that of the veil that is pointed at. */
export function createMenus(api: MenusApi, words: MenuWords, title: (show: string) => string | undefined) {
  let last: string | undefined;
  let pointed: readonly VeilItem[] = [];
  /** Those that can be seen; undefined: the menu has not been made yet. */
  let visible: ReadonlySet<VeilItem> | undefined;
  let work: Promise<unknown> = Promise.resolve();
  // One after the other: two rounds at once would create the same item twice.
  const then = (round: () => Promise<unknown>) => {
    work = work.then(round).catch(() => {});
    return work;
  };

  const build = async (shows: readonly string[], veils: boolean) => {
    await api.removeAll();
    visible = new Set(pointed);
    // A veil stands anywhere: in a link, in a frame, beside what is selected.
    const contexts: [Context, ...Context[]] = ["page", "frame", "link", "image", "video", "selection"];
    for (const item of veilItems)
      api.create({ id: `veil:${item}`, title: words.veil[item], contexts, visible: visible.has(item) });
    api.create({ id: "hide", title: words.hide, contexts: ["selection"] });
    // With one thing to choose from, choosing is a step too many.
    if (shows.length > 0) {
      const child = { parentId: "hide", contexts: ["selection"] as [Context] };
      for (const show of shows) {
        // One "&" alone makes an access key of the letter behind it.
        const name = (title(show) ?? show).replaceAll("&", "&&");
        api.create({ ...child, id: `hide:${show}`, title: words.of(name) });
      }
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
      return then(() => build(shows, veils));
    },
    point(items: readonly VeilItem[]): Promise<unknown> {
      pointed = items;
      return then(async () => {
        // What is not there yet is made as it has to be.
        const before = visible;
        if (!before) return;
        const now = new Set(pointed);
        visible = now;
        await Promise.all(
          veilItems
            .filter((item) => now.has(item) !== before.has(item))
            .map((item) => api.update(`veil:${item}`, { visible: now.has(item) })),
        );
      });
    },
  };
}

/** What the item with this id means; undefined for an item that is not ours. */
export function menuChoice(id: string | number): MenuChoice | undefined {
  if (id === "reveal-all") return { type: "reveal-all" };
  const item = veilItems.find((name) => id === `veil:${name}`);
  if (item) return { type: "choose", item };
  const [, show] = /^hide(?::(.*))?$/.exec(String(id)) ?? [];
  if (show === undefined && id !== "hide") return undefined;
  return { type: "hide", show: show || undefined };
}
