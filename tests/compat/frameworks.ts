/** The matrix of frameworks: each application, step by step, while the page is loading and after it has settled. */
import { lines, type Step, steps } from "./apps/story.ts";
import type { Commands } from "./commands.ts";
import type { Here } from "./here.ts";
import { differences, readBlocks, rememberWhen } from "./in-page.ts";
import { nowhere, type Row, rowOf, startOf } from "./row.ts";
import { type As, openTab, type Tab } from "./tab.ts";

export const apps = ["react", "preact", "vue", "svelte", "solid", "lit", "angular"] as const;
export type AppName = (typeof apps)[number];

const first = steps[0] as Step;

/** Runs in the page: how many there are, through open shadow roots. */
export function veils(): number {
  const count = (root: ParentNode): number =>
    [...root.querySelectorAll("*")].reduce(
      (sum, element) =>
        sum +
        Number(element.localName === "spoiler-veil") +
        (element.shadowRoot ? count(element.shadowRoot) : 0),
      0,
    );
  return count(document);
}

/** Tells the application to go to the step, and waits until that has been painted. */
export async function turn(tab: Tab, step: Step): Promise<void> {
  await tab.page.evaluate(turnAndPaint, step.name);
}

/** Runs in the page. In one piece: a page that loads leaves five seconds for all steps. */
async function turnAndPaint(step: string): Promise<void> {
  const page = window as unknown as { story?: { at?: unknown }; turn(step: string): void };
  for (const end = performance.now() + 30_000; !page.story?.at; ) {
    if (performance.now() > end) throw new Error("the application does not come alive");
    await new Promise((done) => setTimeout(done, 20));
  }
  page.turn(step);
  const painted = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const never = new Promise((_, fail) => setTimeout(fail, 30_000, new Error("the page is not painted")));
  await Promise.race([painted, never]);
}

/** What is read instead of the step's lines, if it is not them. */
export async function misread(tab: Tab, step: Step, as: As, id?: string): Promise<string[]> {
  const instead = await tab.reads(lines(step.state), as, id);
  return instead ? [`reads ${JSON.stringify(instead)}`] : [];
}

async function take(tab: Tab, app: string, step: Step, as: As): Promise<Row> {
  const start = step === first ? nowhere : await startOf(tab);
  if (step !== first) await turn(tab, step);
  return rowOf(tab, app, step.name, start, await misread(tab, step, as));
}

/**
 * All steps while the page has not settled: everything may be covered, nothing may be changed. It settles after five
 * seconds at the latest, and a busy machine may not have taken all steps by then: then once more.
 */
async function whileLoading({ session, site }: Here, app: AppName): Promise<Row[]> {
  for (let tries = 0; tries < 5; tries++) {
    const tab = await openTab(session, `${site.url}${app}/index.html`);
    const rows: Row[] = [];
    let settled = false;
    for (const step of steps) {
      const row = await take(tab, app, step, "clear");
      rows.push(row);
      settled = row.cell.wrong > 0 && (await tab.page.evaluate(veils)) > 0;
      if (settled) break;
    }
    await tab.close();
    if (!settled) return rows;
  }
  throw new Error(`${app}: the page settles before all steps have been taken`);
}

/** All steps over veiled text. After the first all is revealed, compared as a whole and node by node, and hidden again. */
async function afterSettling({ session, site, commands }: Here, app: AppName): Promise<Row[]> {
  const tab = await openTab(session, `${site.url}${app}/index.html`);
  const drawn = JSON.stringify(JSON.stringify(lines(first.state)));
  await tab.page.evaluate(rememberWhen(`JSON.stringify((${readBlocks})("root")) === ${drawn}`));
  const rows = [await take(tab, app, first, "veiled"), await revealAndHide(tab, app, commands)];
  for (const step of steps.slice(1)) rows.push(await take(tab, app, step, "veiled"));
  await tab.close();
  return rows;
}

async function revealAndHide(tab: Tab, app: string, commands: Commands): Promise<Row> {
  const { complaints, frames } = await startOf(tab);
  await commands.send("reveal-all");
  const wrong = await misread(tab, first, "clear");
  wrong.push(...(await tab.page.evaluate(differences)));
  if (!(await tab.page.evaluate("isAsCopied()"))) wrong.push("not equal to the page before");
  await commands.send("hide-again");
  wrong.push(...(await misread(tab, first, "veiled")));
  // What was shown in between was meant to be.
  const { exposed } = await startOf(tab);
  return rowOf(tab, app, "reveal all, hide again", { complaints, exposed, frames }, wrong);
}

/** Steps of all applications while their pages load, and over veiled text. */
export async function frameworks(here: Here): Promise<{ loading: Row[]; settled: Row[] }> {
  const loading: Row[] = [];
  const settled: Row[] = [];
  for (const app of apps) {
    loading.push(...(await whileLoading(here, app)));
    settled.push(...(await afterSettling(here, app)));
  }
  return { loading, settled };
}
