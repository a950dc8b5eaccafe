/** A few words on a finding for the reader who wonders whether to look: show, kind, place. Never what is hidden. */
import type { Finding } from "../detect/types.ts";

/** "Madoka Magica · death · episode 3" */
export function describeFinding({ title, kind, where }: Finding): string {
  const words = [title, kind];
  if (where && "part" in where) {
    if (where.part > 1) words.push(`part ${where.part}`);
    if (where.episode !== undefined) words.push(`episode ${where.episode}`);
  }
  return words.join(" · ");
}
