/**
 * The table of leaks: every way in which hidden text could come out, tried while it is covered, when the page has
 * settled, and once all is revealed.
 */

import { byClock } from "../browser/look.ts";
import { before, title } from "./apps/story.ts";
import type { Here } from "./here.ts";
import { isAtRest, type Kind, kinds, leakPage, passages, restless } from "./leak-page.ts";
import { type Look, looks } from "./looks.ts";
import { areReadable, type Picture, takePicture } from "./pictures.ts";
import { openTab, type Tab } from "./tab.ts";
import { type TextWay, textWays } from "./text-ways.ts";

export interface Leak {
  readonly way: string;
  /** Does what is hidden come out of a page that has not settled? (SVG is as on one that has.) */
  readonly covered: boolean;
  readonly veiled: boolean;
  /** Where the cover stays after the page has settled, for a veil would move something. */
  readonly counted: boolean;
  /** Where it stays, for SVG has no place for a veil. */
  readonly drawn: boolean;
  /** Does all of it once it has been revealed? It must: else this way has not looked where the text is. */
  readonly revealed: boolean;
}

/** Whether each passage comes out. */
type Found = Readonly<Record<Kind, boolean>>;

const foundBy = (comesOut: (kind: Kind) => boolean) =>
  Object.fromEntries(kinds.map((kind) => [kind, comesOut(kind)])) as Found;

async function open({ session, site }: Here, style = "", more = ""): Promise<Tab> {
  const tab = await openTab(session, site.put("leaks.html", leakPage(style, more)), []);
  await until(tab, "document.querySelector('#root[data-spoiler-cover], #root spoiler-veil')");
  return tab;
}

const until = (tab: Tab, condition: string) =>
  tab.page.waitForFunction(condition, { timeout: 20_000, ...byClock });

const isVeiled = (tab: Tab) =>
  tab.page.evaluate("!!document.querySelector('spoiler-veil')") as Promise<boolean>;

/**
 * Looks at a page that has not settled. It does so after five seconds at the latest, which a busy machine may need for
 * looking: then once more. `ends`: what looks has it veiled, so that this can only be asked before.
 */
async function whileCovered<T>(
  here: Here,
  style: string,
  look: (tab: Tab) => Promise<T>,
  ends = false,
): Promise<T> {
  for (let tries = 0; tries < 5; tries++) {
    const tab = await open(here, style, restless);
    try {
      if (ends && (await isVeiled(tab))) continue;
      const found = await look(tab);
      if (ends || !(await isVeiled(tab))) return found;
    } finally {
      await tab.close();
    }
  }
  throw new Error("pages settle before they can be looked at");
}

/** Reveals all on all open pages. */
async function reveal({ commands }: Here, tabs: readonly Tab[]): Promise<void> {
  await commands.send("reveal-all");
  for (const tab of tabs) await until(tab, "!document.querySelector('spoiler-veil, [data-spoiler-cover]')");
}

async function tells(here: Here, { page }: Tab, { way, read }: TextWay): Promise<Found> {
  const text = await read(here.session, page);
  if (!text.includes("ten years")) throw new Error(`${way} brings nothing out at all: ${text}`);
  return foundBy((kind) => text.includes(passages[kind].word));
}

/** What only reads the document is done on one page, everything else on one of its own. */
async function textWhileCovered(here: Here): Promise<Found[]> {
  const readings = textWays.filter(({ ends }) => ends === "nothing");
  const read = await whileCovered(here, "", async (tab) => {
    const each: Found[] = [];
    for (const way of readings) each.push(await tells(here, tab, way));
    return each;
  });
  const found: Found[] = [];
  for (const way of textWays)
    found.push(
      read[readings.indexOf(way)] ?? (await whileCovered(here, "", (tab) => tells(here, tab, way), true)),
    );
  return found;
}

/** Each way on a page that has come to rest; what ends that for good in the end. */
async function textAtRest(here: Here, tab: Tab): Promise<Found[]> {
  await tab.page.bringToFront();
  const found: Found[] = [];
  const inTurn = [...textWays].sort((a, b) => Number(a.ends === "for good") - Number(b.ends === "for good"));
  for (const way of inTurn) {
    await tab.page.evaluate("getSelection().empty()");
    await until(tab, isAtRest);
    found[textWays.indexOf(way)] = await tells(here, tab, way);
  }
  return found;
}

async function textRevealed(here: Here, tab: Tab): Promise<Found[]> {
  await tab.page.bringToFront();
  const found: Found[] = [];
  for (const way of textWays) found.push(await tells(here, tab, way));
  return found;
}

/** Until the cover's own look, or the veil's, is there. */
const fadeIn = () => new Promise((done) => setTimeout(done, 600));

async function pictureOf({ session }: Here, { page }: Tab, { set, unset }: Look): Promise<Picture> {
  await page.bringToFront();
  await set?.(session, page);
  await fadeIn();
  return takePicture(page, [
    ["root", before],
    ["title", title],
    ...kinds.map((kind) => [passages[kind].id, passages[kind].secret] as const),
  ]).finally(() => unset?.(session));
}

/** What can be read in a picture of the page. */
async function shows({ page }: Tab, { way }: Look, picture: Picture): Promise<Found> {
  // A cover may hide the whole passage; then the heading must do.
  const [passage, heading, ...hidden] = await areReadable(page, picture);
  if (!passage && !heading) throw new Error(`${way}: nothing can be read at all`);
  return foundBy((kind) => hidden[kinds.indexOf(kind)] as boolean);
}

/** Tries every way while the page loads, when it has settled, and once it has been revealed. */
export async function leaks(here: Here): Promise<Leak[]> {
  // Those that come to rest do so while the others are looked at.
  const read = await open(here);
  const seen: Tab[] = [];
  for (const { style } of looks) seen.push(await open(here, style));
  const covered = await textWhileCovered(here);
  // The reckoning is for another page: it takes as long as the picture, and this one settles meanwhile.
  for (const way of looks)
    covered.push(
      await shows(read, way, await whileCovered(here, way.style ?? "", (tab) => pictureOf(here, tab, way))),
    );

  const atRest = await textAtRest(here, read);
  for (const [i, way] of looks.entries()) {
    await until(seen[i]!, isAtRest);
    atRest.push(await shows(read, way, await pictureOf(here, seen[i]!, way)));
  }

  await reveal(here, [read, ...seen]);
  const revealed = await textRevealed(here, read);
  for (const [i, way] of looks.entries())
    revealed.push(await shows(read, way, await pictureOf(here, seen[i]!, way)));
  for (const tab of [read, ...seen]) await tab.close();
  return [...textWays, ...looks].map(({ way }, i) => ({
    way,
    covered: covered[i]!.veiled || covered[i]!.counted,
    ...atRest[i]!,
    revealed: kinds.every((kind) => revealed[i]![kind]),
  }));
}
