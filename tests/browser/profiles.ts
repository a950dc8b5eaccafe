/**
 * Before all tests in browsers a folder for their profiles is made. After them those end that files have shared
 * (shared.ts): Firefox outlives the process that has started it. The folder goes when the browsers have gone.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-"));
  process.env["PROFILES"] = folder;
  return () => {
    for (const note of readdirSync(folder).filter((name) => name.endsWith(".pid")))
      try {
        process.kill(Number.parseInt(note, 10), "SIGKILL");
      } catch {
        // It has gone.
      }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
