/** What the shield hides on a page and why, read by the same page layer without a browser: for the demo's print-out. */
import { Window } from "happy-dom";
import { english } from "../../lib/catalog/build/english.ts";
import { threshold } from "../../lib/detect/levels.ts";
import { reasonWords } from "../../lib/detect/reasons.ts";
import type { Detector, Finding } from "../../lib/detect/types.ts";
import { alone } from "../../lib/page/alone.ts";
import { startShield } from "../../lib/page/shield.ts";
import { detectorFor, loadShows } from "../corpus/detector.ts";

const detector = detectorFor(loadShows());

/** Two lines a veil: the words, and why they are hidden. */
export async function explain(html: string, url: string): Promise<string[]> {
  const window = new Window({ url });
  // What a content script has around it.
  const { Node, Element } = window;
  Object.assign(globalThis, { Node, Element, getComputedStyle: window.getComputedStyle.bind(window) });
  // Stylesheets are not what is asked about.
  window.document.write(html.replace(/<link[^>]*>/g, ""));
  const found = new Map<string, Finding>();
  const recording: Detector = {
    begin: detector.begin,
    read(passage, before) {
      const reading = detector.read(passage, before);
      for (const f of reading.findings) {
        if (f.score >= threshold("balanced")) found.set(passage.text.slice(f.start, f.end), f);
      }
      return reading;
    },
  };
  const life = new AbortController();
  const shield = startShield({
    ...alone,
    document: window.document as unknown as Document,
    detector: () => recording,
    say: english,
    signal: life.signal,
    // Nothing is veiled here, so that nobody has to wait until the page has settled.
    schedule: { later: () => () => {} },
  });
  shield.update(undefined, true);
  await window.happyDOM.waitUntilComplete();
  life.abort();
  await window.happyDOM.close();
  return [...found].flatMap(([text, f]) => [
    `  veiled: ${text}`,
    `     why: ${reasonWords(f, english).join("; ")}`,
  ]);
}
