/**
 * `npm run soak [-- STEPS]`: the fault tests of the preferences (tests/unit/faults) for much longer than `npm test`,
 * and pages made to make the shield hang (tests/browser/hostile.test.ts) in sizes that take minutes; and what the test
 * command leaves out in one of the browsers. Needs a build.
 */
import { spawnSync } from "node:child_process";

const steps = process.argv[2] ?? "200000";
const env = { ...process.env, SOAK: "1", SOAK_STEPS: steps };
const tests = [
  "unit/faults",
  "browser/hostile",
  "browser/layout",
  "browser/axe",
  "browser/faults",
  "browser/scripts",
  "browser/large",
  "browser/lists",
  "browser/options",
  "browser/panel",
  "browser/profile",
  "browser/random",
  "browser/sequels",
  "browser/watched",
].map((t) => `tests/${t}`);
const { status } = spawnSync("vitest", ["run", ...tests], { stdio: "inherit", env });
process.exitCode = status ?? 1;
