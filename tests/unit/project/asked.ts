/** What a manifest asks for, and what docs/permissions.md explains. */
import { readFileSync } from "node:fs";

export const page = readFileSync(new URL("../../../docs/permissions.md", import.meta.url), "utf8");
/** In the headings of the page, one paragraph each. */
export const explained = [...page.matchAll(/^## .*`([^`]+)`$/gm)].map((m) => m[1]!).sort();

export type Manifest = Record<string, unknown> & { content_scripts?: { matches?: string[] }[] };

/** Everything in a manifest that gives the extension power over something. */
export function asked(manifest: Manifest): string[] {
  const lists = ["permissions", "host_permissions", "optional_permissions", "optional_host_permissions"];
  const all = lists.flatMap((key) => (manifest[key] as string[] | undefined) ?? []);
  const matches = (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []);
  const keys = manifest["commands"] ? ["commands"] : [];
  return [...new Set([...all, ...matches, ...keys])].sort();
}
