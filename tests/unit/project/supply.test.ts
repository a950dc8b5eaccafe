/** What comes from others: exact versions, known licences, no script that runs unasked. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { licensesFile, licensesPage, notices, page } from "../../../lib/build/licenses.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");
const project = JSON.parse(read("package.json"));
const lock = JSON.parse(read("package-lock.json")) as {
  packages: Record<string, { hasInstallScript?: boolean; integrity?: string; link?: boolean }>;
};

it("has the licences of today's packages on the page and in the package (else: npm run licenses)", () => {
  expect(read(licensesPage)).toBe(page());
  expect(read(licensesFile)).toBe(notices());
});

it("names exact versions", () => {
  for (const [name, version] of Object.entries({ ...project.dependencies, ...project.devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

it("has a checksum for every package in the lockfile", () => {
  const bare = Object.entries(lock.packages).filter(([path, p]) => path !== "" && !p.integrity && !p.link);
  expect(bare.map(([path]) => path)).toEqual([]);
});

it("lets no package run a script at installation but those that are named", () => {
  const scripted = Object.entries(lock.packages).filter(([path, p]) => path !== "" && p.hasInstallScript);
  const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect(names).toEqual(Object.keys(project.allowScripts));
  for (const name of names) expect(read(licensesPage)).toContain(`\`${name}\``);
});
