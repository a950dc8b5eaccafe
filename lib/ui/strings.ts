/** Every word of the interface, in one place until the i18n layer takes it over. */
import type { PageReport } from "../messages.ts";

export const strings = {
  name: "Spoiler Shield",
  search: "Search shows",
  watched: "Watched",
  onThisPage: "On this page",
  allShows: "All shows",
  otherShows: "All other shows",
  results: "Results",
  noResults: "No show by that name yet",
  noResultsHint: "Try another spelling, or the original title.",
  thisPage: "This page",
  site: "Shield this site",
  siteOff: "The shield is off here. Spoilers are shown.",
  noPage: "No page to shield",
  noPageHint: "Open an article, then come back here.",
  nothingHidden: "Nothing hidden on this page",
  revealAll: "Reveal all on this page",
  hideAgain: "Hide again",
  level: "How much to hide",
  levels: { certain: "Certain", balanced: "Balanced", careful: "Careful" },
  levelNotes: {
    certain: "Only what is very likely a spoiler. More slips through.",
    balanced: "What is probably a spoiler.",
    careful: "Whatever may be a spoiler. More harmless text is hidden too.",
  },
  implied: "Known from a sequel",
  neverShielded: "Never shielded",
  notSaved: "That choice could not be saved. Please try again.",
  noAnswer: "The shield's background does not answer. Close this window and open it again.",
  promise: "Nothing leaves your device.",
  closed:
    "Your list cannot be opened right now, so choices cannot be changed. Spoilers stay hidden as before. Restarting the browser usually helps.",
  snapshot: "Saved, but open pages could not be told. They will follow when the browser starts again.",
} as const;

/** "1 show", "12 shows". */
function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const hiddenPassages = (count: number) => plural(count, "passage hidden", "passages hidden");
export const hiddenCount = (count: number) => `${count} hidden`;
export const searchHint = (count: number) => `Search ${plural(count, "show", "shows")}`;
export const resultCount = (count: number) => plural(count, "show found", "shows found");
export const watchedOf = (watched: number, all: number) =>
  `${watched} of ${plural(all, "show", "shows")} watched`;
export const upTo = (part: string, episode: number) => `${part}, up to episode ${episode}`;
export const damagedRows = (rows: number) =>
  rows === 1
    ? "One entry of your list was damaged. It has been set aside; that show counts as not watched."
    : `${rows} entries of your list were damaged. They have been set aside; those shows count as not watched.`;

/** What the toolbar button says when pointed at. */
export function buttonTitle(report: PageReport, off: boolean): string {
  if (off) return `${strings.name}: off on this site`;
  return report.veils === 0 ? strings.name : `${strings.name}: ${hiddenPassages(report.veils)}`;
}
