/** A detector that cannot be made or that throws must not take the shield, let alone the page, with it. */
import type { Context, Detector, Passage, Reading } from "../detect/types.ts";

/** Reports the first five failures; what cannot be read has no findings. */
export function safeDetector(make: () => Detector, report: (error: unknown) => void): Required<Detector> {
  const nothing: Context = { topical: false };
  let failures = 0;
  const attempt = <T, U>(work: () => T, otherwise: U): T | U => {
    try {
      return work();
    } catch (error) {
      if (failures++ < 5) report(error);
      return otherwise;
    }
  };
  const detector = attempt(make, undefined);
  const silent = (before: Context): Reading => ({ findings: [], after: before });
  const read = (passage: Passage, before: Context) =>
    attempt(() => detector?.read(passage, before) ?? silent(before), silent(before));
  let tryRead = detector?.tryRead;
  return {
    begin: (page) => attempt(() => detector?.begin(page) ?? nothing, nothing),
    read,
    tryRead: (passage, before) =>
      tryRead ? attempt(() => tryRead?.(passage, before), silent(before)) : read(passage, before),
    prepare() {
      const ready = attempt(() => detector?.prepare?.() ?? true, undefined);
      // Else it would be asked for ever, and what waits for it stay covered.
      if (ready === undefined) tryRead = undefined;
      return ready ?? true;
    },
  };
}

/** A gate that throws stands open: then the detector shows what is wrong. */
export function safeGate(gate: (text: string) => boolean, report: (error: unknown) => void) {
  return (text: string): boolean => {
    try {
      return gate(text);
    } catch (error) {
      report(error);
      return true;
    }
  };
}
