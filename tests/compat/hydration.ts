/** The matrix of hydration: pages from a server that come alive at once, late, and in pieces. */
import { readFileSync } from "node:fs";
import type { Session } from "../browser/launch.ts";
import { byClock } from "../browser/look.ts";
import { type Step, steps } from "./apps/story.ts";
import { built } from "./apps.ts";
import { apps, misread, turn } from "./frameworks.ts";
import type { Here } from "./here.ts";
import { lost } from "./in-page.ts";
import { nowhere, type Row, rowOf } from "./row.ts";
import { several } from "./several.ts";
import type { CompatSite } from "./site.ts";
import { openWindow, type Tab } from "./tab.ts";

/** When the page's script takes over what the server has sent. */
const delays = { "at once": "", "1.5 s after load": "&after=1500" } as const;

/** React twice: the other one leaves no marks. */
export const served = [...apps, "bare"];

const named = (name: string) => steps.find((step) => step.name === name) as Step;
const first = named("first render");
/** What is done once the page is alive. */
const then = ["open", "edit to another spoiler", "insert", "empty"].map(named);

const alive = (tab: Tab, expression: string) =>
  tab.page.waitForFunction(expression, { timeout: 15_000, ...byClock });

/** Text and elements are what the server sent, and the application can be turned on from there. */
async function check(tab: Tab, app: string, step: string, opening: Step): Promise<Row> {
  // On a slow machine it may have come to rest by now.
  const wrong = await misread(tab, opening, "hidden");
  const rebuilt = await tab.page.evaluate(lost);
  for (const next of then) {
    await turn(tab, next);
    wrong.push(...(await misread(tab, next, "hidden")));
  }
  return rowOf(tab, app, step, nowhere, wrong, rebuilt);
}

export async function hydrations({ session, site }: Here): Promise<Row[]> {
  const pages = served.flatMap((app) =>
    Object.entries(delays).map(([step, query]) => ({ app, step, query })),
  );
  const rows = await several(pages, async ({ app, step, query }) => {
    const tab = await openWindow(session, `${site.url}${app}/hydrate.html?hydrate${query}`);
    await alive(tab, "window.story?.at");
    const row = await check(tab, app, step, first);
    await tab.close();
    return row;
  });
  return [...rows, await streamed(session, site), ...(await islands(session, site))];
}

/** React sends the page while it is still waiting for two parts of it. */
async function streamed(session: Session, site: CompatSite): Promise<Row> {
  const pieces = JSON.parse(readFileSync(`${built}streamed/streamed.json`, "utf8"));
  const tab = await openWindow(session, site.put("streamed/streamed.html", pieces));
  await alive(tab, "window.story?.at");
  const row = await check(tab, "react", "streamed, with Suspense", {
    name: "",
    state: { ...(first.state as object), open: true } as Step["state"],
  });
  await tab.close();
  return row;
}

/** Astro's islands; the last one comes alive when everything has long been veiled. */
async function islands(session: Session, site: CompatSite): Promise<Row[]> {
  const ways = [
    ["island, when idle", "root", 0],
    ["island, when scrolled to", "below", 300],
    ["island, when scrolled to after settling", "below", 5000],
  ] as const;
  return several(ways, async ([step, id, wait]) => {
    const tab = await openWindow(session, `${site.url}astro/index.html`);
    await new Promise((done) => setTimeout(done, wait));
    if (id === "below") await tab.page.evaluate("document.getElementById('below').scrollIntoView()");
    await alive(tab, `window.islands?.${id === "root" ? "idle" : id}`);
    const wrong = await misread(tab, first, wait > 2000 ? "veiled" : "clear", id);
    const rebuilt = await tab.page.evaluate(lost);
    const row = await rowOf(tab, "astro", step, nowhere, wrong, rebuilt);
    await tab.close();
    return row;
  });
}

/** When the page's script takes over what has long been covered, and what is done to the page before that. */
const lateWays = [
  { step: "6 s after load", after: 6000, before: "" },
  {
    // Long enough for the selection to have come and gone by then.
    step: "4 s after load, all selected before",
    after: 4000,
    before: "getSelection().selectAllChildren(document.body)",
  },
] as const;

/** Pages that come alive when everything else on them would have been veiled; in the end it is. */
export async function lateHydrations({ session, site }: Here): Promise<Row[]> {
  // Beside the others: it takes as long as half of them.
  const coming = openSlowly({ session, site });
  const pages = served.flatMap((app) => lateWays.map((way) => ({ app, ...way })));
  const rows = await several(
    pages,
    async ({ app, step, after, before }) => {
      const tab = await openWindow(session, `${site.url}${app}/hydrate.html?hydrate&after=${after}`);
      const wrong: string[] = [];
      if (before) {
        // What is selected is veiled, and covered again when it is not any more.
        await tab.page.evaluate(before);
        wrong.push(...(await misread(tab, first, "veiled")));
        await tab.page.evaluate("getSelection().empty()");
      }
      await alive(tab, "window.story?.at");
      wrong.push(...(await misread(tab, first, "hidden")));
      const rebuilt = await tab.page.evaluate(lost);
      for (const next of then) {
        await turn(tab, next);
        wrong.push(...(await misread(tab, next, "hidden")));
      }
      const row = await rowOf(tab, app, step, nowhere, wrong, rebuilt);
      await tab.close();
      return row;
    },
    3,
  );
  const slow = await coming;
  await alive(slow, "window.story?.at");
  rows.push(await check(slow, "react", "when its script has come, after 16 s", first));
  await slow.close();
  return rows;
}

/** A page over a slow line: all of it is there long before the script that takes it over. Done when it has loaded. */
function openSlowly({ session, site }: Pick<Here, "session" | "site">): Promise<Tab> {
  const page = readFileSync(`${built}react/hydrate.html`, "utf8");
  const slowly = page.replace(
    'type="module" src="client.js"',
    'type="module" async src="client.js?wait=16000"',
  );
  return openWindow(session, `${site.put("react/slow.html", slowly)}?hydrate`);
}
