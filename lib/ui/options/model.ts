/**
 * What the options page knows and can do beyond the reader's choices: which shows are listed, and all of them at once.
 */
import { computed, type Signal, signal, untracked } from "@preact/signals";
import type { Format } from "../../catalog/types.ts";
import type { Edit } from "../../preferences/choices.ts";
import { expandShows } from "../../preferences/expand.ts";
import type { Ask } from "../client.ts";
import type { CatalogShow } from "../popup/model.ts";
import { type ProgressState, progressFor } from "../progress/picker.tsx";
import { createSettings } from "../settings.ts";
import { createSearch } from "../show-search.ts";
import { studiosOf } from "./studios.ts";

/** "mine": every show that is on the list in any state. */
export type StateFilter = "all" | "mine" | ProgressState;

export interface Filter {
  readonly words: string;
  readonly state: StateFilter;
  readonly format: Format | "all";
  /** A studio's name, or "all". */
  readonly studio: string;
  /** First and last year as typed, both included; what is no year yet is no limit. */
  readonly from: string;
  readonly to: string;
}

export const noFilter: Filter = { words: "", state: "all", format: "all", studio: "all", from: "", to: "" };

export interface OptionsParts {
  readonly catalog: readonly CatalogShow[];
  readonly ask: Ask;
}

export type OptionsModel = ReturnType<typeof createOptions>;

/** Nothing is asked before `settings.refresh`. */
export function createOptions({ catalog, ask }: OptionsParts) {
  const settings = createSettings(ask);
  const filter: Signal<Filter> = signal(noFilter);
  const search = createSearch(catalog);
  const byId = new Map(catalog.map((show) => [show.id, show]));
  const known = computed(() => settings.state.value !== undefined);

  /**
   * What is listed. A show that is changed stays where it is until the filter changes or `listAnew` is called: it must
   * not jump away from under the pointer.
   */
  const listed = computed(() => {
    const { words, state, format, studio, from, to } = filter.value;
    const shows = known.value ? untracked(() => settings.state.value?.shows ?? {}) : {};
    return search(words).filter(
      (show) =>
        (format === "all" || show.format === format) &&
        (studio === "all" || show.studio === studio) &&
        show.year >= (year(from) ?? 0) &&
        show.year <= (year(to) ?? 9999) &&
        (state === "all" ||
          (state === "mine" ? show.id in shows : (shows[show.id]?.state ?? "none") === state)),
    );
  });

  return {
    catalog,
    settings,
    filter,
    listed,
    /**
     * For whoever comes to the list: its filter stays, but it is of what has been imported or changed elsewhere since.
     */
    listAnew() {
      filter.value = { ...filter.peek() };
    },
    /** It is the list that is asked for, and nothing is on it yet. */
    isBare: computed(() => {
      const { state } = filter.value;
      const shows = settings.state.value?.shows ?? {};
      return state !== "all" && state !== "none" && Object.keys(shows).length === 0;
    }),
    /** Those that can be chosen, each with its name in the reader's language. */
    studios: studiosOf(catalog),
    show: (id: string) => byId.get(id),
    /** What pages take as watched, sequels followed back. */
    expanded: computed(() => expandShows(settings.state.value?.shows ?? {}, catalog)),
    /** Marks every show that is listed, as one change; those in that state already stay as they are. */
    async markListed(state: ProgressState): Promise<void> {
      const shows = settings.state.peek()?.shows ?? {};
      const others = listed.peek().filter((show) => (shows[show.id]?.state ?? "none") !== state);
      const edit: Edit = { shows: Object.fromEntries(others.map(({ id }) => [id, progressFor(state)])) };
      if (others.length > 0) await settings.edit(edit);
    },
  };
}

/** Half a year that is being typed narrows nothing. Japanese keyboards also write "２０１５". */
function year(text: string): number | undefined {
  const digits = text.normalize("NFKC").trim();
  return /^\d{4}$/.test(digits) ? Number(digits) : undefined;
}
