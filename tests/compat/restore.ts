/** "Reveal all" gives back the page: equal to what it was, and of the same nodes. */
import { readFileSync } from "node:fs";
import { byClock, search } from "../browser/look.ts";
import { title } from "./apps/story.ts";
import { built } from "./apps.ts";
import type { Commands } from "./commands.ts";
import { demoPages } from "./demo-pages.ts";
import { veils } from "./frameworks.ts";
import type { Here } from "./here.ts";
import { served } from "./hydration.ts";
import { differences, rememberTree, rememberWhen } from "./in-page.ts";
import { fixtures, shadowPage } from "./restore-pages.ts";
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

/** Before anything is veiled, however slow the machine. */
const rememberAtLoad = `addEventListener("load", ${rememberTree})`;

/** Compared with what a parser makes of the same address. */
async function parsed(
  { session, commands }: Here,
  what: string,
  url: string,
  masked = false,
): Promise<Restored> {
  const tab = await openTab(session, url, [], { scripts: [rememberAtLoad] });
  await search(tab.page);
  await tab.page.waitForSelector("spoiler-veil");
  const count = await reveal(tab, commands);
  const equal = (await tab.page.evaluate(`(async () => {
    const text = await (await fetch(location)).text();
    const untouched = new DOMParser().parseFromString(text, document.contentType);
    return untouched.documentElement.isEqualNode(document.documentElement);
  })()`)) as boolean;
  const others = await tab.page.evaluate(differences);
  await tab.close();
  const changing = /(attributes|another text)$/;
  return {
    what,
    veils: count,
    equal,
    differences: masked ? others.filter((line) => !changing.test(line)) : others,
  };
}

/** Compared with what it is when this expression holds, which must be before anything of it is veiled. */
async function alive(
  { session, commands }: Here,
  what: string,
  url: string,
  ready: string,
): Promise<Restored> {
  const tab = await openTab(session, url, []);
  await tab.page.evaluate(rememberWhen(`${ready} && document.readyState === "complete"`));
  await search(tab.page);
  // Lit's stand in a shadow root, and Astro's islands wait for a second.
  await tab.page.waitForFunction(
    `(${veils})() > 0 && !document.querySelector("[data-spoiler-cover]")`,
    byClock,
  );
  const count = await reveal(tab, commands);
  const asRemembered = `(${differences})().length === 0 && isAsCopied()`;
  // No one sees from outside when closed roots have been drawn.
  await tab.page.waitForFunction(asRemembered, { timeout: 5000, ...byClock }).catch(() => {});
  const equal = (await tab.page.evaluate("isAsCopied()")) as boolean;
  const others = await tab.page.evaluate(differences);
  await tab.close();
  return { what, veils: count, equal, differences: others };
}

/** What a server has written and a script has taken over, in each framework. */
async function hydrated(here: Here): Promise<Restored> {
  const each: Restored[] = [];
  for (const app of served)
    each.push(await alive(here, app, `${here.site.url}${app}/hydrate.html?hydrate`, "window.story?.at"));
  return {
    what: "hydrated pages",
    veils: each.reduce((sum, one) => sum + one.veils, 0),
    equal: each.every(({ equal }) => equal),
    differences: each.flatMap(({ what, differences }) => differences.map((line) => `${what}: ${line}`)),
  };
}

/** So many trees stand on the page at once. */
const batch = 100;

async function generated({ session, site, commands }: Here, count: number): Promise<Restored> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><p>Mami is killed by the witch Charlotte.</p>`;
  const tab = await openTab(session, site.put("trees.html", html), []);
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
  await tab.close();
  const what = `${count.toLocaleString("en")} generated trees`;
  return { what, veils: before, equal, differences: others };
}

export async function restored(here: Here): Promise<Restored[]> {
  const { site } = here;
  const found: Restored[] = [];
  for (const [name, put] of Object.entries(demoPages))
    found.push(await parsed(here, `demo page ${name}`, put(site)));
  for (const { what, path, html, masked } of fixtures)
    found.push(await parsed(here, what, site.put(path, html), masked));
  found.push(await hydrated(here));
  const pieces = JSON.parse(readFileSync(`${built}streamed/streamed.json`, "utf8"));
  const streamed = site.put("streamed/streamed.html", pieces);
  // React brings in what comes later, and takes that over, long before it is veiled.
  const complete = `window.story?.at && !document.querySelector("template, [hidden]") && performance.now() > 2500`;
  found.push(await alive(here, "React, streamed", streamed, complete));
  const islands = `(document.getElementById("below").scrollIntoView(), window.islands?.idle && window.islands.below)`;
  found.push(await alive(here, "islands of Astro, both alive", `${site.url}astro/index.html`, islands));
  const shadows = site.put("shadows.html", shadowPage);
  found.push(await alive(here, "shadow trees, open and closed", shadows, "true"));
  found.push(await generated(here, 1000));
  return found;
}
