/** "Reveal all" gives back the page: equal to what it was, and of the same nodes. */

import { byClock, search } from "../browser/look.ts";
import { stylesPage } from "../browser/page-styles.ts";
import { secrets, title } from "./apps/story.ts";
import type { Commands } from "./commands.ts";
import { demoPages } from "./demo-pages.ts";
import { veils } from "./frameworks.ts";
import type { Here } from "./here.ts";
import { served } from "./hydration.ts";
import { differences, rememberTree, rememberWhen } from "./in-page.ts";
import { openTab, type Tab } from "./tab.ts";
import { trees } from "./trees.ts";

export interface Restored {
  readonly what: string;
  /** So many veils there were before. */
  readonly veils: number;
  /** `isEqualNode` with the untouched page. */
  readonly equal: boolean;
  /** What differs node by node; nothing should. */
  readonly differences: readonly string[];
}

const clear = `(${veils})() === 0 && !document.querySelector("[data-spoiler-cover]")`;

/** How many veils there were. */
async function reveal(tab: Tab, commands: Commands): Promise<number> {
  const before = await tab.page.evaluate(veils);
  await commands.send("reveal-all");
  await tab.page.waitForFunction(clear, { timeout: 20_000, ...byClock }).catch(() => {});
  return before;
}

const [secret] = secrets;
const picture = `src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="90" height="60"`;
/** Everything whose attributes are changed while they tell too much, and what is only ever covered. */
const labels = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mami is killed in Madoka Magica</title></head><body>
  <h1>${title}</h1><p title="${secret}">Tea. ${secret}</p><b role="img" aria-label="${secret}"></b>
  <input placeholder="${secret}"><textarea placeholder="${secret}"></textarea><button>${secret}</button>
  <img alt="${secret}" ${picture}><a href="#x" title="${secret}"><img alt="" ${picture}></a>
  <div title="${secret}" style="background-image: url(/x.png)"><p>Tea</p></div>
  <figure><video poster="/madoka-magica-mami-is-killed-by-charlotte.jpg"></video><figcaption>${secret}</figcaption></figure>
  <picture><source srcset="/madoka-magica-mami-is-killed-by-charlotte.png"><img alt="Still" ${picture}></picture>
  <svg width="300" height="40"><text y="20">${secret}</text></svg><details><summary>${secret}</summary>More</details>
  </body></html>`;
/**
 * Pages beside the demo's. Of the last, texts and attributes are compared as a whole, not with what they were when
 * covered.
 */
const pages = { "twelve styles of pages": stylesPage, "labels and pictures": labels };

/** Before anything is veiled, however slow the machine. */
const rememberAtLoad = `addEventListener("load", ${rememberTree})`;

/** Compared with what a parser makes of the same address. */
async function article(tab: Tab, commands: Commands, what: string): Promise<Restored> {
  await search(tab.page);
  await tab.page.waitForSelector("spoiler-veil");
  const count = await reveal(tab, commands);
  const equal = (await tab.page.evaluate(`(async () => {
    const untouched = new DOMParser().parseFromString(await (await fetch(location)).text(), "text/html");
    return untouched.documentElement.isEqualNode(document.documentElement);
  })()`)) as boolean;
  const others = await tab.page.evaluate(differences);
  const masked = /(attributes|another text)$/;
  return {
    what,
    veils: count,
    equal,
    differences: what in pages ? others.filter((line) => !masked.test(line)) : others,
  };
}

/** So many trees stand on the page at once. */
const batch = 100;

async function generated(tab: Tab, commands: Commands, count: number): Promise<Restored> {
  await search(tab.page);
  await tab.page.waitForSelector("spoiler-veil");
  const all = trees(count);
  let before = 0;
  let equal = true;
  const others: string[] = [];
  for (let at = 0; at < count; at += batch) {
    await commands.send("hide-again");
    // All in one task: the observers run after it.
    await tab.page.evaluate(`(() => {
      const remember = ${rememberTree};
      const holder = document.createElement("div");
      holder.id = "trees";
      holder.innerHTML = ${JSON.stringify(all.slice(at, at + batch).join("\n"))};
      window.untouched = holder.cloneNode(true);
      document.body.replaceChildren(holder);
      remember();
    })()`);
    // Longer lines are veiled in tasks of their own.
    await tab.page.waitForFunction("!document.querySelector('[data-spoiler-cover]')", {
      timeout: 20_000,
      ...byClock,
    });
    before += await reveal(tab, commands);
    const same = await tab.page.evaluate("window.untouched.isEqualNode(document.querySelector('#trees'))");
    equal &&= same as boolean;
    others.push(...(await tab.page.evaluate(differences)));
  }
  const what = `${count.toLocaleString("en")} generated trees`;
  return { what, veils: before, equal, differences: others };
}

/** Once the page is alive, and before anything of it is veiled: the nodes, and a copy without covers. */
const rememberAlive = `${rememberWhen("window.story?.at && document.readyState === 'complete'")}.then(() => {
  window.untouched = document.documentElement.cloneNode(true);
  for (const covered of window.untouched.querySelectorAll("[data-spoiler-cover]"))
    for (const name of ["data-spoiler-cover", "aria-hidden"]) covered.removeAttribute(name);
})`;

/** What a server has written and a script has taken over, in each framework. */
async function hydrated({ session, site, commands }: Here): Promise<Restored> {
  const others: string[] = [];
  let before = 0;
  let equal = true;
  for (const app of served) {
    const tab = await openTab(session, `${site.url}${app}/hydrate.html?hydrate`, []);
    await tab.page.evaluate(rememberAlive);
    await search(tab.page);
    // Lit's stand in a shadow root.
    await tab.page.waitForFunction(veils, byClock);
    before += await reveal(tab, commands);
    equal &&= (await tab.page.evaluate("window.untouched.isEqualNode(document.documentElement)")) as boolean;
    others.push(...(await tab.page.evaluate(differences)).map((line) => `${app}: ${line}`));
    await tab.close();
  }
  return { what: "hydrated pages", veils: before, equal, differences: others };
}

export async function restored(here: Here): Promise<Restored[]> {
  const { session, site, commands } = here;
  const found: Restored[] = [];
  for (const [name, put] of Object.entries(demoPages)) {
    const tab = await openTab(session, put(site), [], { scripts: [rememberAtLoad] });
    found.push(await article(tab, commands, `demo page ${name}`));
    await tab.close();
  }
  for (const [what, html] of Object.entries(pages)) {
    const tab = await openTab(session, site.put("more.html", html), [], { scripts: [rememberAtLoad] });
    found.push(await article(tab, commands, what));
    await tab.close();
  }
  found.push(await hydrated(here));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><p>Mami is killed by the witch Charlotte.</p>`;
  const tab = await openTab(session, site.put("trees.html", html), []);
  found.push(await generated(tab, commands, 1000));
  await tab.close();
  return found;
}
