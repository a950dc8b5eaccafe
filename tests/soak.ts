/**
 * `npm run soak [-- STEPS]`: the fault tests of the preferences (tests/unit/faults) for much longer than `npm test`,
 * each pattern of the catalog repeated (tests/unit/fuzz/linear-patterns.test.ts) and not some of them, and pages made to
 * make the shield hang (tests/browser/hostile.test.ts) in sizes that take minutes; and what the test command leaves out
 * in one of the browsers. Needs a build.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const steps = process.argv[2] ?? "200000";
const env = { ...process.env, SOAK: "1", SOAK_STEPS: steps };
const browserTests = new URL("browser/", import.meta.url);
const isLeftOut = (file: string) =>
  file.endsWith(".test.ts") && /\bseldom/.test(readFileSync(new URL(file, browserTests), "utf8"));
const tests = [
  "tests/unit/faults",
  "tests/unit/fuzz",
  "tests/browser/profile.test.ts",
  "tests/browser/random.test.ts",
  ...readdirSync(browserTests)
    .filter(isLeftOut)
    .map((file) => `tests/browser/${file}`),
];
const { status } = spawnSync("vitest", ["run", ...tests], { stdio: "inherit", env });
process.exitCode = status ?? 1;
