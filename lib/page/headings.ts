/** When a heading changes, what follows is read again, up to the next heading of its level. */
import { isText, step } from "./flow.ts";
import { createGuard } from "./guard.ts";
import type { Reader, Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";

/** Passages read again for one heading; a longer section is left as it was. */
const most = 500;
/** Milliseconds until then for one that keeps changing: of a clock that counts down no second says anything new. */
const rarely = 10_000;

export interface Headings {
  /** The heading has just been read. */
  changed(heading: Run): void;
}

export function createHeadings(
  reader: Reader,
  schedule: Schedule,
  onChange: (run: Run) => void,
  act: (work: () => void) => void,
): Headings {
  const changes = createGuard(schedule.now, 20, 60_000);
  const follow = (heading: Run) => {
    const last = heading.pieces.at(-1)?.node;
    const root = last?.getRootNode();
    if (!last?.isConnected || !root) return;
    let before: Run = heading;
    let read = 0;
    for (let node: Node | null = last; node && read < most; node = step(node, root, true)) {
      if (!isText(node)) continue;
      for (const run of reader.runs(node)) {
        if (run === before || run.pieces[0]?.node !== node) continue;
        if (run.role === "heading" && run.level <= heading.level) return;
        // Read in this context already: so is everything after it.
        if (!reader.again(run, before.after)) return;
        onChange(run);
        before = run;
        read++;
      }
    }
  };
  /**
   * Follows all that have come, when `when` runs it. By element: of a heading that is written anew its last state
   * counts.
   */
  const gather = (when: (run: () => void) => void) => {
    const waiting = new Map<object, Run>();
    const now = () =>
      act(() => {
        const headings = [...waiting.values()];
        waiting.clear();
        for (const run of headings) follow(run);
      });
    return (place: object, heading: Run) => {
      if (!waiting.size) when(now);
      waiting.set(place, heading);
    };
  };
  const soon = gather(schedule.idle);
  const late = gather((run) => schedule.later(run, rarely));
  return {
    changed(heading) {
      const place = heading.block ?? heading;
      changes.fight(place);
      (changes.isTired(place) ? late : soon)(place, heading);
    },
  };
}
