/**
 * Passages of which something has been found. Those that have left the page are let go, with all that lies over them.
 */
import type { Run } from "./reader.ts";

/** After so many passages more, and twice as many as there are, it is looked for those that have left. */
const most = 500;

export interface Told {
  readonly runs: ReadonlySet<Run>;
  add(run: Run): void;
  /** False: nothing had been found in it. */
  forget(run: Run): boolean;
  /** Those of which anything is in the page. */
  all(): Run[];
}

/** Is any of the passage in the page? What is left of it may be what tells. */
export const isThere = ({ pieces }: Run): boolean => pieces.some(({ node }) => node.isConnected);

/** `release`: a passage is let go. */
export function createTold(release: (run: Run) => void): Told {
  const runs = new Set<Run>();
  let enough = most;

  const forget = (run: Run) => {
    release(run);
    return runs.delete(run);
  };
  const all = () => {
    for (const run of runs)
      try {
        if (!isThere(run)) forget(run);
      } catch {
        // Firefox lets nothing be asked of what a frame has made once that is gone, even if it stands in this page.
        runs.delete(run);
      }
    return [...runs];
  };
  return {
    runs,
    add(run) {
      if (runs.add(run).size > enough) enough = 2 * all().length + most;
    },
    forget,
    all,
  };
}
