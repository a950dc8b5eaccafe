/** What the popup knows and can do. Signals, so that ticking one show renders one row. */
import { batch, computed, type Signal, signal } from "@preact/signals";
import type { Progress } from "../../catalog/progress.ts";
import type { Format } from "../../catalog/types.ts";
import type { Level } from "../../detect/levels.ts";
import type { PageReport, PreferencesState } from "../../messages.ts";
import { applyEdit, type Edit } from "../../preferences/choices.ts";
import { expandShows } from "../../preferences/expand.ts";
import type { Ask } from "../client.ts";
import { createSearch, type Searchable } from "../show-search.ts";

export interface CatalogShow extends Searchable {
  readonly year: number;
  readonly format: Format;
  readonly parts: readonly { readonly title: string; readonly episodes: number }[];
  readonly continues?: string;
}

export interface ModelOptions {
  readonly catalog: readonly CatalogShow[];
  readonly ask: Ask;
  readonly findTab: () => Promise<number | undefined>;
  /** To all frames of the page. */
  readonly command: (tabId: number, type: "reveal-all" | "hide-again") => Promise<unknown>;
}

/** What went wrong in the popup itself. */
export type Failure = "notSaved" | "noAnswer";

export type Model = ReturnType<typeof createModel>;

/** The popup's model; nothing is asked before `refresh`. */
export function createModel({ catalog, ask, findTab, command }: ModelOptions) {
  const state: Signal<PreferencesState | undefined> = signal(undefined);
  const page: Signal<PageReport | undefined> = signal(undefined);
  const failure: Signal<Failure | undefined> = signal(undefined);
  const query = signal("");
  const tab: Signal<number | undefined> = signal(undefined);
  const search = createSearch(catalog);
  let pending = 0;
  /** The last that the background said. */
  let confirmed: PreferencesState | undefined;

  /** Shows the state after the edit at once, and what the background made of it as soon as it answers. */
  const change = async (edit: Edit) => {
    const now = state.peek();
    if (!now) return;
    const answer = ask({ type: "edit", edit });
    state.value = { ...now, ...applyEdit(now, edit) };
    pending++;
    try {
      confirmed = await answer;
      // With more changes on their way, the answer to the last of them counts.
      if (pending === 1) state.value = confirmed;
      failure.value = undefined;
    } catch {
      state.value = confirmed;
      failure.value = "notSaved";
    } finally {
      pending--;
    }
  };

  /** What pages take as watched, sequels followed back. */
  const expanded = computed(() => expandShows(state.value?.shows ?? {}, catalog));

  const byId = new Map(catalog.map((show) => [show.id, show]));
  /**
   * Shows seen on this page, in the order in which they turned up: one that is ticked has no veils any more, but must
   * not jump away under the pointer.
   */
  const here: Signal<readonly CatalogShow[]> = signal([]);
  const noteHere = (report: PageReport | undefined) => {
    const counts = Object.entries(report?.shows ?? {}).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const found = counts.flatMap(([id, count]) => (count > 0 ? (byId.get(id) ?? []) : []));
    const fresh = found.filter((show) => !here.peek().includes(show));
    if (fresh.length > 0) here.value = [...here.peek(), ...fresh];
  };
  const lists = computed(() => {
    const words = query.value.trim();
    if (words !== "") return { here: [], rest: search(words), searching: true };
    const found = new Set(here.value);
    return { here: [...found], rest: catalog.filter((show) => !found.has(show)), searching: false };
  });

  return {
    catalog,
    state,
    page,
    failure,
    query,
    lists,
    expanded,
    async refresh(): Promise<void> {
      try {
        const answer = await ask({ type: "preferences" });
        confirmed = answer;
        if (pending === 0) state.value = answer;
        if (failure.peek() === "noAnswer") failure.value = undefined;
      } catch {
        failure.value = "noAnswer";
      }
    },
    async refreshPage(): Promise<void> {
      const tabId = tab.peek() ?? (await findTab());
      const report =
        tabId === undefined ? undefined : await ask({ type: "page", tabId }).catch(() => undefined);
      batch(() => {
        tab.value = tabId;
        page.value = report;
        noteHere(report);
      });
    },
    setProgress: (show: string, progress: Progress | null) => change({ shows: { [show]: progress } }),
    setLevel: (level: Level) => change({ level }),
    async setSite(on: boolean): Promise<void> {
      const host = page.peek()?.host;
      if (host) await change({ sites: { [host]: on } });
    },
    async command(type: "reveal-all" | "hide-again"): Promise<void> {
      const tabId = tab.peek();
      if (tabId !== undefined) await command(tabId, type).catch(() => {});
    },
  };
}
