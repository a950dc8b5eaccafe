/** The JSON Schema of a show's file, and its fields in that order, so that every file reads alike. */
import { z } from "zod";
import { showSchema } from "../schema.ts";

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/** Draft 7, which editors know best. */
export function showFileSchema(): object {
  return z.toJSONSchema(showSchema, { io: "input", target: "draft-7" });
}

let shape: Shape | undefined;

/** A copy of a parsed file with its fields in order; fields that the schema does not know come last. */
export function inOrder(json: unknown): unknown {
  shape ??= showFileSchema() as Shape;
  return order(json, shape);
}

/** Are a parsed file's fields in order? */
export function isInOrder(json: unknown): boolean {
  return JSON.stringify(json) === JSON.stringify(inOrder(json));
}

function order(value: unknown, shape: Shape | undefined): unknown {
  if (Array.isArray(value)) return value.map((v) => order(v, shape?.items));
  if (typeof value !== "object" || value === null) return value;
  const known = Object.keys(shape?.properties ?? {});
  const rank = (k: string) => (known.includes(k) ? known.indexOf(k) : known.length);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([k, v]) => [k, order(v, shape?.properties?.[k])]),
  );
}
