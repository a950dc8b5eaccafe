/** One run of vitest, and what its report says. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserName } from "./browser/find.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The tests of some projects, in one browser alone where it is named, for others may run at the same time. */
export interface Tests {
  readonly projects: readonly string[];
  readonly browser?: BrowserName | undefined;
  /** Of these files alone, by their paths; all where there are none. */
  readonly files: readonly string[];
}

/** What is read of a report, of each file. */
export interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

export const titleOf = ({ projects, browser }: Tests) =>
  `${projects.join(" and ")} tests${browser ? ` in ${browser}` : ""}`;

/** Runs them and shows what vitest says. `ok` is vitest's own word, which knows of what fails outside of tests, too. */
export async function run({
  projects,
  browser,
  files,
}: Tests): Promise<{ ok: boolean; files: FileResult[] }> {
  const report = `${root}node_modules/.cache/vitest-${projects[0]}-${browser ?? "all"}.json`;
  rmSync(report, { force: true });
  const of = projects.flatMap((project) => ["--project", project]);
  const args = ["run", ...of, "--reporter=dot", "--reporter=json"];
  const child = spawn("vitest", [...args, `--outputFile.json=${report}`, ...files], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, CI: "true", ...(browser && { BROWSER: browser }) },
  });
  const ok = await new Promise<boolean>((done) => {
    child.on("error", () => done(false));
    child.on("exit", (code) => done(code === 0));
  });
  return { ok, files: existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [] };
}

/** Each test that failed in the file, or the file itself, and why. */
export function whyFailed({ name, message, assertionResults }: FileResult): string[] {
  const file = relative(root, name);
  return [
    ...(message ? [`${file}: ${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${failureMessages.join("\n")}`),
  ];
}
