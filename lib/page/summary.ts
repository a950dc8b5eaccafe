/** Counts what is hidden, and tells, debounced, when that has changed. */
import type { Kind } from "../catalog/types.ts";
import type { Stretch } from "./choose.ts";
import type { Labels } from "./labels.ts";
import type { Summary } from "./options.ts";
import type { Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";
import type { TabTitle } from "./tab-title.ts";

/** Milliseconds: the badge need not count along with a page that loads. */
const pause = 100;

function countByShow(stretches: readonly Stretch[]): Pick<Summary, "shows" | "kinds" | "rules"> {
  const shows: Record<string, number> = {};
  const kinds: Record<string, Partial<Record<Kind, number>>> = {};
  let rules = 0;
  for (const { findings } of stretches) {
    const seen = new Set<string>();
    for (const { show, kind } of findings) {
      if (!seen.has(show)) {
        if (show === "") rules++;
        else shows[show] = (shows[show] ?? 0) + 1;
      }
      if (show !== "" && !seen.has(`${show} ${kind}`)) {
        kinds[show] ??= {};
        kinds[show][kind] = (kinds[show][kind] ?? 0) + 1;
      }
      seen.add(show).add(`${show} ${kind}`);
    }
  }
  return { shows, kinds, rules };
}

export function createSummary(parts: {
  readonly told: ReadonlySet<Run>;
  /** A passage that has left the page. */
  readonly forget: (run: Run) => void;
  readonly labels: Labels;
  readonly title: TabTitle;
  readonly problems: ReadonlySet<string>;
  readonly schedule: Schedule;
  readonly signal: AbortSignal;
  readonly onChange: ((summary: Summary) => void) | undefined;
}): { now: () => Summary; changed: () => void } {
  let waiting = false;
  const now = (): Summary => {
    const stretches: Stretch[] = [...parts.title.hidden()];
    for (const run of parts.told)
      if (run.pieces[0]?.node.isConnected) stretches.push(...run.hidden);
      else parts.forget(run);
    for (const label of parts.labels.hidden()) stretches.push(...label.hidden);
    const summary = { veils: stretches.length, ...countByShow(stretches) };
    return parts.problems.size ? { ...summary, problems: [...parts.problems] } : summary;
  };
  const changed = () => {
    if (waiting || !parts.onChange) return;
    waiting = true;
    parts.schedule.later(() => {
      waiting = false;
      if (!parts.signal.aborted) parts.onChange?.(now());
    }, pause);
  };
  return { now, changed };
}
