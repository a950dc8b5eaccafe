/**
 * `npm test`: everything that must hold, browsers last, whatever failed before it.
 * Ends with the line "N passed, N failed".
 */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type BrowserName, findBrowser } from "./browser/find.ts";
import { type FileResult, run, type Tests, titleOf, whyFailed } from "./vitest.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

interface Counts {
  passed: number;
  failed: number;
}

const total: Counts = { passed: 0, failed: 0 };
const failures: string[] = [];
/** What failed, and why: of a long run often only the end is kept. */
const reasons: string[] = [];

const began = performance.now();
/** What comes next, and how far into the whole that is. */
function head(name: string): void {
  console.log(`\n── ${name} (${Math.round((performance.now() - began) / 1000)} s)`);
}

function count(name: string, ok: boolean): void {
  if (ok) total.passed++;
  else total.failed++;
  if (!ok) failures.push(name);
}

/** Runs a command; what it says is shown when it has ended, for others may run at the same time. */
async function step(name: string, command: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, CI: "true" };
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
  const ok = await new Promise<boolean>((done) => {
    child.on("error", (error) => {
      said.push(Buffer.from(`${error}\n`));
      done(false);
    });
    child.on("close", (code) => done(code === 0));
  });
  head(name);
  process.stdout.write(Buffer.concat(said));
  count(name, ok);
}

const again: Tests[] = [];

/** Runs projects' tests. What fails beside others is asked once more at the end, alone, before it is believed. */
async function tests(projects: readonly string[], browser?: BrowserName): Promise<void> {
  const asked: Tests = { projects, browser, files: [] };
  head(titleOf(asked));
  const { ok, files } = await run(asked);
  const failed = files.filter(({ status }) => status === "failed");
  if (ok && files.length) {
    tally(files);
    return;
  }
  reasons.push(...failed.flatMap(whyFailed).map((why) => `Beside others, ${why}`));
  again.push({ ...asked, files: failed.map(({ name }) => name) });
  // Where no file has failed something outside of them has, and all are asked again.
  if (failed.length) tally(files.filter((file) => !failed.includes(file)));
}

async function alone(asked: Tests): Promise<void> {
  head(`${titleOf(asked)} once more, alone`);
  const { ok, files } = await run(asked);
  reasons.push(...files.flatMap(whyFailed));
  const { passed, failed } = tally(files);
  if (ok && passed) return;
  failures.push(titleOf(asked));
  // A file that does not even load has no test that failed.
  if (!failed) total.failed++;
}

function tally(files: readonly FileResult[]): Counts {
  const all = files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const of = (wanted: string) => all.filter((status) => status === wanted).length;
  const counts = { passed: of("passed"), failed: of("failed") };
  total.passed += counts.passed;
  total.failed += counts.failed;
  return counts;
}

function browsers(): void {
  for (const name of ["chromium", "firefox"] satisfies BrowserName[]) {
    try {
      console.log(`${name}: ${findBrowser(name)}`);
    } catch (e) {
      console.error((e as Error).message);
      count(name, false);
    }
  }
}

/** Known holes in what a folder's lockfile names; not every registry can be asked, and then nothing is counted. */
function audit(name: string, folder: string): void {
  head(name);
  const options = { cwd: folder, encoding: "utf8", timeout: 60_000 } as const;
  const { stdout, stderr } = spawnSync("npm", ["audit", "--json"], options);
  try {
    const { high, critical, total: all } = JSON.parse(stdout).metadata.vulnerabilities;
    console.log(`${all} advisories, ${high + critical} of them high or critical`);
    count(name, high + critical === 0);
  } catch {
    console.log("NOT CHECKED: the registry does not answer audits, so known holes were not looked for.");
    if (stderr) console.log(stderr.split("\n")[0]);
  }
}

audit("audit", root);
audit("audit of the applications for the compat tests", `${root}tests/compat/apps`);
// Each row keeps one core busy for most of its time, and both take about as long.
await Promise.all([
  (async () => {
    await step("format and lint", "biome", "check", "--error-on-warnings", ".");
    await step("types", "tsc", "--noEmit");
    await step("package for Chrome", "wxt", "zip");
    await step("package for Edge", "wxt", "zip", "--browser", "edge");
    await step("package for Firefox, with its sources", "wxt", "zip", "--browser", "firefox");
    await tests(["package"]);
    await step("applications for the compat tests", "node", "tests/compat/apps.ts");
  })(),
  (async () => {
    await step("catalog", "node", "lib/catalog/build/cli.ts", "--check");
    await tests(["corpus"]);
  })(),
]);
await tests(["unit", "dom"]);
head("browsers");
browsers();
// Neither keeps both cores busy: much of the time is waiting for what a page does by the clock.
await Promise.all([
  tests(["browser"], "chromium").then(() => tests(["compat"])),
  tests(["browser"], "firefox"),
]);
for (const asked of again) await alone(asked);

for (const reason of reasons) console.log(`\n${reason.slice(0, 1_500)}`);
if (failures.length) console.log(`\nFailed: ${failures.join(", ")}`);
head("done");
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
