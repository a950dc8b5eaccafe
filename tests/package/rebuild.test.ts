/** Both packages can be built again, byte for byte, from the sources that go to the store with Firefox's. */
import { spawn } from "node:child_process";
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

  it("are the same, byte for byte, when built from the sources bundle in another folder", async () => {
    rmSync(elsewhere, { recursive: true, force: true });
    await Promise.all([rebuild("firefox", "firefox-mv2"), rebuild("chrome", "chrome-mv3")]);
    rmSync(elsewhere, { recursive: true, force: true });
  }, 240_000);
});

/** Builds for this browser from the sources, in a folder of its own, and compares. */
async function rebuild(browser: string, folder: string): Promise<void> {
  const sources = join(elsewhere, browser);
  for (const [path, bytes] of Object.entries(archive("sources"))) {
    mkdirSync(dirname(join(sources, path)), { recursive: true });
    writeFileSync(join(sources, path), bytes);
  }
  const { status, said } = await wxtBuild(sources, browser);
  expect(status, said).toBe(0);
  const first = filesIn(join(output, folder));
  const second = filesIn(join(sources, ".output", folder));
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [path, bytes] of first) expect(bytes.equals(second.get(path)!), path).toBe(true);
}

async function wxtBuild(cwd: string, browser: string): Promise<{ status: number | null; said: string }> {
  // Without what the test runner has set: it would make a build for tests.
  const { NODE_ENV, VITEST, VITEST_MODE, ...env } = process.env;
  const build = spawn("wxt", ["build", "--browser", browser], { cwd, env });
  let said = "";
  for (const stream of [build.stdout, build.stderr])
    stream.on("data", (piece) => {
      said += piece;
    });
  return new Promise((done, fail) => {
    build.on("error", fail);
    build.on("close", (status) => done({ status, said }));
  });
}
