/**
 * A plain model of what must hold: the choices, the way back, and what is damaged, as each step of a reader leaves
 * them.
 */
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Progress } from "../../../lib/catalog/progress.ts";
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
  /** What can be undone, the last at the end. */
  readonly undo: readonly Edit[];
  readonly damaged: number;
  /** Of the damaged, what a repair can put back, in the order in which it was damaged. */
  readonly mendable: readonly { readonly show: string; readonly progress: Progress }[];
  /** Choices were lost, and the reader has not said that they know. */
  readonly missed: boolean;
}

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
  damaged: 0,
  mendable: [],
  missed: false,
});

/** Is there anything that could be lost? */
export const hasSome = ({ damaged, choices }: Model): boolean => damaged > 0 || !isDefault(choices);

export const edited = (from: Model, edit: Edit): Model => ({
  ...from,
  choices: applyEdit(from.choices, edit),
  undo: [...from.undo, inverseOf(from.choices, edit)],
});

export function undone(from: Model): Model {
  const last = from.undo.at(-1);
  if (!last) return from;
  return { ...from, choices: applyEdit(from.choices, last), undo: from.undo.slice(0, -1) };
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
  same(state.lastChange?.inverse, wanted.undo.at(-1));
  same(state.problems, [
    ...(wanted.damaged ? [{ kind: "damaged", rows: wanted.damaged }] : []),
    ...(wanted.missed ? [{ kind: "lost" }] : []),
  ]);
}
