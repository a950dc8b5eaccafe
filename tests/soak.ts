/**
 * `npm run soak [-- STEPS]`: the fault tests of the preferences (tests/unit/faults) for much longer than `npm test`, and
 * pages made to make the shield hang (tests/browser/hostile.test.ts) in sizes that take minutes. Needs a build.
 */
import { spawnSync } from "node:child_process";

const steps = process.argv[2] ?? "200000";
const env = { ...process.env, SOAK: "1", SOAK_STEPS: steps };
const tests = ["tests/unit/faults", "tests/browser/hostile.test.ts"];
const { status } = spawnSync("vitest", ["run", ...tests], { stdio: "inherit", env });
process.exitCode = status ?? 1;
