/** The rows of the store as zod sees them: checked on the way in and on the way out. */
import { z } from "zod";
import type { Progress } from "../catalog/progress.ts";
import { levels } from "../detect/levels.ts";

// The extension's CSP forbids eval; without this zod probes for it and the browser logs a violation.
z.config({ jitless: true });

const count = z.int().min(0);

export const showIdSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const progressSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("watched") }),
  z.strictObject({ state: z.literal("open") }),
  z.strictObject({ state: z.literal("watching"), part: z.int().min(1), episode: count }),
]) satisfies z.ZodType<Progress>;

/** A host as `siteOf` leaves it. */
export const siteSchema = z
  .string()
  .min(1)
  .max(253)
  .regex(/^[^\s/]+$/);

export const levelSchema = z.enum(levels);

export const progressRowSchema = z.strictObject({
  show: showIdSchema,
  progress: progressSchema,
  /** Milliseconds since 1970. */
  updatedAt: count,
});
export type ProgressRow = z.infer<typeof progressRowSchema>;

export const settingRowSchema = z.discriminatedUnion("key", [
  z.strictObject({ key: z.literal("level"), value: levelSchema }),
  z.strictObject({ key: z.literal("sitesOff"), value: z.array(siteSchema) }),
  /** Grows with every change; the snapshot carries it. */
  z.strictObject({ key: z.literal("revision"), value: count }),
]);
export type SettingRow = z.infer<typeof settingRowSchema>;

/** A row that could not be read, kept as it was found. */
export interface QuarantineRow {
  readonly table: "progress" | "settings";
  readonly row: unknown;
  readonly reason: string;
  readonly at: number;
}
