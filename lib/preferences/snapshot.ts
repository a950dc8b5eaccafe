/**
 * What pages are told of the preferences: small, versioned, plain JSON in storage.local under `snapshotKey`.
 * Written by the background after each change, read by content scripts in their first statement. No zod here: it
 * is part of the content script, so `readSnapshot` checks by hand and fails closed.
 */
import type { Progress } from "../catalog/progress.ts";
import { mostRules, type Rule, ruleKinds } from "../catalog/rule.ts";
import { levels } from "../detect/levels.ts";
import { type Choices, defaults, type Look, type Pause, scopes, strengths, veilStyles } from "./choices.ts";

export type { Look, Pause } from "./choices.ts";

export const snapshotKey = "snapshot";
export const snapshotVersion = 2;

/**
 * The reader's choices, where `shows` has what follows from them too: sequels followed back, and with the scope "list"
 * all that belongs to a show on the list. Shows that are not listed have not been started.
 */
export interface Snapshot extends Choices {
  readonly version: typeof snapshotVersion;
  /** Grows with every write, so that a late answer never overrides a newer one. */
  readonly revision: number;
}

/** As if nothing were watched: what holds until the real snapshot arrives, and where there is none. */
export const closedSnapshot: Snapshot = { version: snapshotVersion, revision: 0, ...defaults };

/**
 * Takes a snapshot from storage as it may really be: missing, damaged, of another version. Fails closed: what cannot
 * be trusted counts as not watched and not switched off, and never throws. Version 1 had shows, sites and level only.
 */
export function readSnapshot(json: unknown): Snapshot {
  if (!isRecord(json) || !isCount(json.revision)) return closedSnapshot;
  if (json.version !== snapshotVersion && json.version !== 1) return closedSnapshot;
  return {
    version: snapshotVersion,
    revision: json.revision,
    shows: readShows(json.shows),
    sitesOff: namesIn(json.sitesOff),
    level: oneOf(levels, json.level) ?? defaults.level,
    scope: oneOf(scopes, json.scope) ?? defaults.scope,
    sections: json.sections === true,
    look: readLook(json.look),
    pause: readPause(json.pause),
    rules: Array.isArray(json.rules) ? json.rules.slice(0, mostRules).filter(isRule) : [],
    spared: namesIn(json.spared),
  };
}

function readShows(json: unknown): Record<string, Progress> {
  // No prototype: a show called "constructor" must not find a function that passes for progress.
  const shows: Record<string, Progress> = Object.create(null);
  if (!isRecord(json)) return shows;
  for (const [id, value] of Object.entries(json)) {
    const progress = readProgress(value);
    if (progress && id !== "__proto__") shows[id] = progress;
  }
  return shows;
}

function readProgress(json: unknown): Progress | undefined {
  if (!isRecord(json)) return undefined;
  const { state, part, episode } = json;
  if (state === "watched" || state === "open" || state === "planned") return { state };
  if (state === "watching" && isCount(part) && part >= 1 && isCount(episode)) return { state, part, episode };
  return undefined;
}

function readLook(json: unknown): Look {
  const { style, strength, label } = isRecord(json) ? json : {};
  return {
    style: oneOf(veilStyles, style) ?? defaults.look.style,
    strength: oneOf(strengths, strength) ?? defaults.look.strength,
    label: typeof label === "boolean" ? label : defaults.look.label,
  };
}

function readPause(json: unknown): Pause | null {
  const until = isRecord(json) ? json.until : undefined;
  return until === "restart" || isCount(until) ? { until } : null;
}

function isRule(value: unknown): value is Rule {
  if (!isRecord(value)) return false;
  const { id, kind, text, show, title } = value;
  const optional = [show, title].every((field) => field === undefined || isName(field));
  return isName(id) && isName(text) && oneOf(ruleKinds, kind) !== undefined && optional;
}

function oneOf<T>(values: readonly T[], value: unknown): T | undefined {
  return values.find((each) => each === value);
}

function namesIn(json: unknown): string[] {
  return Array.isArray(json) ? json.filter(isName) : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
