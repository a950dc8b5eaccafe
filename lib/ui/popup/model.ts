/** What the popup knows and can do. Signals, so that ticking one show renders one row. */
import { batch, computed, type Signal, signal } from "@preact/signals";
import type { Progress } from "../../catalog/progress.ts";
import { mostRules, type Rule } from "../../catalog/rule.ts";
import type { Format } from "../../catalog/types.ts";
import type { Level } from "../../detect/levels.ts";
import type { PageReport } from "../../messages.ts";
import { expandShows } from "../../preferences/expand.ts";
import { pauseLeft, shortPause } from "../../preferences/pause.ts";
import { hasRule, phraseRule, showRule } from "../../preferences/phrase.ts";
import { siteEdit, siteOffBy } from "../../preferences/site.ts";
import type { Ask } from "../client.ts";
import { createSettings } from "../settings.ts";
import { share } from "../share.ts";
import { createSearch, type Searchable } from "../show-search.ts";
import { createHere } from "./here.ts";

export interface CatalogShow extends Searchable {
  readonly year: number;
  readonly format: Format;
  readonly studio?: string;
  readonly parts: readonly { readonly title: string; readonly episodes: number }[];
  readonly continues?: string;
}

export interface ModelOptions {
  readonly catalog: readonly CatalogShow[];
  readonly ask: Ask;
  readonly findTab: () => Promise<number | undefined>;
  /** What was last known of a tab, without asking anybody; undefined where nothing is. */
  readonly lastReport: (tabId: number) => Promise<PageReport | undefined>;
  /** To all frames of the page, or to one; the answer of the first that gives one. */
  readonly command: (
    tabId: number,
    type: "reveal-all" | "hide-again" | "selection",
    frameId?: number,
  ) => Promise<unknown>;
  readonly openOptions: () => void;
  readonly now: () => number;
  readonly newId: () => string;
}

export type Model = ReturnType<typeof createModel>;

/** Where there is no page at all. */
export const nowhere: PageReport = {
  host: undefined,
  veils: 0,
  shows: {},
  kinds: {},
  rules: 0,
  revealed: false,
  problems: [],
};

/** How long ago "a moment ago" is. */
const moment = 2 * 60_000; // ms

