/**
 * The table of leaks: every way in which hidden text could come out, tried while it is covered and when it is veiled.
 */

import { byClock } from "../browser/look.ts";
import { after, before, secrets, secretWords, title } from "./apps/story.ts";
import type { Here } from "./here.ts";
import { type Look, looks } from "./looks.ts";
import { areReadable } from "./pictures.ts";
import { openTab, type Tab } from "./tab.ts";
import { type TextWay, textWays } from "./text-ways.ts";

export interface Leak {
  readonly way: string;
  /** Does what is hidden come out of a page that has not settled? */
  readonly covered: boolean;
  readonly veiled: boolean;
  /** Does it once it has been revealed? It must: else this way has not looked where the text is. */
  readonly revealed: boolean;
}

const secret = secrets[0] as string;
/** Changes its structure all the time, so that it settles only by the ceiling, five seconds on. */
const restless = `<script>setInterval(() => document.body.append(document.createElement("i")), 200)</script>`;
const base = "p{font:16px/2 sans-serif;max-width:40em}";

const article = (style: string, more: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${base}${style}</style></head>` +
  `<body><article><h1 id="title">${title}</h1><p id="root">${before} ${secret} ${after}</p></article>` +
  `<textarea id="draft"></textarea>${more}</body></html>`;

async function open({ session, site }: Here, style = "", more = ""): Promise<Tab> {
  const tab = await openTab(session, site.put("leaks.html", article(style, more)));
  await until(tab, "document.querySelector('#root[data-spoiler-cover], #root spoiler-veil')");
  return tab;
}

const until = (tab: Tab, condition: string) =>
  tab.page.waitForFunction(condition, { timeout: 8000, ...byClock });

const isVeiled = (tab: Tab) =>
  tab.page.evaluate("!!document.querySelector('spoiler-veil')") as Promise<boolean>;

/**
 * Looks at a page that has not settled. It does so after five seconds at the latest, which a busy machine may need for
 * getting there: then once more.
 */
async function whileCovered<T>(
  here: Here,
  style: string,
  prepare: (tab: Tab) => Promise<unknown>,
  look: (tab: Tab) => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < 5; tries++) {
    const tab = await open(here, style, restless);
    try {
      await prepare(tab);
      if (!(await isVeiled(tab))) return await look(tab);
    } finally {
      await tab.close();
    }
  }
  throw new Error("pages settle before they can be looked at");
}

/** A selection ends the waiting for the page to come to rest. */
async function veil(tab: Tab): Promise<void> {
  await tab.page.evaluate("getSelection().selectAllChildren(document.body)");
  await until(tab, "document.querySelector('#root spoiler-veil')");
  await tab.page.evaluate("getSelection().empty()");
}

async function reveal({ commands }: Here, tab: Tab): Promise<void> {
  await commands.send("reveal-all");
  await until(tab, "!document.querySelector('spoiler-veil, [data-spoiler-cover]')");
}

async function tells(here: Here, tab: Tab, { way, read }: TextWay): Promise<boolean> {
  const text = await read(here.session, tab.page);
  if (!text.includes("ten years")) throw new Error(`${way} brings nothing out at all: ${text}`);
  return secretWords.some((word) => text.includes(word));
}

async function byText(here: Here): Promise<Leak[]> {
  const covered: boolean[] = [];
  for (const way of textWays)
    covered.push(
      await whileCovered(
        here,
        "",
        async () => {},
        (tab) => tells(here, tab, way),
      ),
    );
  const tab = await open(here);
  const each = async () => {
    const found: boolean[] = [];
    for (const way of textWays) found.push(await tells(here, tab, way));
    return found;
  };
  await veil(tab);
  const veiled = await each();
  await reveal(here, tab);
  const revealed = await each();
  await tab.close();
  return textWays.map(({ way }, i) => ({
    way,
    covered: covered[i]!,
    veiled: veiled[i]!,
    revealed: revealed[i]!,
  }));
}

/** Until the cover's own look, or the veil's, is there. */
const fadeIn = () => new Promise((done) => setTimeout(done, 600));

/** Can the secret be read in a picture of the page? */
async function shows({ page }: Tab, { way }: Look): Promise<boolean> {
  // A cover may hide the whole passage; then the heading must do.
  const places = [
    ["root", before],
    ["title", title],
    ["root", secret],
  ] as const;
  const [passage, heading, hidden] = await areReadable(page, places);
  if (!passage && !heading) throw new Error(`${way}: nothing can be read at all`);
  return hidden!;
}

async function byPicture(here: Here, way: Look): Promise<Leak> {
  const { session } = here;
  const covered = await whileCovered(
    here,
    way.style ?? "",
    async (tab) => {
      await way.set?.(session, tab.page);
      await fadeIn();
    },
    (tab) => shows(tab, way),
  );
  await way.unset?.(session);

  const tab = await open(here, way.style);
  await veil(tab);
  await way.set?.(session, tab.page);
  await fadeIn();
  const veiled = await shows(tab, way);
  await reveal(here, tab);
  const revealed = await shows(tab, way);
  await way.unset?.(session);
  await tab.close();
  return { way: way.way, covered, veiled, revealed };
}

/** Tries every way while the page loads, when it has settled, and once it has been revealed. */
export async function leaks(here: Here): Promise<Leak[]> {
  const found = await byText(here);
  for (const way of looks) found.push(await byPicture(here, way));
  return found;
}
