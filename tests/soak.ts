/** `npm run soak [-- STEPS]`: the fault tests of the preferences (tests/unit/faults) for much longer than `npm test`. */
import { spawnSync } from "node:child_process";

const steps = process.argv[2] ?? "200000";
const env = { ...process.env, SOAK_STEPS: steps };
const { status } = spawnSync("vitest", ["run", "tests/unit/faults"], { stdio: "inherit", env });
process.exitCode = status ?? 1;
