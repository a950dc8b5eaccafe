/** The three levels a reader can choose: how sure the shield must be before it hides. */
export const levels = ["certain", "balanced", "careful"] as const;
export type Level = (typeof levels)[number];

const thresholds: Readonly<Record<Level, number>> = { certain: 0.6, balanced: 0.33, careful: 0.2 };

/** The least score (0–1) of a finding that is veiled at this level. */
export function threshold(level: Level): number {
  return thresholds[level];
}
