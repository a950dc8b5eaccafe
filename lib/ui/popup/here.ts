/** The shows of the page in front of the reader. */
import { type Signal, signal } from "@preact/signals";
import type { PageReport } from "../../messages.ts";
import type { CatalogShow } from "./model.ts";

/**
 * Shows seen on this page, in the order in which they turned up, the most hidden first: one that is ticked has no veils
 * any more, but must not jump away under the pointer. Nor do those of `still`, which the reader has changed elsewhere
 * in the list: what has been ticked there by mistake is hidden once it is unticked, and the row has the focus.
 */
export function createHere(byId: ReadonlyMap<string, CatalogShow>, still: ReadonlySet<string>) {
  const shows: Signal<readonly CatalogShow[]> = signal([]);
  return {
    shows,
    note(report: PageReport | undefined): void {
      const counts = Object.entries(report?.shows ?? {}).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      const found = counts.flatMap(([id, count]) => (count > 0 ? (byId.get(id) ?? []) : []));
      const fresh = found.filter((show) => !shows.peek().includes(show) && !still.has(show.id));
      if (fresh.length > 0) shows.value = [...shows.peek(), ...fresh];
    },
  };
}
