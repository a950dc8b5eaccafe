/** `npm run compat`: measures, writes docs/compatibility.md, and says what is not as it should be. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { faults } from "./faults.ts";
import { measureBoth } from "./measure.ts";
import { report } from "./report.ts";

const both = await measureBoth();
writeFileSync(fileURLToPath(new URL("../../docs/compatibility.md", import.meta.url)), report(both));
const found = [...faults(both.chromium), ...faults(both.firefox)];
for (const fault of found) console.error(fault);
if (found.length) process.exitCode = 1;
