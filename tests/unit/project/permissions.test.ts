/**
 * What the manifest asks for is explained in docs/permissions.md, one paragraph each, and nothing else is. Of the
 * manifests that are built tests/package/zips.test.ts says the same: when this runs there may be none.
 */
import { describe, expect, it } from "vitest";
import config from "../../../wxt.config.ts";
import { asked, explained, type Manifest, page } from "./asked.ts";

describe("permissions", () => {
  it.each(["chrome", "edge", "firefox"])("are explained as declared for %s", async (browser) => {
    const { manifest } = config;
    if (typeof manifest !== "function") throw new Error("wxt.config.ts declares the manifest by a function");
    const env = { browser, command: "build", mode: "production", manifestVersion: 3 } as const;
    expect(asked((await manifest(env)) as Manifest)).toEqual(explained);
  });

  it("each have a paragraph", () => {
    for (const section of page.split(/^## /m).slice(1)) {
      const [title, ...text] = section.split("\n");
      expect(text.join(" ").trim().length, title).toBeGreaterThan(100);
    }
  });
});
