/**
 * What the frames of each tab have veiled. Kept in memory and in storage.session, because the browser stops the
 * worker after 30 seconds of rest and would start it again knowing nothing.
 */
import type { Kind } from "../catalog/types.ts";
import type { PageProblem, PageReport, Summary } from "../messages.ts";
import { siteOf } from "../preferences/site.ts";
import type { Frame } from "./accept.ts";

/** The part of `browser.storage.session` that is used. */
export interface SessionArea {
  get(key: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

interface FrameState {
  readonly summary: Summary;
  readonly host: string | undefined;
  /** When it was told; frames that stay silent when asked are gone. */
  readonly at: number;
}

export interface Tabs {
  /** Resolves when what was known before the worker slept is known again. */
  readonly ready: Promise<void>;
  /** Without a summary: the frame has gone. */
  note(frame: Frame, summary: Summary | undefined): void;
  /** A tab whose button is painted is known until it closes, whatever its frames say. */
  meet(tabId: number): void;
  /** Drops the frames of a tab that have not spoken since `time`. */
  dropBefore(tabId: number, time: number): void;
  forget(tabId: number): void;
  has(tabId: number): boolean;
  ids(): number[];
  report(tabId: number): PageReport;
}

const prefix = "tab:";

/** What is known of a tab without the background's help; undefined where nothing is. */
export async function lastReport(
  area: { get(key: string): Promise<Record<string, unknown>> },
  tabId: number,
): Promise<PageReport | undefined> {
  const key = prefix + tabId;
  const frames = (await area.get(key))[key];
  return frames === undefined ? undefined : sum(new Map(frames as [number, FrameState][]));
}

/** All tabs' frames. `now` must not go back. */
export function createTabs(area: SessionArea, now: () => number): Tabs {
  const tabs = new Map<number, Map<number, FrameState>>();

  const save = (tabId: number) => {
    const frames = tabs.get(tabId);
    const key = prefix + tabId;
    // Not awaited: if it fails, a restarted worker asks the frames again.
    const saved = frames ? area.set({ [key]: [...frames] }) : area.remove(key);
    saved.catch(() => {});
  };

  const load = async () => {
    for (const [key, value] of Object.entries(await area.get(null))) {
      const tabId = Number(key.slice(prefix.length));
      // Written by this very file and gone with the browser session, so of a form that is known.
      if (key.startsWith(prefix) && !tabs.has(tabId))
        tabs.set(tabId, new Map(value as [number, FrameState][]));
    }
  };

  return {
    ready: load().catch(() => {}),
    note({ tabId, frameId, url }, summary) {
      const frames = tabs.get(tabId) ?? new Map<number, FrameState>();
      // The site is the top frame's: of the others nobody asks it, and what is not needed is not kept.
      if (summary) frames.set(frameId, { summary, host: frameId === 0 ? hostOf(url) : undefined, at: now() });
      else if (!frames.delete(frameId)) return;
      tabs.set(tabId, frames);
      save(tabId);
    },
    meet(tabId) {
      if (tabs.has(tabId)) return;
      tabs.set(tabId, new Map());
      save(tabId);
    },
    dropBefore(tabId, time) {
      const frames = tabs.get(tabId);
      if (!frames) return;
      for (const [frameId, frame] of frames) if (frame.at < time) frames.delete(frameId);
      save(tabId);
    },
    forget(tabId) {
      if (tabs.delete(tabId)) save(tabId);
    },
    has: (tabId) => tabs.has(tabId),
    ids: () => [...tabs.keys()],
    report: (tabId) => sum(tabs.get(tabId) ?? new Map()),
  };
}

function sum(frames: ReadonlyMap<number, FrameState>): PageReport {
  let veils = 0;
  const shows: Record<string, number> = {};
  const kinds: Record<string, Partial<Record<Kind, number>>> = {};
  let rules = 0;
  let revealed = false;
  const problems = new Map<string, PageProblem>();
  for (const { summary } of frames.values()) {
    veils += summary.veils;
    rules += summary.rules;
    revealed ||= summary.revealed;
    for (const [id, count] of Object.entries(summary.shows)) shows[id] = (shows[id] ?? 0) + count;
    for (const [id, counts] of Object.entries(summary.kinds)) {
      kinds[id] ??= {};
      for (const [kind, count] of Object.entries(counts) as [Kind, number][])
        kinds[id][kind] = (kinds[id][kind] ?? 0) + count;
    }
    for (const problem of summary.problems ?? []) problems.set(`${problem.kind} ${problem.detail}`, problem);
  }
  return {
    host: frames.get(0)?.host,
    veils,
    shows,
    kinds,
    rules,
    revealed,
    problems: [...problems.values()],
  };
}

function hostOf(url: string | undefined): string | undefined {
  try {
    return siteOf(new URL(url ?? "").hostname);
  } catch {
    return undefined;
  }
}
