/** The applications of tests/compat/apps, installed and built when they are not, or not as their sources are now. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./apps/", import.meta.url));
/** What is built, one folder an application. */
export const built = `${folder}dist/`;
const stamp = `${built}stamp`;
/** The lock file that was installed from. */
const installed = `${folder}node_modules/.installed-lock.json`;

/** Everything that is written by hand, as one hash. */
function state(): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !/(^|[\\/])(node_modules|dist|\.astro|\.angular)([\\/]|$)/.test(file))
    .filter((file) => /\.\w+$/.test(file))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(folder + file));
  return hash.digest("hex");
}

const run = (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  execFileSync(command, args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
  });

/** Installs and builds what is missing. Throws when a tool fails; what it said stands on the error output. */
export function ensureApps(): void {
  const now = state();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  console.log("Building the applications of tests/compat/apps …");
  const lock = `${folder}package-lock.json`;
  if (!existsSync(installed) || !readFileSync(installed).equals(readFileSync(lock))) {
    run("npm", ["ci", "--no-audit", "--no-fund"]);
    copyFileSync(lock, installed);
  }
  // A test runner says "test", and Lit and React then ship what they warn developers with.
  run("node", ["build.ts"], { NODE_ENV: "production" });
  writeFileSync(stamp, now);
}

/** Version of a package that the applications are built with. */
export function versionOf(name: string): string {
  const lock = JSON.parse(readFileSync(`${folder}package-lock.json`, "utf8"));
  return lock.packages[`node_modules/${name}`].version;
}

if (import.meta.main) ensureApps();
