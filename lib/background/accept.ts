/** Messages as they really arrive: checked for form and for who sent them. */
import { z } from "zod";
import { kinds, placeUnits } from "../catalog/types.ts";
import type { ContentMessage, PopupMessage, Summary } from "../messages.ts";
import { mostSpared } from "../preferences/choices.ts";
import { editSchema, showIdSchema, stretchKeySchema } from "../preferences/rows.ts";
import { veilItems } from "./menus.ts";

// The limits keep a frame that has run wild from filling the memory.
const count = z.int().min(0);
const byShow = <T extends z.ZodType>(value: T) =>
  z.record(showIdSchema, value).refine((shows) => Object.keys(shows).length <= 2_000, "too many shows");

const summarySchema = z.object({
  veils: count,
  shows: byShow(count),
  kinds: byShow(z.partialRecord(z.enum(kinds), count)),
  rules: count,
  revealed: z.boolean(),
  problems: z
    .array(z.object({ kind: z.enum(["reading", "hiding"]), detail: z.string().max(500) }))
    .max(20)
    .optional(),
}) satisfies z.ZodType<Summary>;

// Not the catalog's own: that would bring all of the catalog's schema with it.
const placeSchema = z.union([
  z.strictObject({
    part: count.min(1),
    episode: count.min(1).exactOptional(),
    unit: z.enum(placeUnits).optional(),
  }),
  z.strictObject({ source: z.literal(true) }),
]);

const contentSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("summary"), summary: summarySchema.optional() }),
  z.object({ type: z.literal("site") }),
  z.object({ type: z.literal("paused") }),
  z.object({ type: z.literal("spare"), keys: z.array(stretchKeySchema).max(mostSpared) }),
  z.object({ type: z.literal("seen"), show: showIdSchema, where: placeSchema.optional() }),
  z.object({ type: z.literal("revealed"), keys: z.array(z.int().min(0)).max(500) }),
  z.object({ type: z.literal("recall") }),
  z.object({ type: z.literal("pointed"), items: z.array(z.enum(veilItems)).max(veilItems.length) }),
]) satisfies z.ZodType<ContentMessage>;

const popupSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("page"), tabId: z.int() }),
  z.object({ type: z.literal("preferences") }),
  z.object({ type: z.literal("edit"), edit: editSchema, onward: z.boolean().optional() }),
  z.object({ type: z.literal("undo"), change: z.int().optional() }),
  z.object({ type: z.enum(["erase", "repair", "discard", "dismiss", "copy"]) }),
]) satisfies z.ZodType<PopupMessage>;

/** The part of `runtime.MessageSender` that is used. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** The extension itself: `origin` is the address of its own pages, with a slash at the end. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string | undefined;
}

export type Accepted =
  | { readonly from: "content"; readonly message: ContentMessage; readonly frame: Frame }
  | { readonly from: "popup"; readonly message: PopupMessage };

/**
 * Who may say what: pages of the extension everything that the popup says, content scripts (in a tab, not at an
 * address of the extension) only what frames say. All else is undefined.
 */
export function accept(message: unknown, sender: Sender, self: Self): Accepted | undefined {
  if (sender.id !== self.id) return undefined;
  if (sender.url?.startsWith(self.origin)) {
    const { data } = popupSchema.safeParse(message);
    return data && { from: "popup", message: data };
  }
  const tabId = sender.tab?.id;
  if (tabId === undefined) return undefined;
  const { data } = contentSchema.safeParse(message);
  const frame = { tabId, frameId: sender.frameId ?? 0, url: sender.url };
  return data && { from: "content", message: data, frame };
}
