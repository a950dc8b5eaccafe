/**
 * `npm run reliability`: runs what tries to break the store, the detector, the page layer and the imports, here and in
 * both browsers, and writes what has been tried to docs/reliability.md. A failure leaves the page as it is.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

interface Entry {
  readonly name: string;
  /** The file of the test, from the project's root. */
  readonly test: string;
  /** Run with `SOAK`. */
  readonly soak: boolean;
  readonly figures: Readonly<Record<string, number>>;
}

/** What the names of the figures mean. */
const words: Readonly<Record<string, string>> = {
  steps: "random steps",
  kills: "kills of the background between two calls to a store",
  keptByKill: "of these after which the change was already there",
  quota: "full disks",
  aborts: "aborted transactions and calls",
  damaged: "rows damaged",
  repairs: "repairs",
  rebuilt: "stores made anew",
  lost: "databases and snapshots lost",
  cases: "cases",
  doubled: "of them at the length of forty thousand letters, beside half of it",
  findings: "findings in them",
  changes: "changes by the page",
  veils: "veils seen",
  files: "files",
  refused: "refused with a reason",
  unmade: "of these refused, with nothing changed",
  built: "built, and shown as text",
  read: "read all the same, and fit to be stored",
  events: "events made by a script",
  taken: "veils copied, moved or removed",
  frames: "frames looked at",
  shown: "of them with a spoiler in clear",
  pages: "pages",
  asked: "files of the package asked for",
  found: "found",
  without: "ms without an answer at most in a browser without the shield",
  shielded: "ms with it",
};

/** As tests/figures.ts has it, which only a test can load. */
const figuresFolder = new URL("../.cache/figures/", import.meta.url);

rmSync(figuresFolder, { recursive: true, force: true });
const run = (env: Readonly<Record<string, string>>, ...tests: string[]) => {
  const { status } = spawnSync("vitest", ["run", ...tests], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
};
run(
  {},
  "tests/unit/faults",
  "tests/unit/fuzz",
  "tests/unit/catalog/hostile.test.ts",
  "tests/browser/hostile.test.ts",
);
// In both browsers, as the soak has them; and beside the sizes of the test command those that take minutes.
run(
  { SOAK: "1" },
  "tests/browser/scripts.test.ts",
  "tests/browser/random.test.ts",
  "tests/browser/hostile.test.ts",
);

const entries = readdirSync(figuresFolder)
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, figuresFolder), "utf8")) as Entry);
const number = (n: number) => n.toLocaleString("en");
const lines = entries.map(({ name, test, soak, figures }) => {
  const all = Object.entries(figures).map(([key, n]) => `${number(n)} ${words[key] ?? key}`);
  const command = `${soak ? "SOAK=1 " : ""}npx vitest run ${test}`;
  const tried = `- **${name[0]!.toUpperCase()}${name.slice(1)}**: ${all.join(", ")}.`;
  return `${tried.replace(/(.{1,116})(?: |$)/g, "$1\n  ")}\`${command}\``;
});

writeFileSync(
  new URL("../docs/reliability.md", import.meta.url),
  `# Reliability: what has been tried

Written by \`npm run reliability\` from a run in which nothing failed: nothing that was confirmed was lost, no exception left
the code under test, and every page was in the end what it would have been without the shield. The inputs are drawn at
random anew in each run; \`npm test\` runs the same but for what is marked \`SOAK=1\`, of which it has a part. Each figure
has the command that makes it again (those of browsers after \`npm run build\`).

${lines.join("\n")}

What each of them is:

- **Faults of the store** (\`tests/unit/faults\`): choices, undo, erasing, repairs, stores that are made anew and
  restarts, with kills, full disks and damage at random places, beside a model of what must hold. After each step the
  choices, what can be undone, the damage reported and what pages are told are compared with it. \`npm run soak\` goes on
  for 200,000 steps.
- **Transactions aborted** (\`tests/unit/faults/aborts.test.ts\`): every call that a change makes to the store has its transaction
  aborted, by \`abort()\` or by the browser, before the answer or after it. A change that was refused has changed nothing;
  the others had been made before. Then the next change is made.
- **Fuzz** (\`tests/unit/fuzz\`): Unicode, hidden, foreign and styled letters, malformed markup, and pages that rewrite
  themselves, compared with the same page without a shield.
- **Fuzz: patterns repeated** (\`tests/unit/fuzz/linear-patterns.test.ts\`): all cues, all names, titles and clues of six shows,
  and 300 drawn anew from all shows and from the glossaries, four thousand letters of each on a page about its show, within
  150 ms; and forty thousand of the slowest, which may take twice the time of half of them. \`npm run soak\` takes all
  there are.
- **Large pages in small portions** (\`tests/unit/fuzz/portions.test.ts\`): thousands of elements, texts or labels that a page
  adds at once, in each of several ways. Of twice as many no more may be read in one task, so that the page has its turn
  meanwhile; they are covered until they have been read.
- **Bad imports**: lists of each form, cut, bent and mixed.
- **Linear texts, linear imports, linear pages**: texts, files and pages of one thing repeated, one for each thing that
  is read there; twice as much of it may take twice the time, or twice the work.
- **Hostile catalog entries** (\`tests/unit/catalog/hostile.test.ts\`): markup, code, signs of patterns and names of
  prototypes in every field. What is not refused is built and read back.
- **Random pages** (\`tests/browser/random.test.ts\`): one sentence, put into the page in each of some forty ways, several on each
  page, which arrives whole or in pieces cut anywhere. Every frame is looked at, before any other script has its turn in
  it and right before it is painted.
- **Pages made to make it hang** (\`tests/browser/hostile.test.ts\`): the longest time between two turns that the page's own script
  was given, from the first on, until it was drawn, or what is to be hidden was; in the sizes that \`npm test\` has time for,
  in Chromium, and in those of the soak, in both browsers. With the shield it may be three times as long as without, and
  four seconds.
- **Hostile scripts** (\`tests/browser/scripts.test.ts\`): events of all kinds, copies and removals of our elements, messages to
  the extension, requests for each of its files.

In real browsers, with \`npm test\`, without figures: stores that are damaged, held by somebody else or of a
newer version, and storage that is full (\`tests/browser/repair.test.ts\`); files of the profile that are damaged while
the browser is closed (\`tests/browser/profile.test.ts\`); a browser that is killed right after
a choice, and in Chromium a worker that is ended in the middle of some and a disk without room for one
(\`tests/browser/killed.test.ts\`); snapshots of six wrong forms and 1 MB of text, 5 in the soak
(Chromium, \`tests/browser/large.test.ts\`), spoilt prototypes (\`tests/browser/spoilt.test.ts\`); updates and removal with
pages open (\`tests/browser/update.test.ts\`); a private window beside an ordinary one (\`tests/browser/private.test.ts\`). Stores and snapshots of every version that
each row spoilt: \`tests/unit/preferences/versions.test.ts\`.
`,
);
