/** The rows of the store as zod sees them: checked on the way in and on the way out. */
import { z } from "zod";
import type { Progress } from "../catalog/progress.ts";
import { longestRule, mostRules, type Rule, ruleKinds } from "../catalog/rule.ts";
import { levels } from "../detect/levels.ts";
import { type Edit, type Look, mostSpared, type Pause, scopes, strengths, veilStyles } from "./choices.ts";

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
  z.strictObject({ state: z.literal("planned") }),
  z.strictObject({ state: z.literal("watching"), part: z.int().min(1), episode: count }),
]) satisfies z.ZodType<Progress>;

/** A host as `siteOf` leaves it, a pattern, or an exception from one (site.ts). */
export const siteSchema = z
  .string()
  .min(1)
  .max(256)
  .regex(/^!?(\*|(\*\.)?[^\s/*!]+)$/);

const levelSchema = z.enum(levels);
const scopeSchema = z.enum(scopes);
const lookSchema = z.strictObject({
  style: z.enum(veilStyles),
  strength: z.literal(strengths),
  label: z.boolean(),
}) satisfies z.ZodType<Look>;
const pauseSchema = z.strictObject({
  until: z.union([count, z.literal("restart")]),
}) satisfies z.ZodType<Pause>;

const idSchema = z.string().min(1).max(100);
/** Only words can be found: a rule of signs alone would never hide anything. */
const wordsSchema = z
  .string()
  .trim()
  .max(longestRule)
  .regex(/[\p{L}\p{N}]/u);

export const ruleSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(ruleKinds),
  text: wordsSchema,
  show: showIdSchema.exactOptional(),
  title: wordsSchema.exactOptional(),
}) satisfies z.ZodType<Rule>;

/** What stretches are known by (lib/page/memory.ts). */
export const stretchKeySchema = z.string().regex(/^[a-z0-9]{1,20}$/);

/** More shows than any list has. */
const mostShows = 50_000;
const limited = <T extends z.ZodType<object>>(record: T, most: number) =>
  record.refine((value) => Object.keys(value).length <= most, "too many").exactOptional();

export const editSchema = z.strictObject({
  shows: limited(z.record(showIdSchema, progressSchema.nullable()), mostShows),
  sites: limited(z.record(siteSchema, z.boolean()), mostShows),
  level: levelSchema.exactOptional(),
  scope: scopeSchema.exactOptional(),
  sections: z.boolean().exactOptional(),
  look: lookSchema.exactOptional(),
  pause: pauseSchema.nullable().exactOptional(),
  rules: limited(z.record(idSchema, ruleSchema.nullable()), 2 * mostRules),
  addedAt: limited(z.record(idSchema, count), 2 * mostRules),
  spared: limited(z.record(stretchKeySchema, z.boolean()), 2 * mostSpared),
}) satisfies z.ZodType<Edit>;

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
  z.strictObject({ key: z.literal("scope"), value: scopeSchema }),
  z.strictObject({ key: z.literal("sections"), value: z.boolean() }),
  z.strictObject({ key: z.literal("look"), value: lookSchema }),
  z.strictObject({ key: z.literal("pause"), value: pauseSchema.nullable() }),
  z.strictObject({ key: z.literal("spared"), value: z.array(stretchKeySchema) }),
  /** Grows with every change; the snapshot carries it. */
  z.strictObject({ key: z.literal("revision"), value: count }),
]);
export type SettingRow = z.infer<typeof settingRowSchema>;

export const ruleRowSchema = z.strictObject({
  id: idSchema,
  rule: ruleSchema,
  /** Milliseconds since 1970: rules are listed in this order. */
  addedAt: count,
});
export type RuleRow = z.infer<typeof ruleRowSchema>;

/** What can be undone: the last first. */
export const historyRowSchema = z.strictObject({ edit: editSchema, inverse: editSchema, at: count });
export type HistoryRow = z.infer<typeof historyRowSchema>;

/** A row that could not be read, kept as it was found. */
export interface QuarantineRow {
  /** A later version may have more tables than we know. */
  readonly table: string;
  readonly row: unknown;
  readonly reason: string;
  readonly at: number;
}
