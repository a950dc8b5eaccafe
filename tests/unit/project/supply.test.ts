/** What comes from others: exact versions, known licences, no script that runs unasked. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { licensesFile, licensesPage, notices, page } from "../../../lib/build/licenses.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");
interface Package {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly engines?: { readonly node?: string };
}
interface Lock {
  readonly packages: Record<string, Package>;
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

it("says from which Node.js on: npm leaves out, without a word, what is made for a machine and wants a newer one", () => {
  const parts = (range: string) => range.split("||").map((part) => part.trim());
  const numbers = (version: string) => version.match(/\d+/g)!.map(Number);
  /** By "^20.19.0" and ">=22.12.0", which is all that these ranges have. */
  const lets = (part: string, version: string) => {
    const [[major = 0, minor = 0], [least = 0, leastMinor = 0]] = [numbers(version), numbers(part)];
    return major === least ? minor >= leastMinor : major > least && !part.startsWith("^");
  };
  const { project, lock } = folders[0]!;
  const ours = parts(project.engines.node).map((part) => part.replace(/[^\d.]/g, ""));
  expect(ours.length).toBeGreaterThan(0);
  const made = Object.entries(lock.packages).filter(([, p]) => p.os && p.engines?.node);
  expect(made.length).toBeGreaterThan(20);
  for (const [path, { engines }] of made)
    for (const version of ours)
      expect(
        parts(engines!.node!).some((part) => lets(part, version)),
        `${path} on Node.js ${version}`,
      ).toBe(true);
});
