/**
 * What pages are told of the preferences: small, versioned, plain JSON in storage.local under `snapshotKey`.
 * Written by the background after each change, read by content scripts in their first statement. No zod here: it
 * is part of the content script, so `readSnapshot` checks by hand and fails closed.
 */
import type { Progress } from "../catalog/progress.ts";
import { type Level, levels } from "../detect/levels.ts";

export const snapshotKey = "snapshot";
export const snapshotVersion = 1;

export interface Snapshot {
  readonly version: typeof snapshotVersion;
  /** Grows with every write, so that a late answer never overrides a newer one. */
  readonly revision: number;
  /** Shows that are not listed have not been started. Ids of the catalog, sequels already followed back. */
  readonly shows: Readonly<Record<string, Progress>>;
  /** Host names where the shield is off, without "www.". */
  readonly sitesOff: readonly string[];
  readonly level: Level;
}

/** As if nothing were watched: what holds until the real snapshot arrives, and where there is none. */
export const closedSnapshot: Snapshot = {
  version: snapshotVersion,
  revision: 0,
  shows: {},
  sitesOff: [],
  level: "balanced",
};

/**
 * Takes a snapshot from storage as it may really be: missing, damaged, of another version. Fails closed: what cannot
 * be trusted counts as not watched and not switched off, and never throws.
 */
export function readSnapshot(json: unknown): Snapshot {
  if (!isRecord(json) || json.version !== snapshotVersion || !isCount(json.revision)) return closedSnapshot;
  return {
    version: snapshotVersion,
    revision: json.revision,
    shows: readShows(json.shows),
    sitesOff: Array.isArray(json.sitesOff) ? json.sitesOff.filter(isName) : [],
    level: levels.find((level) => level === json.level) ?? closedSnapshot.level,
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
  if (state === "watched" || state === "open") return { state };
  if (state === "watching" && isCount(part) && part >= 1 && isCount(episode)) return { state, part, episode };
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
