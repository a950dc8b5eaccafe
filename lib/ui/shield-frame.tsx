/**
 * A few paragraphs in a page of their own with the real shield in it: to try it, and to see what rules and looks do.
 */
import { useEffect, useRef } from "preact/hooks";
import type { RuleSet } from "../detect/rules/ruled.ts";
import type { Detector, Finding } from "../detect/types.ts";
import { alone } from "../page/alone.ts";
import { browserSchedule } from "../page/schedule.ts";
import { type Shield, startShield } from "../page/shield.ts";
import type { Say } from "../page/words.ts";
import type { Snapshot } from "../preferences/snapshot.ts";

interface ShieldFrameProps {
  /** Name of the frame for assistive technology. */
  readonly name: string;
  /** What the page is called: the detector reads it as it reads a tab's title. */
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly snapshot: Snapshot;
  readonly detector: () => Detector;
  readonly rules?: RuleSet;
  readonly say: Say;
  readonly onSpare?: (keys: readonly string[]) => void;
  readonly onSeen?: (finding: Finding) => void;
  readonly onReveal?: () => void;
}

/** Room for the label over a veil: it cannot leave the frame. */
const style = (ink: string, ground: string, font: string) => `
:root { color-scheme: light dark; background: ${ground}; color: ${ink}; }
body { margin: 0; padding: 12px 16px 84px; font: 15px/1.65 ${font}; overflow-wrap: anywhere; }
p { margin: 0 0 0.8em; }
p:last-child { margin: 0; }`;

export function ShieldFrame(props: ShieldFrameProps) {
  const { name, title, paragraphs, snapshot } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const shield = useRef<Shield>(undefined);
  const current = useRef(snapshot);
  current.current = snapshot;
  const text = paragraphs.join("\n");

  const start = (life: AbortController) => {
    const document = frame.current?.contentDocument;
    const view = document?.defaultView as (Window & typeof globalThis) | null;
    if (!document || !view || !frame.current) return;
    const own = getComputedStyle(frame.current.ownerDocument.documentElement);
    const sheet = document.createElement("style");
    sheet.textContent = style(
      own.getPropertyValue("--ink"),
      own.getPropertyValue("--surface"),
      own.getPropertyValue("--font"),
    );
    document.head.replaceChildren(sheet);
    document.documentElement.lang = frame.current.ownerDocument.documentElement.lang;
    document.title = title;
    document.body.replaceChildren(
      ...text.split("\n").map((line) => {
        const p = document.createElement("p");
        p.dir = "auto";
        p.textContent = line;
        return p;
      }),
    );
    const { detector, rules, say, onSpare, onSeen, onReveal } = props;
    shield.current = startShield({
      ...alone,
      document,
      detector,
      say,
      signal: life.signal,
      schedule: impatient(view),
      ...(rules ? { rules } : {}),
      ...(onSpare ? { onSpare } : {}),
      ...(onSeen ? { onSeen } : {}),
      ...(onReveal ? { onReveal } : {}),
    });
    shield.current.update(current.current, true);
    const fit = () => {
      const { current } = frame;
      if (!current) return;
      // With its own edges, or what is in it would have to be scrolled by them.
      const edges = current.offsetHeight - current.clientHeight;
      current.style.height = `${document.body.offsetHeight + edges}px`;
    };
    const size = new view.ResizeObserver(fit);
    size.observe(document.body);
    life.signal.addEventListener("abort", () => size.disconnect());
  };

  useEffect(() => {
    const life = new AbortController();
    const element = frame.current;
    // What srcdoc says has loaded, or is about to.
    if (element?.contentDocument?.URL === "about:srcdoc" && element.contentDocument.readyState === "complete")
      start(life);
    else element?.addEventListener("load", () => start(life), { once: true, signal: life.signal });
    return () => life.abort();
    // Other props begin no new page.
  }, [text, title, props.detector, props.rules]);
  useEffect(() => shield.current?.update(snapshot, true), [snapshot]);

  return <iframe ref={frame} class="shield-frame" title={name} srcdoc="<!doctype html><title></title>" />;
}

/** A page of our own is at rest from the start: what waits for seconds, for pages to settle, is passed at once. */
function impatient(view: Window & typeof globalThis) {
  const { now, later } = browserSchedule(view);
  let skipped = 0;
  return {
    now: () => now() + skipped,
    later(run: () => void, ms: number) {
      if (ms < 1000) return later(run, ms);
      return later(() => {
        skipped += ms;
        run();
      }, 0);
    },
  };
}
