/** Counts what is hidden, and tells, debounced, when that has changed. */
import type { Kind } from "../catalog/types.ts";
import type { Stretch } from "./choose.ts";
import type { Hiding } from "./hiding.ts";
import type { Labels } from "./labels.ts";
import type { Summary, Trouble } from "./options.ts";
import type { Schedule } from "./schedule.ts";
import type { TabTitle } from "./tab-title.ts";
import type { Told } from "./told.ts";

/** Milliseconds: the badge need not count along with a page that loads. */
const pause = 100;
/** What a frame tells of what has gone wrong in it: so much at most. The background takes no more (accept.ts). */
const [mostProblems, longestProblem] = [20, 500];

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

export interface SummaryKeeper {
  now(): Summary;
  /** All that is hidden in the frame: in its title, its passages and its labels. */
  hidden(): Stretch[];
  /** Something is hidden, or no longer. */
  changed(): void;
  /** The frame goes away: what has told of nothing needs to tell no more. */
  leave(): void;
  /** Something has gone wrong in the frame. */
  trouble(kind: Trouble, error: unknown): void;
}

export function createSummary(parts: {
  readonly told: Told;
  readonly labels: Labels;
  readonly title: TabTitle;
  readonly isRevealed: Hiding["isRevealed"];
  readonly schedule: Schedule;
  readonly signal: AbortSignal;
  readonly onChange: (summary?: Summary) => void;
}): SummaryKeeper {
  const problems = new Map<string, Trouble>();
  let waiting = false;
  const hidden = () => [
    ...parts.title.hidden(),
    ...[...parts.told.all(), ...parts.labels.hidden()].flatMap((one): readonly Stretch[] => one.hidden),
  ];
  const now = (): Summary => {
    const stretches = hidden();
    const revealed = [parts.title.found(), ...parts.told.all(), ...parts.labels.all()].some(parts.isRevealed);
    const summary = { veils: stretches.length, ...countByShow(stretches), revealed };
    return problems.size
      ? { ...summary, problems: [...problems].map(([detail, kind]) => ({ kind, detail })) }
      : summary;
  };
  const changed = () => {
    if (waiting) return;
    waiting = true;
    parts.schedule.later(() => {
      waiting = false;
      if (!parts.signal.aborted) parts.onChange(now());
    }, pause);
  };
  return {
    now,
    hidden,
    changed,
    leave() {
      if (now().veils) parts.onChange();
    },
    trouble(kind, error) {
      const words = error instanceof Error ? error.message : String(error);
      if (problems.size < mostProblems) problems.set(words.slice(0, longestProblem), kind);
      changed();
    },
  };
}
