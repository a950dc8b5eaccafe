/**
 * `npm run reliability`: runs what tries to break the store, the detector, the page layer and the imports, and writes what has
 * been tried to docs/reliability.md. A failure leaves the page as it is.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { figuresFolder } from "./figures.ts";

interface Entry {
  readonly name: string;
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
  lost: "databases and snapshots lost",
  cases: "cases",
  findings: "findings in them",
  changes: "changes by the page",
  veils: "veils seen",
  files: "files",
  refused: "refused with a reason",
  read: "read all the same, and fit to be stored",
};

rmSync(figuresFolder, { recursive: true, force: true });
const tests = ["tests/unit/faults", "tests/unit/fuzz"];
const { status } = spawnSync("vitest", ["run", ...tests], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const entries = readdirSync(figuresFolder)
  .sort()
  .map((file) => JSON.parse(readFileSync(figuresFolder + file, "utf8")) as Entry);
const number = (n: number) => n.toLocaleString("en");
const lines = entries.map(({ name, figures }) => {
  const all = Object.entries(figures).map(([key, n]) => `${number(n)} ${words[key] ?? key}`);
  return `- **${name[0]!.toUpperCase()}${name.slice(1)}**: ${all.join(", ")}.`;
});

writeFileSync(
  new URL("../docs/reliability.md", import.meta.url),
  `# Reliability: what has been tried

Written by \`npm run reliability\` from a run in which nothing failed: nothing that was confirmed was lost, no exception left
the code under test, and every page was in the end what it would have been without the shield. The inputs are drawn at
random anew in each run; \`npm test\` runs the same.

${lines.join("\n")}

What each of them is:

- **Faults of the store** (\`tests/unit/faults\`): choices, undo, erasing and restarts, with kills, full disks and damage at random
  places, beside a model of what must hold. After each step the choices, what can be undone, the damage reported and what
  pages are told are compared with it. \`npm run soak\` goes on for 200,000 steps.
- **Fuzz** (\`tests/unit/fuzz\`): Unicode, hidden letters, every name, cue and clue repeated (time must grow with the length
  alone), malformed markup, and pages that rewrite themselves, compared with the same page without a shield.
- **Bad imports**: lists of each form, cut, bent and mixed.

In real browsers, with \`npm test\`: damaged rows, snapshots of six wrong forms, 5 MB of text, spoilt prototypes
(\`tests/browser/hard.test.ts\`), updates and removal with pages open (\`tests/browser/update.test.ts\`).
`,
);
