/** docs/compatibility.md: what was measured, in the same words each time as long as it is the same. */
import { exceptions } from "../browser/axe-exceptions.ts";
import { versionOf } from "./apps.ts";
import { apps } from "./frameworks.ts";
import type { Both, Measured } from "./measure.ts";
import type { Cell, Row } from "./row.ts";

const names: Readonly<Record<string, readonly [name: string, npm: string]>> = {
  react: ["React", "react"],
  preact: ["Preact", "preact"],
  vue: ["Vue", "vue"],
  svelte: ["Svelte", "svelte"],
  solid: ["Solid", "solid-js"],
  lit: ["Lit", "lit"],
  angular: ["Angular", "@angular/core"],
  astro: ["Astro", "astro"],
};
const nameOf = (app: string) => (app === "bare" ? "React, without marks" : (names[app]?.[0] ?? app));
const versions = Object.values(names).map(([name, npm]) => `${name} ${versionOf(npm)}`);

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** What two tables of both browsers add up to, pair by pair. */
function added(both: Both, part: (of: Measured) => readonly Row[]): Row[] {
  const [one, other] = [part(both.chromium), part(both.firefox)];
  const sum = (a: Cell, b: Cell | undefined): Cell => ({
    complaints: a.complaints + (b?.complaints ?? 0),
    wrong: a.wrong + (b?.wrong ?? 0),
    exposed: a.exposed + (b?.exposed ?? 0),
    rebuilt: a.rebuilt + (b?.rebuilt ?? 0),
  });
  return one.map((row, i) => ({ ...row, cell: sum(row.cell, other[i]?.cell) }));
}

const cell = ({ complaints, wrong, exposed }: Cell) => `${complaints} · ${wrong} · ${exposed}`;

function byStep(rows: readonly Row[]): string {
  const steps = [...new Set(rows.map((row) => row.step))];
  const at = (step: string, app: string) => rows.find((row) => row.step === step && row.app === app);
  return table(
    ["Step", ...apps.map(nameOf)],
    steps.map((step) => [step, ...apps.map((app) => cell(at(step, app)!.cell))]),
  );
}

const hydrations = (rows: readonly Row[]) =>
  table(
    ["Page", "Comes alive", "Complaints · wrong text · secrets shown", "Elements built anew"],
    rows.map((row) => [nameOf(row.app), row.step, cell(row.cell), String(row.cell.rebuilt)]),
  );

const word = (leaks: boolean | undefined) => (leaks ? "**yes**" : "no");

const browsers = ["chromium", "firefox"] as const;
const inBoth = (what: string) => [`${what}, Chromium`, `${what}, Firefox`];

function leakTable(both: Both): string {
  const at = (way: string) => browsers.map((name) => both[name].leaks.find((leak) => leak.way === way));
  return table(
    ["Way", ...inBoth("veiled"), ...inBoth("covered"), ...inBoth("stays covered")],
    both.chromium.leaks.map(({ way }) => [
      way,
      ...at(way).map((leak) => word(leak?.veiled)),
      ...at(way).map((leak) => word(leak?.covered)),
      ...at(way).map((leak) => word(leak?.counted)),
    ]),
  );
}

const accessibilityTable = ({ chromium }: Both) =>
  table(
    ["Application", "Covered", "Veiled"],
    chromium.accessibility.map(({ app, covered, veiled }) => [
      nameOf(app),
      String(covered.length),
      String(veiled.length),
    ]),
  );

const exceptionList = Object.entries(exceptions)
  .map(([rule, reason]) => `- \`${rule}\`: ${reason}`)
  .join("\n");

/** Whether text in SVG comes out by other ways than other text that stays covered. */
function drawnText(both: Both): string {
  const differing = browsers.map((name) =>
    both[name].leaks
      .filter(({ drawn, counted }) => drawn !== counted)
      .map(({ way, drawn }) => `${way}: ${word(drawn)}`)
      .join(", "),
  );
  const [one, other] = differing;
  const tried = "Text in SVG was tried by each way as well";
  if (!one && !other) return `${tried}, with the answers of "stays covered".`;
  if (one === other) return `${tried}; other answers than for "stays covered": ${one}.`;
  return `${tried}; other answers than for "stays covered": ${one || "none"} (Chromium), ${other || "none"} (Firefox).`;
}

const framesTable = ({ chromium, firefox }: Both) =>
  table(
    ["Page", "Passages", ...inBoth("Veiled"), ...inBoth("Shown")],
    chromium.frames.map(({ what, passages, hidden, exposed }, i) => {
      const other = firefox.frames[i];
      const counts = [passages, hidden, other?.hidden, exposed, other?.exposed];
      return [what, ...counts.map((count) => (count ?? Number.NaN).toLocaleString("en"))];
    }),
  );

const shiftTable = ({ chromium, firefox }: Both) =>
  table(
    ["Page", "Width", "Layout shift, Chromium", "Moved, Chromium", "Moved, Firefox"],
    chromium.shifts.map(({ page, width, moved, score }, i) => [
      page,
      String(width),
      (score ?? Number.NaN).toFixed(2),
      `${moved.toFixed(0)} px`,
      `${firefox.shifts[i]?.moved.toFixed(0)} px`,
    ]),
  );

