/** Our own backup: all choices in one JSON file, checked by the schemas that the store itself has. */
import { z } from "zod";
import { mostRules } from "../catalog/rule.ts";
import { type Choices, defaults, type Edit, mostSpared } from "../preferences/choices.ts";
import {
  editSchema,
  progressSchema,
  ruleSchema,
  showIdSchema,
  siteSchema,
  stretchKeySchema,
} from "../preferences/rows.ts";
import { ExchangeError } from "./types.ts";
import { isRecord } from "./values.ts";

const backupFormat = "spoiler-shield-backup";
const backupVersion = 1;
export const backupFile = "spoiler-shield-backup.json";

/** All but the pause: it belongs to a day, and read back a year later it would switch the shield off. */
export type Kept = Omit<Choices, "pause">;

/** The settings that are one value each: what an edit may say of them. A backup that is older may lack some. */
type Setting = Exclude<keyof Kept, "shows" | "sitesOff" | "rules" | "spared">;
const { level, scope, sections, look } = editSchema.shape;
const settings = { level, scope, sections, look } satisfies Record<Setting, z.ZodType>;
const settingNames = Object.keys(settings) as Setting[];

const keptSchema = z.strictObject({
  shows: z.record(showIdSchema, progressSchema),
  sitesOff: z.array(siteSchema),
  ...settings,
  rules: z.array(ruleSchema).max(mostRules),
  spared: z.array(stretchKeySchema).max(mostSpared),
});

const backupSchema = z.strictObject({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  /** ISO 8601, for people; it decides nothing. */
  savedAt: z.string(),
  choices: keptSchema,
  /** Rows of the store that could not be read, for whoever wants to look at them: nothing is made of them here. */
  aside: z.array(z.unknown()).exactOptional(),
});

function settingsOf({ level, scope, sections, look }: Choices): Pick<Choices, Setting> {
  return { level, scope, sections, look };
}

/** The file's text; `savedAt` in milliseconds since 1970, `aside` what the store could not read. */
export function writeBackup(choices: Choices, savedAt: number, aside: readonly unknown[] = []): string {
  // Field by field: a page's state has more than the choices.
  const { shows, sitesOff, rules, spared } = choices;
  const kept: Kept = { shows, sitesOff, ...settingsOf(choices), rules, spared };
  const file = { format: backupFormat, version: backupVersion, savedAt: new Date(savedAt).toISOString() };
  const rest = aside.length > 0 ? { aside } : {};
  return `${JSON.stringify({ ...file, choices: kept, ...rest }, undefined, 2)}\n`;
}

/** Undefined where the JSON is no backup. Throws "tooNew", or "badBackup" with the field and the reason. */
export function readBackup(json: unknown): Kept | undefined {
  if (!isRecord(json) || json["format"] !== backupFormat) return undefined;
  const version = json["version"];
  if (typeof version === "number" && version > backupVersion) throw new ExchangeError("tooNew");
  const { data, error } = backupSchema.safeParse(json);
  if (!data) throw new ExchangeError("badBackup", z.prettifyError(error));
  const { pause: _, ...unset } = defaults;
  return { ...unset, ...data.choices };
}

/**
 * What brings `now` to the backup, shows apart: their progress is planned like that of any list. Sites, rules and
 * spared stretches are added; with `replace` what the backup does not have goes.
 */
export function settingsEdit(now: Choices, backup: Kept, replace: boolean): Edit {
  const off = new Set(now.sitesOff);
  const rules = new Map(now.rules.map((rule) => [rule.id, rule]));
  const spared = new Set(now.spared);
  const goes = <T>(keys: Iterable<string>, kept: ReadonlySet<string>, value: T): [string, T][] =>
    replace ? [...keys].filter((key) => !kept.has(key)).map((key) => [key, value]) : [];
  const newRules = backup.rules.filter((r) => JSON.stringify(rules.get(r.id)) !== JSON.stringify(r));
  const edit: { -readonly [K in keyof Edit]: Edit[K] } = {};
  const put = <K extends keyof Edit>(key: K, entries: readonly (readonly [string, unknown])[]) => {
    if (entries.length > 0) edit[key] = Object.fromEntries(entries) as Edit[K];
  };
  put("sites", [
    ...backup.sitesOff.filter((site) => !off.has(site)).map((site) => [site, false] as const),
    ...goes(off, new Set(backup.sitesOff), true),
  ]);
  put("rules", [
    ...newRules.map((rule) => [rule.id, rule] as const),
    ...goes(rules.keys(), new Set(backup.rules.map(({ id }) => id)), null),
  ]);
  put("spared", [
    ...backup.spared.filter((key) => !spared.has(key)).map((key) => [key, true] as const),
    ...goes(spared, new Set(backup.spared), false),
  ]);
  const differing = settingNames.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(backup[name]));
  return { ...edit, ...Object.fromEntries(differing.map((name) => [name, backup[name]])) };
}
