/** A page, a clock and a detector for the tests of lib/page: nothing of the catalog, nothing of a browser. */
import type { Detector, Finding } from "../../../lib/detect/types.ts";
import { alone } from "../../../lib/page/alone.ts";
import type { ShieldOptions } from "../../../lib/page/options.ts";
import { type Shield, startShield } from "../../../lib/page/shield.ts";
import type { Say } from "../../../lib/page/words.ts";
import { closedSnapshot, type Snapshot } from "../../../lib/preferences/snapshot.ts";

/** Sentences with "dies" give away show "x", with "twist" show "y" (part 1, episode 3); "Mami" makes a topic. */
export function fakeDetector(onRead: (text: string) => void = () => {}): Detector {
  return {
    begin: (page) => ({ topical: /Mami/.test(page.title) }),
    read(passage, before) {
      onRead(passage.text);
      const findings: Finding[] = [];
      for (const match of passage.text.matchAll(/[^\s.!?|][^.!?|]*[.!?]*/g)) {
        const start = match.index;
        const end = start + match[0].trimEnd().length;
        const common = { title: "Show", start, end, score: 0.9, why: { by: "title" } } as const;
        if (/\bdies\b/.test(match[0])) findings.push({ ...common, show: "x", kind: "death" });
        if (/\btwist\b/.test(match[0]))
          findings.push({ ...common, show: "y", kind: "twist", where: { part: 1, episode: 3 } });
      }
      const topical =
        passage.role === "heading" ? /Mami/.test(passage.text) : before.topical || /Mami/.test(passage.text);
      return { findings, after: topical === before.topical ? before : { topical } };
    },
  };
}

/** Time that passes only when told to. */
export function createClock() {
  let time = 1000;
  let timers: { at: number; run: () => void }[] = [];
  const later = (run: () => void, ms: number) => {
    const timer = { at: time + ms, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  return {
    schedule: {
      now: () => time,
      soon: (run: () => void) => void later(run, 0),
      idle: (run: () => void) => void later(run, 1),
      later,
      frame: (run: () => void) => void later(run, 16),
      frameStart: (run: () => void) => void later(run, 16),
    },
    /** Time in which nothing can run. */
    stall(ms: number) {
      time += ms;
    },
    pass(ms: number) {
      const end = time + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        time = Math.max(time, next.at);
        next.run();
      }
      time = end;
    },
  };
}

const roots = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  roots.set(this, root);
  return root;
};
/** The closed shadow root of a veil, which a page cannot reach. */
export const insideOf = (host: Element): ShadowRoot => roots.get(host) as ShadowRoot;

// happy-dom does not know this one.
const match = Element.prototype.matches;
Element.prototype.matches = function (this: Element, selector: string) {
  return selector === ":defined"
    ? customElements.get(this.localName) !== undefined
    : match.call(this, selector);
} as typeof match;

export interface Page {
  readonly shield: Shield;
  readonly clock: ReturnType<typeof createClock>;
  /** "reading: no tables" */
  readonly problems: () => readonly string[];
  readonly stop: () => void;
  /** Lets the observers run. */
  readonly turn: () => Promise<void>;
}

export const watched: Snapshot = { ...closedSnapshot, revision: 1, shows: { x: { state: "watched" } } };

/** What tests/unit/words.ts puts into the place of the browser's own. */
declare const chrome: { i18n: { getMessage(key: string, put: string[]): string } };

/** English, as the browser says it. */
const say: Say = (key, ...put) => chrome.i18n.getMessage(key, put);

/** Starts the shield over this body; `settle: false` leaves the page before it has settled. */
export function openPage(
  html: string,
  { settle = true, ...options }: Partial<ShieldOptions> & { settle?: boolean } = {},
): Page {
  document.body.innerHTML = html;
  const clock = createClock();
  const life = new AbortController();
  const shield = startShield({
    ...alone,
    document,
    detector: () => fakeDetector(),
    signal: life.signal,
    schedule: clock.schedule,
    say,
    trusted: (event) => !event.type.startsWith("fake") && event.composed,
    ...options,
  });
  if (settle) clock.pass(4000);
  return {
    shield,
    clock,
    problems: () => (shield.summary().problems ?? []).map(({ kind, detail }) => `${kind}: ${detail}`),
    stop: () => life.abort(),
    turn: () => new Promise((done) => setTimeout(done, 0)),
  };
}

export const veils = (root: ParentNode = document.body) => [...root.querySelectorAll("spoiler-veil")];

/** A click as a person makes it (composed) or as a page's script does (not composed). */
export function click(host: Element | undefined, person = true): Event {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true, composed: person });
  const target = (host && insideOf(host)?.querySelector("button, .decoy")) ?? host;
  target?.dispatchEvent(event);
  return event;
}

const isMarked = (element: Element) =>
  ["cover", "crowd"].some((name) => element.hasAttribute(`data-spoiler-${name}`));

/** What a reader can see: text without what is veiled or covered. */
export function visibleText(node: Node = document.body): string {
  if (node.nodeType === 3) return (node as Text).data;
  if (node.nodeType !== 1 || isMarked(node as Element)) return "";
  return [...node.childNodes].map(visibleText).join("");
}

/** The page's first paragraph, and the text that it begins with. */
export const p = () => document.querySelector("p") as HTMLElement;
export const text = () => p().firstChild as Text;
