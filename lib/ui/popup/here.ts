/** The shows of the page in front of the reader. */
import { type Signal, signal } from "@preact/signals";
import type { PageReport } from "../../messages.ts";
import type { CatalogShow } from "./model.ts";

/**
 * Shows seen on this page, in the order in which they turned up, the most hidden first: one that is ticked has no veils
 * any more, but must not jump away under the pointer.
 */
export function createHere(byId: ReadonlyMap<string, CatalogShow>) {
  const shows: Signal<readonly CatalogShow[]> = signal([]);
  return {
    shows,
    note(report: PageReport | undefined): void {
      const counts = Object.entries(report?.shows ?? {}).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      const found = counts.flatMap(([id, count]) => (count > 0 ? (byId.get(id) ?? []) : []));
      const fresh = found.filter((show) => !shows.peek().includes(show));
      if (fresh.length > 0) shows.value = [...shows.peek(), ...fresh];
    },
  };
}
