/**
 * A revealed passage comes into focus instead of popping up: its own letters, back in the page already, are painted
 * softly for a moment, by a highlight that changes nothing else.
 */
import { softHighlight } from "./names.ts";
import type { Range as Letters } from "./passages.ts";
import type { Schedule } from "./schedule.ts";
import { createStyler } from "./sheets.ts";

/** Milliseconds of each step. */
const step = 60;
const steps = [
  "color:transparent;text-shadow:0 0 .5em #808080e6",
  "color:color-mix(in srgb,currentcolor 35%,transparent);text-shadow:0 0 .3em #80808099",
  "color:color-mix(in srgb,currentcolor 70%,transparent);text-shadow:0 0 .15em #8080804d",
];
const style = steps.map((rule, index) => `::highlight(${softHighlight}-${index}){${rule}}`).join("");

/** Returns what does it, for the letters of one passage; where it cannot be done they are simply there. */
export function createSoften(document: Document, schedule: Schedule): (letters: readonly Letters[]) => void {
  const view = document.defaultView as Window & typeof globalThis;
  const styler = createStyler(document, style);
  let running = 0;
  return (letters) => {
    const registry: HighlightRegistry | undefined = view.Highlight && view.CSS?.highlights;
    if (!registry || view.matchMedia?.("(prefers-reduced-motion:reduce),(forced-colors:active)").matches)
      return;
    const ranges = letters.map(({ node, from, to }) => {
      styler.put(node);
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range;
    });
    running++;
    const paint = (index: number) => {
      const name = `${softHighlight}-${index}`;
      registry.delete(`${softHighlight}-${index - 1}`);
      if (index < steps.length) {
        registry.set(name, new view.Highlight(...ranges));
        schedule.later(() => paint(index + 1), step);
      } else if (!--running) styler.remove();
    };
    paint(0);
  };
}
