/** What an import would change. Nothing here writes: the plan becomes one edit, which can be undone. */
import type { Progress } from "../catalog/progress.ts";
import type { Choices, Edit } from "../preferences/choices.ts";
import { type Kept, settingsEdit } from "./backup.ts";
import type { CatalogIndex, IndexedShow, MatchShow, Span, Target } from "./catalog-index.ts";
import type { Decisions } from "./decisions.ts";
import { type Doubt, tellsAll } from "./match.ts";
import type { Matched } from "./match-all.ts";
import { position } from "./pieces.ts";
import { compareProgress, type Placed, progressOf, type Seen } from "./progress.ts";
import type { Entry } from "./types.ts";

export interface Row {
  readonly show: MatchShow;
  readonly from: Progress | undefined;
  /** `null`: a backup does not have it, and replaces everything. */
  readonly to: Progress | null;
  readonly beyond?: Progress | undefined;
}

export interface Unrecognised {
  readonly entry: Entry;
  readonly doubt: Doubt;
  readonly candidates: readonly Target[];
}

export interface Plan {
  /** What changes, by title. */
  readonly changes: readonly Row[];
  /** The reader is further, or has said "never shield": stays, unless the list is to replace it. */
  readonly kept: readonly Row[];
  /** How many say what is known already. */
  readonly same: number;
  /** What may be in the catalog first. */
  readonly unrecognised: readonly Unrecognised[];
}

/** The plan for a list of entries. */
export function planList(
  index: CatalogIndex,
  matched: readonly Matched[],
  shows: Choices["shows"],
  decisions: Decisions,
): Plan {
  const placed = new Map<IndexedShow, Placed[]>();
  const unrecognised: Unrecognised[] = [];
  for (const { entry: written, match } of matched) {
    const entry =
      written.status || written.watched !== undefined ? written : { ...written, status: decisions.plain };
    const span = match.sure ? match.span : chosenSpan(index, written, decisions);
    const others = span && placed.get(span.show);
    if (others) others.push({ entry, span });
    else if (span) placed.set(span.show, [{ entry, span }]);
    if (!match.sure) unrecognised.push({ entry: written, doubt: match.doubt, candidates: match.candidates });
  }
  const rows = [...placed].map(([show, entries]): Row => {
    const from = shows[show.show.id];
    const { progress, beyond } = progressFrom(decisions.replace ? undefined : from, show, entries);
    const to = beyond && decisions.beyond.has(show.show.id) ? beyond : progress;
    return { show: show.show, from, to, beyond };
  });
  return { ...sorted(rows, decisions.replace), unrecognised: unrecognised.sort(likelyFirst) };
}

/** The plan for the shows of a backup; those that this catalog does not know are kept as they are. */
export function planBackup(
  index: CatalogIndex,
  backup: Kept,
  shows: Choices["shows"],
  replace: boolean,
): Plan {
  const ids = new Set([...Object.keys(backup.shows), ...(replace ? Object.keys(shows) : [])]);
  const rows = [...ids].map((id): Row => {
    const show = index.shows.get(id)?.show ?? {
      id,
      title: id,
      aliases: [],
      year: 0,
      format: "tv",
      parts: [],
    };
    return { show, from: shows[id], to: backup.shows[id] ?? null };
  });
  return { ...sorted(rows, replace), unrecognised: [] };
}

/** The one edit that carries the plan out. */
export function editOf(plan: Plan, skipped: ReadonlySet<string>): Edit {
  const wanted = plan.changes.filter(({ show }) => !skipped.has(show.id));
  return wanted.length === 0
    ? {}
    : { shows: Object.fromEntries(wanted.map(({ show, to }) => [show.id, to])) };
}

/** With the settings, sites, rules and spared stretches of the backup. */
export function backupEdit(plan: Plan, decisions: Decisions, now: Choices, backup: Kept): Edit {
  return { ...editOf(plan, decisions.skipped), ...settingsEdit(now, backup, decisions.replace) };
}

/**
 * Where the reader is already closes the gaps before it, if the list goes on from there: who once chose the later one of
 * two points is not asked again. Else what the list says by itself.
 */
function progressFrom(from: Progress | undefined, show: IndexedShow, entries: readonly Placed[]): Seen {
  const alone = progressOf(show, entries);
  if (from?.state !== "watching") return alone;
  const onward = progressOf(show, entries, position(show, from.part, from.episode));
  return (compareProgress(onward.progress, from) ?? 0) > 0 ? onward : alone;
}

function sorted(rows: readonly Row[], replace: boolean): Omit<Plan, "unrecognised"> {
  const byTitle = [...rows].sort((a, b) => a.show.title.localeCompare(b.show.title, "en"));
  const order = (row: Row) => compareProgress(row.from, row.to ?? undefined);
  const differing = byTitle.filter((row) => order(row) !== 0);
  const further = ({ from, to }: Row, n = compareProgress(from, to ?? undefined)) =>
    n === undefined ? from?.state !== "open" : n < 0;
  return {
    changes: replace ? differing : differing.filter((row) => further(row)),
    kept: replace ? [] : differing.filter((row) => !further(row)),
    same: rows.length - differing.length,
  };
}

function chosenSpan(index: CatalogIndex, entry: Entry, { chosen }: Decisions): Span | undefined {
  const choice = chosen.get(entry);
  const show = choice && index.shows.get(choice.show);
  if (!show) return undefined;
  const part = choice.part === undefined ? undefined : show.parts[choice.part];
  const { start, episodes } = part ?? { start: 0, episodes: show.total };
  const seen = part && tellsAll(part, entry) ? episodes : Math.min(episodes, entry.episodes ?? episodes);
  return { show, from: start, to: start + seen };
}

/** Doubts about a known show before titles that no show has. */
function likelyFirst(a: Unrecognised, b: Unrecognised): number {
  return Number(a.doubt === "unknown") - Number(b.doubt === "unknown");
}
