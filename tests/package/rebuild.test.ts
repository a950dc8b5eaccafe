/** Both packages can be built again, byte for byte, from the sources that go to the store with Firefox's. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const output = join(root, ".output");
/** Inside the project, so that its node_modules are found: what `npm ci` makes of the lockfile anywhere. */
const elsewhere = join(root, ".cache", "rebuild");
const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
const archive = (kind: string) =>
  unzipSync(readFileSync(join(output, `spoiler-shield-${version}-${kind}.zip`)));

/** Files of a folder with their bytes, by path. */
function filesIn(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).sort();
  return new Map(files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]));
}

describe("the packages for the stores", () => {
  it("hold what was built, and nothing else", () => {
    const built = filesIn(join(output, "firefox-mv2"));
    const packed = archive("firefox");
    expect(Object.keys(packed).sort()).toEqual([...built.keys()].sort());
    for (const [path, bytes] of built) expect(bytes.equals(packed[path]!), path).toBe(true);
  });

  it("are the same, byte for byte, when built from the sources bundle in another folder", () => {
    rmSync(elsewhere, { recursive: true, force: true });
    for (const [path, bytes] of Object.entries(archive("sources"))) {
      mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
      writeFileSync(join(elsewhere, path), bytes);
    }
    // Without what the test runner has set: it would make a build for tests.
    const { NODE_ENV, VITEST, VITEST_MODE, ...env } = process.env;
    const options = { cwd: elsewhere, env, encoding: "utf8" } as const;
    for (const [browser, folder] of [
      ["firefox", "firefox-mv2"],
      ["chrome", "chrome-mv3"],
    ] as const) {
      const build = spawnSync("wxt", ["build", "--browser", browser], options);
      expect(build.status, build.stdout + build.stderr).toBe(0);
      const first = filesIn(join(output, folder));
      const second = filesIn(join(elsewhere, ".output", folder));
      expect([...second.keys()]).toEqual([...first.keys()]);
      for (const [path, bytes] of first) expect(bytes.equals(second.get(path)!), path).toBe(true);
    }
    rmSync(elsewhere, { recursive: true, force: true });
  }, 240_000);
});
