/** "I have seen this", answered on a veil, as an edit of the preferences. Pure. */
import { type Progress, passed } from "../catalog/progress.ts";
import type { Place } from "../catalog/types.ts";
import type { Choices, Edit } from "./choices.ts";

/**
 * They have seen what this show tells at this place; where that is not known, or is `end`, the show's last episode, all
 * of it. Never takes progress back.
 */
export function seen(
  shows: Choices["shows"],
  show: string,
  where: Place | undefined,
  end?: Place,
): Edit | undefined {
  if (passed(shows[show], where)) return undefined;
  const progress = progressAt(where);
  // A film has no episode to stop at, and after the last one there is none to wait for.
  return { shows: { [show]: end && passed(progress, end) ? { state: "watched" } : progress } };
}

function progressAt(where: Place | undefined): Progress {
  if (!where || "source" in where) return { state: "watched" };
  const { part, episode } = where;
  // Somewhere in that part: who has seen it is done with the part.
  return episode === undefined
    ? { state: "watching", part: part + 1, episode: 0 }
    : { state: "watching", part, episode };
}