const restoredTable = ({ chromium, firefox }: Both) =>
  table(
    ["Page", "Equal, Chromium", "Equal, Firefox", "Other nodes, Chromium", "Other nodes, Firefox"],
    chromium.restored.map(({ what, equal, differences }, i) => {
      const other = firefox.restored[i];
      return [
        what,
        equal ? "yes" : "**no**",
        other?.equal ? "yes" : "**no**",
        String(differences.length),
        String(other?.differences.length),
      ];
    }),
  );

/** The file's text. */
export const report = (both: Both): string => `# Compatibility

Made by \`npm run compat\`, which measures all of this with the built extension in Chromium and Firefox and writes it
here; \`npm test\` measures it again and compares. The pages are in \`tests/compat\`.

A hidden passage is first **covered**: while its page loads, and until its structure has been left alone for two seconds,
the text stays where it is and style alone hides it. Then it is **veiled**: its text leaves the document.
Where a veil would move something, because the page's style counts elements (\`b:last-child\`, \`em + span\`) or draws a first
letter large, the passage stays covered, and is veiled only while something could bring its text out, or once Tab says that
buttons are needed. Until then screen readers pass over the paragraph. Text in SVG, in very long lines, and where a page
keeps rewriting it has no button, only a label, to which the shortcut leads.

## Frameworks

One application in each, built by the framework's own tools:
${versions.join(", ")}.

Each cell is _complaints · wrong text · secrets shown_, added up over both browsers. Complaints are errors and warnings
in the console. The text is wrong when the page reads otherwise than the application says, veils aside. Secrets are
counted in every painted frame.

### While the page loads

${byStep(added(both, (of) => of.loading))}

### After it has settled, over veiled text

"Reveal all" compares the page with what it was before hiding, as a whole (\`isEqualNode\`) and node by node: the same
nodes, children, texts and attributes.

${byStep(added(both, (of) => of.settled))}

## Hydration

Pages that a server has written and a script takes over; counts of both browsers added up, as above. None of the server's
elements may be thrown away.

${hydrations(added(both, (of) => of.hydration))}

### Later than a page comes to rest

A page on which a server has left the marks of React, Vue, Svelte, Solid or Angular, or has filled the place where an
application belongs (\`#root\`, \`#app\`) before a script could, stays covered for eight seconds more, counted from its load
at the earliest, but not beyond thirty seconds from its start; only what its scripts add in the meantime is veiled. What has
been selected is veiled for as long as it is selected. An island of Astro is waited for however late it comes alive. Preact
and Lit leave no marks that count, and mind no veil. Who comes alive later still (React without a word of it in the page,
or a part that waits for the reader) finds veils, and React then builds that part anew, where its text is veiled again.

${hydrations(added(both, (of) => of.lateHydration))}

## Leaks

Does hidden text come out by this way? Each was tried on the same page after revealing, too: there all of them bring the
text out. _Covered_ is a page within its first seconds, before it has settled. _Stays covered_ is a passage of a page that
has settled, where a veil would move something because the page's style counts elements (\`b:last-child\`); until then
nobody had searched that page or gone through it by keyboard, after which such passages are veiled, too.

${leakTable(both)}

Covered text is in the document, for whoever reads that: scripts, translation, a reader view. Each "yes" is by decision:
until a page settles its structure must not change, or what comes alive late breaks (see Hydration), and text that style
alone hides is in the document. On most pages that ends within seconds (ten after the load where a server has written
them for a script). Where a veil would move something it lasts until the reader searches or goes on by keyboard, and in
SVG, which has no place for a veil, until the text is revealed.
${drawnText(both)}

Screen readers pass over the whole paragraph for as long as it is covered. Selecting, copying, printing and searching
have text veiled before it is selected, copied, printed or found. Pictures were judged by the edges of letters, which
clear text has and what is blurred has not.

Whoever translates a veiled page translates what stands beside a veil. What that hides stays hidden, and is shown in the
page's own words (\`tests/browser/letters.test.ts\`, with scripts that do to the page what either browser does).

## Accessibility

What axe-core finds, with our closed roots opened to it, on the applications above, in Chromium: violations that are
ours. \`npm test\` asks the same of the demo's articles, of twelve page styles, of dark pages, and of pages with texts in
attributes, pictures, readings (ruby), shadow trees, frames, and styles that count elements, each while its passages are
still covered and when they are veiled, with a label open (\`tests/browser/axe-pages.test.ts\`, \`structure.test.ts\`).

${accessibilityTable(both)}

Two kinds of findings are not counted:

${exceptionList}

## Painted frames

How many passages were veiled in the end, and texts that could be read, summed over all frames that were painted until
then.

${framesTable(both)}

## Layout

From the first paint until everything is veiled: the browser's own layout shift score, and by how much any readable word
has moved from where it stood while the passages were covered.

${shiftTable(both)}

## Reveal all

Equal is \`isEqualNode\` with the untouched page and with what stood in its shadow roots. Applications that draw in the
browser are asked the same above, in the row "reveal all, hide again". Other nodes are those that are not the same object
as before, or have other children, text or attributes.

${restoredTable(both)}
`;