/** The popup's model; nothing is asked before `refresh`. */
export function createModel(options: ModelOptions) {
  const { catalog, ask, findTab, command } = options;
  const settings = createSettings(ask);
  const { state } = settings;
  const page: Signal<PageReport | undefined> = signal(undefined);
  const query = signal("");
  const tab: Signal<number | undefined> = signal(undefined);
  /** The show whose progress is being set; one at a time. */
  const open: Signal<string | undefined> = signal(undefined);
  /** Milliseconds since 1970, when the page was last asked about. */
  const time = signal(options.now());
  /** What a show was at before it was ticked. */
  const unticked = new Map<string, Progress>();
  /** Why no rule could be made. */
  const noRule: Signal<"nothingSelected" | "full" | "known" | undefined> = signal(undefined);
  const search = createSearch(catalog);
  const byId = new Map(catalog.map((show) => [show.id, show]));
  const changed = new Set<string>();
  const here = createHere(byId, changed);

  const lists = computed(() => {
    const words = query.value.trim();
    if (words !== "") return { here: [], rest: search(words), searching: true };
    const found = new Set(here.shows.value);
    return { here: [...found], rest: catalog.filter((show) => !found.has(show)), searching: false };
  });
  /** Whoever goes on with something else need not be told any more why no rule was made. */
  const goneOn = <A extends unknown[], R>(work: (...args: A) => R) => {
    return (...args: A): R => {
      noRule.value = undefined;
      return work(...args);
    };
  };
  const [edit, editOnward] = [goneOn(settings.edit), goneOn(settings.editOnward)];
  const send = async (type: Parameters<typeof command>[1]): Promise<unknown> => {
    const tabId = tab.peek();
    return tabId === undefined ? undefined : command(tabId, type).catch(() => undefined);
  };
  /** The page's own before that of its frames, which keep what was selected in them; it knows when one has the focus. */
  const selection = async (): Promise<unknown> => {
    const tabId = tab.peek();
    const own = tabId === undefined ? undefined : await command(tabId, "selection", 0).catch(() => undefined);
    return own ?? send("selection");
  };

  const setProgress = (show: string, progress: Progress | null, write = edit) => {
    changed.add(show);
    return write({ shows: { [show]: progress } });
  };

  const addRule = async (rule: Rule): Promise<void> => {
    // Until the background has answered nothing can be saved, and which rules there are is not known.
    if (!settings.whole.peek()) await settings.refresh();
    noRule.value = refusal(state.peek()?.rules ?? [], rule);
    if (!noRule.value) await edit({ rules: { [rule.id]: rule } });
  };

  let asked = false;

  const note = (tabId: number | undefined, report: PageReport | undefined) =>
    batch(() => {
      tab.value = tabId;
      page.value = share(page.peek(), report);
      here.note(report);
    });

  /**
   * At the first time it also offers to take back what was changed elsewhere a moment ago: on a veil, by the context
   * menu or a shortcut, none of which has room for an "undo".
   */
  const refresh = async (): Promise<void> => {
    await settings.refresh();
    const first = !asked;
    asked = true;
    const last = state.peek()?.lastChange;
    if (first && last && options.now() - last.at < moment) settings.undoable.value ??= last;
  };

  const refreshPage = async (): Promise<void> => {
    time.value = options.now();
    const known = tab.peek();
    const tabId = known ?? (await findTab());
    if (tabId === undefined) return note(undefined, nowhere);
    if (known === undefined) note(tabId, await options.lastReport(tabId).catch(() => undefined));
    note(tabId, await ask({ type: "page", tabId }).catch(() => undefined));
  };

  return {
    catalog,
    settings,
    state,
    page,
    query,
    open,
    noRule,
    lists,
    show: (id: string) => byId.get(id),
    openOptions: options.openOptions,
    /** What pages take as watched, sequels followed back. */
    expanded: computed(() => expandShows(state.value?.shows ?? {}, catalog)),
    paused: computed(() => pauseLeft(state.value?.pause ?? null, time.value) > 0),
    /** The entry of `sitesOff` that switches the shield off on this page. */
    offBy: computed(() => siteOffBy(state.value?.sitesOff ?? [], page.value?.host)),
    refresh,
    refreshPage,
    /** The page has told the background that it hides more, or less. */
    async hear(): Promise<void> {
      const tabId = tab.peek();
      const report = tabId === undefined ? undefined : await options.lastReport(tabId);
      if (report) note(tabId, { ...report, host: page.peek()?.host ?? report.host });
    },
    setProgress,
    /** One episode more. */
    goOn: (show: string, progress: Progress) => setProgress(show, progress, editOnward),
    /** Ticked by mistake and unticked again, a show is where it was. */
    tick(show: string, on: boolean) {
      const before = state.peek()?.shows[show];
      const progress = on ? ({ state: "watched" } as const) : (unticked.get(show) ?? null);
      if (on && before) unticked.set(show, before);
      else unticked.delete(show);
      return setProgress(show, progress);
    },
    setLevel: (level: Level) => edit({ level }),
    async setSite(on: boolean): Promise<void> {
      const host = page.peek()?.host;
      if (host) await edit({ sites: siteEdit(state.peek()?.sitesOff ?? [], host, on) });
    },
    pause: (long: boolean) => edit({ pause: { until: long ? "restart" : options.now() + shortPause } }),
    resume: () => edit({ pause: null }),
    command: goneOn(send),
    /** What is selected on the page becomes a rule. */
    async ruleFromSelection(): Promise<void> {
      const words = await selection();
      const rule = typeof words === "string" ? phraseRule(words, options.newId()) : undefined;
      if (rule) await addRule(rule);
      else noRule.value = "nothingSelected";
    },
    /** Whether what is searched for is a rule already; undefined where it can be none. */
    isRule: computed(() => {
      const rule = showRule(query.value, "");
      return rule && hasRule(state.value?.rules ?? [], rule);
    }),
    /** What the catalog lacks is shielded by its title. */
    async ruleFromSearch(): Promise<void> {
      const rule = showRule(query.peek(), options.newId());
      if (rule) await addRule(rule);
    },
  };
}

/** Why a rule is not to be added to these. */
function refusal(rules: readonly Rule[], rule: Rule): "known" | "full" | undefined {
  if (hasRule(rules, rule)) return "known";
  return rules.length >= mostRules ? "full" : undefined;
}
