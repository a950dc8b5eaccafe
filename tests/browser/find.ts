/**
 * Finds the browsers that tests and demo run in, or installs them: what is on the machine, else Debian's packages
 * (as root), else the test library's own download.
 */
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export type BrowserName = "chromium" | "firefox";

const names: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
  firefox: ["firefox-esr", "firefox"],
};
const variables: Readonly<Record<BrowserName, string>> = { chromium: "CHROME_PATH", firefox: "FIREFOX_PATH" };
const debianPackages: Readonly<Record<BrowserName, string>> = {
  chromium: "chromium",
  firefox: "firefox-esr",
};
const applications: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome for Testing/chrome.exe",
  ],
  firefox: [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:/Program Files/Mozilla Firefox/firefox.exe",
  ],
};
const downloads = fileURLToPath(new URL("../../node_modules/.cache/browsers/", import.meta.url));

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onMachine(name: BrowserName): string | undefined {
  const named = process.env[variables[name]];
  if (named) {
    if (executable(named)) return named;
    throw new Error(`${variables[name]} is set to ${named}, which cannot be run.`);
  }
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const file of names[name]) if (executable(join(folder, file))) return join(folder, file);
  }
  return applications[name].find(executable) ?? downloaded(name);
}

/** Downloads lie as `<downloads>/<browser>/<version>/<folder>/<binary>`. */
function downloaded(name: BrowserName): string | undefined {
  const root = join(downloads, name === "chromium" ? "chrome" : "firefox");
  if (!existsSync(root)) return undefined;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  const found = files.find((f) => /(^|[\\/])(chrome|firefox)(\.exe)?$/.test(f) && executable(join(root, f)));
  return found && join(root, found);
}

function run(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return true;
  } catch {
    return false;
  }
}

function install(name: BrowserName): void {
  const root = process.getuid?.() === 0;
  if (root && existsSync("/usr/bin/apt-get")) {
    console.log(`Installing ${debianPackages[name]} from Debian's packages …`);
    run("apt-get", ["update", "-qq"]);
    if (run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", debianPackages[name]])) return;
  }
  console.log(`Downloading ${name} …`);
  mkdirSync(downloads, { recursive: true });
  const which = name === "chromium" ? "chrome@stable" : "firefox@stable";
  run("npx", ["--no-install", "browsers", "install", which, "--path", downloads]);
}

/** The path of a browser that can be started. Throws with what to do where none can be had. */
export function findBrowser(name: BrowserName): string {
  const found = onMachine(name);
  if (found) return found;
  install(name);
  const now = onMachine(name);
  if (now) return now;
  throw new Error(
    `No ${name} on this machine, and none could be installed. Install it by hand (Debian: apt-get install ` +
      `${debianPackages[name]}), or set ${variables[name]} to its executable.`,
  );
}

if (import.meta.main)
  for (const name of ["chromium", "firefox"] as const) console.log(name, findBrowser(name));
