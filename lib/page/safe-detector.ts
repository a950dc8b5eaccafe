/** A detector that cannot be made or that throws must not take the shield, let alone the page, with it. */
import type { Context, Detector, Reading } from "../detect/types.ts";

/** Reports the first failure of each kind; what cannot be read has no findings. */
export function safeDetector(make: () => Detector, report: (error: unknown) => void): Detector {
  const nothing: Context = { topical: false };
  let failures = 0;
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      if (failures++ < 5) report(error);
      return otherwise;
    }
  };
  const detector = attempt<Detector | undefined>(make, undefined);
  return {
    begin: (page) => attempt(() => detector?.begin(page) ?? nothing, nothing),
    read(passage, before) {
      const silent = { findings: [], after: before };
      return attempt(() => detector?.read(passage, before) ?? silent, silent);
    },
    tryRead(passage, before) {
      const silent = { findings: [], after: before };
      if (!detector?.tryRead) return attempt(() => detector?.read(passage, before) ?? silent, silent);
      return attempt<Reading | undefined>(() => detector.tryRead?.(passage, before), silent);
    },
    prepare: () => attempt(() => detector?.prepare?.() ?? true, true),
  };
}

/** A gate that throws stands open: then the detector shows what is wrong. */
export function safeGate(gate: ((text: string) => boolean) | undefined, report: (error: unknown) => void) {
  return (text: string): boolean => {
    try {
      return gate?.(text) ?? true;
    } catch (error) {
      report(error);
      return true;
    }
  };
}
