/** The words in our sources, as the tests of the i18n layer look at them. */
import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "vite";

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Files under `folders` with one of the given endings. */
export function sources(folders: readonly string[], ending: RegExp): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => ending.test(name))
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") })),
  );
}

/** As much of a syntax tree's node as is looked at. */
export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Walks over the syntax tree; `visit` answers false where nothing below is to be seen. */
export function walk(source: Source, visit: (node: SyntaxNode) => boolean): void {
  const { program, errors } = parseSync(source.file, source.text);
  if (errors.length > 0) throw new Error(`${source.file}: ${errors[0]?.message}`);
  const step = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) step(item);
    else if (typeof value === "object" && value !== null && "type" in value) {
      const node = value as SyntaxNode;
      if (visit(node)) for (const child of Object.values(node)) step(child);
    }
  };
  step(program);
}

/** Text between the tags of a page, and its attributes that people read. */
export function htmlWords(html: string): string[] {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, "");
  const texts = body.replace(/<[^>]*>/g, "\n").split("\n");
  const read = /\s(?:title|alt|placeholder|aria-label)="([^"]*)"|default_title" content="([^"]*)"/g;
  const attributes = [...body.matchAll(read)].map((m) => m[1] ?? m[2] ?? "");
  return [...texts, ...attributes].map((t) => t.trim()).filter((t) => /\p{L}/u.test(t));
}
