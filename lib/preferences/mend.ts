/** What can still be made of rows that were set aside. Pure. */
import { type Choices, defaults, type Edit } from "./choices.ts";
import {
  editSchema,
  progressSchema,
  type QuarantineRow,
  ruleRowSchema,
  ruleSchema,
  showIdSchema,
  siteSchema,
  stretchKeySchema,
} from "./rows.ts";

export interface Mended {
  /** Puts back what can be read. Nothing that has been chosen since is changed by it. */
  readonly edit: Edit;
  /** For each row: has it done what it can? Else it has to stay aside. */
  readonly used: readonly boolean[];
}

type Fields = Readonly<Record<string, unknown>>;
/**
 * A part of the edit, "late" where a newer choice stands in its place, or undefined where nothing can be made of it.
 */
type Piece = Edit | "late" | undefined;

/** `now`: what holds already. Of two rows for the same thing the later one counts. */
export function mend(rows: readonly Pick<QuarantineRow, "table" | "row">[], now: Choices): Mended {
  const edit: Record<string, unknown> = {};
  const used = rows.map(({ table, row }) => {
    const piece = readers[table]?.(fields(row), now);
    for (const [part, value] of Object.entries(typeof piece === "object" ? piece : {}))
      edit[part] = part === "look" || typeof value !== "object" ? value : { ...fields(edit[part]), ...value };
    return piece !== undefined;
  });
  return { edit: inOrder(edit as Edit), used };
}

/** Rows come in the order of their keys, rules stand in the order in which they were added. */
function inOrder(edit: Edit): Edit {
  const { rules, addedAt = {} } = edit;
  const place = (id: string) => addedAt[id] ?? Number.POSITIVE_INFINITY;
  const sorted = Object.entries(rules ?? {}).sort(([a], [b]) => (place(a) < place(b) ? -1 : 1));
  return rules ? { ...edit, rules: Object.fromEntries(sorted) } : edit;
}

const readers: Readonly<Record<string, (row: Fields, now: Choices) => Piece>> = {
  progress({ show, progress }, now) {
    const id = showIdSchema.safeParse(show).data;
    const { state, part, episode } = fields(progress);
    // A later version may have added to it what we do not know.
    const value = [progress, { state, part, episode }, { state }].flatMap(
      (form) => progressSchema.safeParse(form).data ?? [],
    )[0];
    if (id === undefined || !value) return undefined;
    return Object.hasOwn(now.shows, id) ? "late" : { shows: { [id]: value } };
  },
  rules({ rule, addedAt }, now) {
    const { id, kind, text, show } = fields(rule);
    const value = [rule, { id, kind, text, show }, { id, kind, text }].flatMap(
      (form) => ruleSchema.safeParse(form).data ?? [],
    )[0];
    if (!value) return undefined;
    if (now.rules.some((other) => other.id === value.id)) return "late";
    const at = ruleRowSchema.shape.addedAt.safeParse(addedAt).data;
    return { rules: { [value.id]: value }, ...(at === undefined ? {} : { addedAt: { [value.id]: at } }) };
  },
  settings({ key, value }, now) {
    if (key === "sitesOff") return listed("sites", value, siteSchema, false);
    if (key === "spared") return listed("spared", value, stretchKeySchema, true);
    // It belonged to a day that is over; and a store counts its changes itself.
    if (key === "pause" || (key === "revision" && Number.isSafeInteger(value) && Number(value) >= 0))
      return "late";
    if (key !== "level" && key !== "scope" && key !== "sections" && key !== "look") return undefined;
    const { data } = editSchema.safeParse({ [key]: value });
    if (!data) return undefined;
    const isDefault = JSON.stringify(now[key]) === JSON.stringify(defaults[key]);
    return isDefault ? data : "late";
  },
};

/** As many entries of a list as can be read; one that cannot must not cost the others. */
function listed(
  part: "sites" | "spared",
  value: unknown,
  schema: typeof siteSchema,
  flag: boolean,
): Edit | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = value.flatMap((entry) => schema.safeParse(entry).data ?? []);
  // A list that is empty says so, and is no damage.
  const isRead = entries.length > 0 || value.length === 0;
  return isRead ? { [part]: Object.fromEntries(entries.map((e) => [e, flag])) } : undefined;
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
