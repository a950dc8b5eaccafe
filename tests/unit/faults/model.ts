/**
 * A plain model of what must hold: the choices, the way back, and what is damaged, as each step of a reader leaves
 * them.
 */
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Progress } from "../../../lib/catalog/progress.ts";
import { canonical } from "../../../lib/preferences/canonical.ts";
import {
  applyEdit,
  type Choices,
  defaults,
  type Edit,
  inverseOf,
  isDefault,
} from "../../../lib/preferences/choices.ts";
import type { Preferences } from "../../../lib/preferences/preferences.ts";
import { progressSchema } from "../../../lib/preferences/rows.ts";
import type { Step } from "./steps.ts";

export interface Model {
  readonly choices: Choices;
  /** What can be undone, the last at the end; with where the rules stood that were deleted. */
  readonly undo: readonly { readonly inverse: Edit; readonly places: Places }[];
  /** Rules are listed in this order. */
  readonly places: Places;
  /** The place of the next rule. */
  readonly next: number;
  readonly damaged: number;
  /** Of the damaged, what a repair can put back, in the order in which it was damaged. */
  readonly mendable: readonly { readonly show: string; readonly progress: Progress }[];
  /** Choices were lost, and the reader has not said that they know. */
  readonly missed: boolean;
}

type Places = Readonly<Record<string, number>>;

export type State = Awaited<ReturnType<Preferences["state"]>>;

/** The choices of a state or a snapshot, without what else is in it. */
export function plain(from: Choices): Choices {
  const entries = Object.keys(defaults).map((key) => [key, from[key as keyof Choices]]);
  const copy = structuredClone(Object.fromEntries(entries)) as Choices;
  return { ...copy, shows: { ...copy.shows } };
}

/** As after the installation. */
export const empty = (): Model => ({
  choices: plain(defaults),
  undo: [],
  places: {},
  next: 0,
  damaged: 0,
  mendable: [],
  missed: false,
});

/** With these choices, and nothing to undo. */
export const holding = (choices: Choices): Model => ({
  ...empty(),
  choices,
  places: Object.fromEntries(choices.rules.map(({ id }, place) => [id, place])),
  next: choices.rules.length,
});

/** Is there anything that could be lost? */
export const hasSome = ({ damaged, choices }: Model): boolean => damaged > 0 || !isDefault(choices);

/** The very same model where the edit changes nothing: then there is nothing to undo either. */
export function edited(from: Model, edit: Edit): Model {
  const after = applied(from, edit);
  if (canonical(after.choices) === canonical(from.choices)) return from;
  const kept = Object.entries(from.places).filter(([id]) => edit.rules?.[id] === null);
  const step = { inverse: inverseOf(from.choices, edit), places: Object.fromEntries(kept) };
  return { ...after, undo: [...from.undo, step] };
}

/** A rule that is there keeps its place, one that comes back has its old one, any other the next. */
function applied(from: Model, edit: Edit, old: Places = {}): Model {
  const choices = applyEdit(from.choices, edit);
  const there = new Set(from.choices.rules.map(({ id }) => id));
  let { next } = from;
  const places = Object.fromEntries(
    choices.rules.map(({ id }) => [id, (there.has(id) ? from.places[id] : old[id]) ?? next++]),
  );
  const rules = choices.rules.toSorted((a, b) => places[a.id]! - places[b.id]!);
  return { ...from, choices: { ...choices, rules }, places, next };
}

export function undone(from: Model): Model {
  const last = from.undo.at(-1);
  if (!last) return from;
  return { ...applied(from, last.inverse, last.places), undo: from.undo.slice(0, -1) };
}

/** The row that is damaged counts no more. */
export function damaged(from: Model, { table, row }: Step & { do: "damage" }): Model {
  const { shows, rules } = from.choices;
  const choices = plain(from.choices) as { -readonly [K in keyof Choices]: Choices[K] };
  if (table === "progress")
    choices.shows = Object.fromEntries(Object.entries(shows).filter(([id]) => id !== row["show"]));
  else if (table === "rules") choices.rules = rules.filter(({ id }) => id !== row["id"]);
  else if (Object.hasOwn(choices, row["key"] as string))
    Object.assign(choices, { [row["key"] as string]: defaults[row["key"] as keyof Choices] });
  const { data } = progressSchema.safeParse(row["progress"]);
  const back = table === "progress" && data ? [{ show: row["show"] as string, progress: data }] : [];
  return { ...from, choices, damaged: from.damaged + 1, mendable: [...from.mendable, ...back] };
}

/** What has been chosen since the damage counts; of two damaged rows for one show, the later. */
export function repaired(from: Model): Model {
  const back = Object.fromEntries(from.mendable.map(({ show, progress }) => [show, progress]));
  const shows = Object.entries(back).filter(([show]) => !Object.hasOwn(from.choices.shows, show));
  const choices = applyEdit(from.choices, { shows: Object.fromEntries(shows) });
  return { ...from, choices, damaged: from.damaged - from.mendable.length, mendable: [] };
}

/** Throws where the two differ. `expect` says better what differs, but takes much longer to say that nothing does. */
export function same(found: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
}

/** Throws where the preferences are not as the model has them. */
export function agree(state: State, wanted: Model): void {
  same(plain(state), wanted.choices);
  const { addedAt: _, ...inverse } = state.lastChange?.inverse ?? {};
  same(inverse, wanted.undo.at(-1)?.inverse ?? {});
  same(state.problems, [
    ...(wanted.damaged ? [{ kind: "damaged", rows: wanted.damaged }] : []),
    ...(wanted.missed ? [{ kind: "lost" }] : []),
  ]);
}
