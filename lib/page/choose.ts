/** Which findings are hidden from this reader, as stretches that do not overlap. Pure. */
import { passed } from "../catalog/progress.ts";
import { threshold } from "../detect/levels.ts";
import type { Finding } from "../detect/types.ts";
import type { Snapshot } from "../preferences/snapshot.ts";
import { hashOf } from "./memory.ts";

/** One group: whatever nodes it runs through, it is hidden and revealed as a whole. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The first is what its label speaks of. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** By this the page remembers that it has been revealed. */
  readonly key: number;
}

/** Does the reader want to be shielded from this? Progress and scope say; a personal rule holds in every scope. */
function isShielded({ show, where, rule }: Finding, snapshot: Snapshot): boolean {
  const progress = show === "" ? undefined : snapshot.shows[show];
  if (!progress) return snapshot.scope === "all" || rule !== undefined;
  return !passed(progress, where);
}

/** The findings that the reader's progress, scope and level leave hidden, overlapping ones made one. */
export function choose(
  text: string,
  findings: readonly Finding[],
  snapshot: Snapshot,
  revealed: (key: number) => boolean,
): Stretch[] {
  const least = threshold(snapshot.level);
  const hidden = findings
    .filter((finding) => snapshot.sections || !finding.bySection)
    .filter((finding) => finding.score >= least && isShielded(finding, snapshot))
    .filter((finding) => finding.start < finding.end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const groups: { start: number; end: number; findings: [Finding, ...Finding[]] }[] = [];
  for (const finding of hidden) {
    const last = groups.at(-1);
    if (last && finding.start < last.end) {
      last.end = Math.max(last.end, finding.end);
      last.findings.push(finding);
    } else groups.push({ start: finding.start, end: finding.end, findings: [finding] });
  }
  return groups
    .map((group) => ({ ...group, key: hashOf(text.slice(group.start, group.end)) }))
    .filter(({ key }) => !revealed(key) && !snapshot.spared.includes(String(key)));
}
