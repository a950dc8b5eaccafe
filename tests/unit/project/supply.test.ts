/** What comes from others: exact versions, known licences, no script that runs unasked. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { licensesFile, licensesPage, notices, page } from "../../../lib/build/licenses.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");
interface Lock {
  readonly packages: Record<string, { hasInstallScript?: boolean; integrity?: string; link?: boolean }>;
}
/** Our own, and that of the applications on which the shield is tried. */
const folders = ["", "tests/compat/apps/"].map((folder) => ({
  folder,
  project: JSON.parse(read(`${folder}package.json`)),
  lock: JSON.parse(read(`${folder}package-lock.json`)) as Lock,
}));
const scripted = ({ packages }: Lock) =>
  Object.entries(packages)
    .filter(([path, p]) => path !== "" && p.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));

it("has the licences of today's packages on the page and in the package (else: npm run licenses)", () => {
  expect(read(licensesPage)).toBe(page());
  expect(read(licensesFile)).toBe(notices());
});

it.each(folders)("names exact versions: $folder", ({ project }) => {
  for (const [name, version] of Object.entries({ ...project.dependencies, ...project.devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

it.each(folders)("has a checksum for every package in the lockfile: $folder", ({ lock }) => {
  const bare = Object.entries(lock.packages).filter(([path, p]) => path !== "" && !p.integrity && !p.link);
  expect(bare.map(([path]) => path)).toEqual([]);
});

it("lets no package run a script at installation but those that are named", () => {
  const [own, apps] = folders.map(({ lock }) => scripted(lock));
  expect(own).toEqual(Object.keys(folders[0]!.project.allowScripts));
  for (const name of [...own!, ...apps!]) expect(read(licensesPage)).toContain(`\`${name}\``);
});
