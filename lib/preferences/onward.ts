/** "One episode more": never back, whatever has been said elsewhere in the same moment. Pure. */
import { passed } from "../catalog/progress.ts";
import type { Choices, Edit } from "./choices.ts";

/**
 * As much of an edit of shows as takes the reader on from these: where they are as far already, or never want to be
 * shielded, they stay there. Undefined: it takes them nowhere.
 */
export function onward(now: Choices["shows"], { shows = {} }: Edit): Edit | undefined {
  const further = Object.entries(shows).filter(
    ([show, to]) => !passed(now[show], to?.state === "watching" ? to : undefined),
  );
  return further.length > 0 ? { shows: Object.fromEntries(further) } : undefined;
}
