/** What the manifest asks for is explained in docs/permissions.md, one paragraph each, and nothing else is. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import config from "../../../wxt.config.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(`${root}docs/permissions.md`, "utf8");
const explained = [...page.matchAll(/^## .*`([^`]+)`$/gm)].map((m) => m[1]!).sort();

type Manifest = Record<string, unknown> & { content_scripts?: { matches?: string[] }[] };

/** Everything in a manifest that gives the extension power over something. */
function asked(manifest: Manifest): string[] {
  const lists = ["permissions", "host_permissions", "optional_permissions", "optional_host_permissions"];
  const all = lists.flatMap((key) => (manifest[key] as string[] | undefined) ?? []);
  const matches = (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []);
  const keys = manifest["commands"] ? ["commands"] : [];
  return [...new Set([...all, ...matches, ...keys])].sort();
}

describe("permissions", () => {
  for (const [browser, folder] of [
    ["chrome", "chrome-mv3"],
    ["firefox", "firefox-mv2"],
  ] as const) {
    it(`are explained as declared for ${browser}`, async () => {
      const { manifest } = config;
      if (typeof manifest !== "function")
        throw new Error("wxt.config.ts declares the manifest by a function");
      const env = { browser, command: "build", mode: "production", manifestVersion: 3 } as const;
      const declared = (await manifest(env)) as Manifest;
      expect(asked(declared)).toEqual(explained);
    });

    it.skipIf(!existsSync(`${root}.output/${folder}/manifest.json`))(
      `are explained as built for ${browser}`,
      () => {
        const built = JSON.parse(readFileSync(`${root}.output/${folder}/manifest.json`, "utf8")) as Manifest;
        expect(asked(built)).toEqual(explained);
      },
    );
  }

  it("each have a paragraph", () => {
    for (const section of page.split(/^## /m).slice(1)) {
      const [title, ...text] = section.split("\n");
      expect(text.join(" ").trim().length, title).toBeGreaterThan(100);
    }
  });
});
