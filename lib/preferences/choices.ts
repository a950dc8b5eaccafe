/** What a reader can set. Types and defaults only: part of the content script, so without zod. */
import type { Progress } from "../catalog/progress.ts";
import type { Rule } from "../catalog/rule.ts";
import type { Level } from "../detect/levels.ts";

export const scopes = ["all", "list"] as const;
/** Shield everything that has not been watched, or only shows that have a row in `shows`. */
export type Scope = (typeof scopes)[number];

export const veilStyles = ["blur", "bar"] as const;
export const strengths = [1, 2, 3] as const;

/** How a veil looks. */
export interface Look {
  readonly style: (typeof veilStyles)[number];
  /** How strongly it blurs. */
  readonly strength: (typeof strengths)[number];
  /** Does it say show, kind and place when pointed at? */
  readonly label: boolean;
}

/** The shield is off everywhere until a time (milliseconds since 1970), or until the browser starts again. */
export type Pause = { readonly until: number } | { readonly until: "restart" };

export interface Choices {
  /** By show id; absent: not started, and not on the list. */
  readonly shows: Readonly<Record<string, Progress>>;
  /** Where the shield is off: hosts without "www.", or patterns like "*.example.org" (site.ts). */
  readonly sitesOff: readonly string[];
  readonly level: Level;
  readonly scope: Scope;
  /** Hides whole sections under a heading that gives something away. */
  readonly sections: boolean;
  readonly look: Look;
  readonly pause: Pause | null;
  /** In the order in which they were added. */
  readonly rules: readonly Rule[];
  /** Keys of stretches that the reader has called "not a spoiler". */
  readonly spared: readonly string[];
}

/** Where the shield is off, and for how long it is off everywhere. */
export type WhereOff = Pick<Choices, "sitesOff" | "pause">;

/** What holds where nothing has been set. */
export const defaults: Choices = {
  shows: {},
  sitesOff: [],
  level: "balanced",
  scope: "all",
  // On real pages such sections tell more that is harmless than that is not (docs/detection.md).
  sections: false,
  look: { style: "blur", strength: 2, label: true },
  pause: null,
  rules: [],
  spared: [],
};

/**
 * A change as plain JSON; what is not named stays. Whatever it does can be undone by another edit (`inverseOf`).
 */
export interface Edit {
  /** `null` takes a show back to "not started". */
  readonly shows?: Readonly<Record<string, Progress | null>>;
  /** `false`: the shield is off at this host or pattern. */
  readonly sites?: Readonly<Record<string, boolean>>;
  readonly level?: Level;
  readonly scope?: Scope;
  readonly sections?: boolean;
  readonly look?: Look;
  readonly pause?: Pause | null;
  /** By rule id; `null` deletes. */
  readonly rules?: Readonly<Record<string, Rule | null>>;
  /** By rule id, milliseconds since 1970: a rule that is brought back returns to its place. The store adds it. */
  readonly addedAt?: Readonly<Record<string, number>>;
  /** By key; `false` shields it again. */
  readonly spared?: Readonly<Record<string, boolean>>;
}

/**
 * An edit, or what makes one of the choices as they are when it is written, so that of two that are made at once the
 * later one knows of the earlier; undefined: there is nothing to change.
 */
export type EditFor = Edit | ((now: Choices) => Edit | undefined);

/** A change that can still be undone. */
export interface Change {
  readonly id: number;
  /** What was changed to what. */
  readonly edit: Edit;
  /** What it was before: the edit that undoes it. */
  readonly inverse: Edit;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Has nothing been chosen, or all of it been taken back? */
export function isDefault(choices: Choices): boolean {
  return Object.entries(defaults).every(
    ([key, value]) => JSON.stringify(choices[key as keyof Choices]) === JSON.stringify(value),
  );
}

/** More stretches than this are not kept: the oldest goes. */
export const mostSpared = 2_000;

/** The edit for what the reader has called "not a spoiler" at once, by its keys. */
export const sparing = (keys: readonly string[]): Edit => ({
  spared: Object.fromEntries(keys.map((key) => [key, true])),
});

/** The choices after an edit. What the store writes and what the popup shows before it answers is this. */
export function applyEdit(choices: Choices, edit: Edit): Choices {
  const { level, scope, sections, look, pause } = edit;
  return {
    shows: edit.shows ? withShows(choices.shows, edit.shows) : choices.shows,
    sitesOff: edit.sites ? withKeys(choices.sitesOff, edit.sites, false).sort() : choices.sitesOff,
    level: level ?? choices.level,
    scope: scope ?? choices.scope,
    sections: sections ?? choices.sections,
    look: look ?? choices.look,
    pause: pause === undefined ? choices.pause : pause,
    rules: edit.rules ? withRules(choices.rules, edit.rules) : choices.rules,
    spared: edit.spared ? withKeys(choices.spared, edit.spared, true).slice(-mostSpared) : choices.spared,
  };
}

/** The edit that brings `before` back once `edit` has been applied to it. */
export function inverseOf(before: Choices, edit: Edit): Edit {
  const old: { -readonly [K in keyof Edit]: Edit[K] } = {};
  const rules = new Map(before.rules.map((rule) => [rule.id, rule]));
  const ofKeys = <T>(record: Readonly<Record<string, unknown>>, value: (key: string) => T) =>
    Object.fromEntries(Object.keys(record).map((key) => [key, value(key)]));
  if (edit.shows) old.shows = ofKeys(edit.shows, (show) => own(before.shows, show) ?? null);
  if (edit.sites) old.sites = ofKeys(edit.sites, (site) => !before.sitesOff.includes(site));
  if (edit.level) old.level = before.level;
  if (edit.scope) old.scope = before.scope;
  if (edit.sections !== undefined) old.sections = before.sections;
  if (edit.look) old.look = before.look;
  if (edit.pause !== undefined) old.pause = before.pause;
  if (edit.rules) old.rules = ofKeys(edit.rules, (id) => rules.get(id) ?? null);
  if (edit.spared) {
    const after = new Set(applyEdit(before, { spared: edit.spared }).spared);
    const pushedOut = before.spared.filter((key) => !after.has(key)).map((key) => [key, true]);
    old.spared = {
      ...Object.fromEntries(pushedOut),
      ...ofKeys(edit.spared, (key) => before.spared.includes(key)),
    };
  }
  return old;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function withEntries<T>(
  old: ReadonlyMap<string, T>,
  change: Readonly<Record<string, T | null>>,
): Map<string, T> {
  const entries = new Map(old);
  for (const [key, value] of Object.entries(change))
    if (value === null) entries.delete(key);
    else entries.set(key, value);
  return entries;
}

function withShows(old: Choices["shows"], change: NonNullable<Edit["shows"]>): Choices["shows"] {
  return Object.fromEntries(withEntries(new Map(Object.entries(old)), change));
}

/** `kept`: the flag of a key that belongs into the list. */
function withKeys(
  old: readonly string[],
  change: Readonly<Record<string, boolean>>,
  kept: boolean,
): string[] {
  const keys = new Set(old);
  for (const [key, flag] of Object.entries(change))
    if (flag === kept) keys.add(key);
    else keys.delete(key);
  return [...keys];
}

/** A rule that is changed keeps its place. */
function withRules(old: readonly Rule[], change: Readonly<Record<string, Rule | null>>): Rule[] {
  const rules = withEntries(new Map(old.map((rule) => [rule.id, rule])), change);
  return [...rules.values()];
}
