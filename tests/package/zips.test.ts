/**
 * What goes to the stores: for each of them the built extension, whole, and nothing else; for Mozilla the sources, too.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asked, explained } from "../unit/project/asked.ts";
import { archive, filesIn, output, stores, version, zipFile } from "./files.ts";

type Manifest = Record<string, unknown>;
const manifestIn = (files: Record<string, Uint8Array>) =>
  JSON.parse(new TextDecoder().decode(files["manifest.json"])) as Manifest;

/** Bytes of a package: twice what they are today. It is downloaded by each reader. */
const mostPacked = 5_000_000;
/** What a package is made of. */
const shipped =
  /^(manifest\.json|licenses\.txt|present\.css|(background|shield)\.js|(options|popup|welcome)\.html|chunks\/[\w-]+\.js|icon\/\d+(-\w+)?\.png|_locales\/\w+\/messages\.json)$/;
/** Keys of a manifest that would let in somebody or something from outside. */
const openings = [
  "content_security_policy",
  "externally_connectable",
  "host_permissions",
  "key",
  "oauth2",
  "optional_host_permissions",
  "optional_permissions",
  "sandbox",
  "update_url",
  "web_accessible_resources",
];

describe.each(stores)("the package for %s", (store, folder) => {
  const packed = archive(store);

  it("holds what was built, and nothing else", () => {
    const built = filesIn(join(output, folder));
    expect(Object.keys(packed).sort()).toEqual([...built.keys()].sort());
    for (const [path, bytes] of built) expect(bytes.equals(packed[path]!), path).toBe(true);
  });

  it("is the extension of this version, by its manifest", () => {
    const manifest = manifestIn(packed);
    expect(manifest).toMatchObject({ version, manifest_version: store === "firefox" ? 2 : 3 });
    expect(Object.keys(manifest).filter((key) => openings.includes(key))).toEqual([]);
    expect(asked(manifest)).toEqual(explained);
  });

  it("says from which browser on it works, and to Firefox that it collects nothing", () => {
    const { minimum_chrome_version, browser_specific_settings } = manifestIn(packed);
    // docs/release.md says why these.
    expect({ minimum_chrome_version, browser_specific_settings }).toEqual(
      store === "firefox"
        ? {
            browser_specific_settings: {
              gecko: {
                id: "spoiler-shield@spoiler-shield.app",
                strict_min_version: "140.0",
                data_collection_permissions: { required: ["none"] },
              },
              gecko_android: { strict_min_version: "142.0" },
            },
          }
        : { minimum_chrome_version: "123" },
    );
  });

  it("has no sources, no tests, nothing of whoever built it, and is no heavier than it has to be", () => {
    expect(Object.keys(packed).filter((path) => !shipped.test(path))).toEqual([]);
    expect(statSync(zipFile(store)).size).toBeLessThan(mostPacked);
  });
});

it("for Chrome and Edge are the same, to the byte: two builds, packed at two times", () => {
  expect(readFileSync(zipFile("edge")).equals(readFileSync(zipFile("chrome")))).toBe(true);
});

it("come with the sources: all that a build takes, no tests, nothing that was installed or built", () => {
  const paths = Object.keys(archive("sources"));
  for (const needed of ["package.json", "package-lock.json", "wxt.config.ts", "LICENSE", "docs/release.md"])
    expect(paths).toContain(needed);
  const rooms = new Set(paths.map((path) => (path.includes("/") ? `${path.split("/")[0]}/` : path)));
  expect(
    [...rooms].filter((room) => /^(node_modules|tests|\.output|\.wxt|\.git|\.cache|\.env.*)\/?$/.test(room)),
  ).toEqual([]);
  expect(paths.filter((path) => path.split("/").includes("..") || path.startsWith("/"))).toEqual([]);
});
