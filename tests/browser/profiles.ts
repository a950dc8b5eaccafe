/**
 * Before all tests in browsers a folder for their profiles is made; it goes when the browsers have gone, whoever ended
 * them.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-"));
  process.env["PROFILES"] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
