/** A tab under observation: what is painted in it, what it complains of, what it reads. */
import type { ConsoleMessage, Page } from "puppeteer-core";
import { type Exposure, exposed, watchExposure } from "../browser/exposure.ts";
import type { Session } from "../browser/launch.ts";
import { secrets, secretWords } from "./apps/story.ts";
import { readBlocks, rememberServed } from "./in-page.ts";

export interface Tab {
  readonly page: Page;
  /** Errors and warnings of the console, and what was thrown, so far. */
  readonly complaints: string[];
  exposure(): Promise<Exposure>;
  /** Waits until `#root` reads like this, each line in clear or veiled as asked; else what it reads instead. */
  reads(lines: readonly string[], as: As, id?: string): Promise<string[] | undefined>;
  close(): Promise<void>;
}

/** "clear": the text itself; "veiled": with the secrets taken out; "hidden": each line in one of these ways. */
export type As = "clear" | "veiled" | "hidden";

/**
 * Milliseconds. What has to be read first takes its time on a busy machine; a page that settles while it should stay
 * clear is opened once more, and need not be waited for.
 */
const patience: Readonly<Record<As, number>> = { clear: 5000, veiled: 20_000, hidden: 20_000 };

const usual = { width: 1000, height: 800 };

/** How a tab is before its page comes. */
export interface Setup {
  /** Run before the page's own, in this order. */
  readonly scripts?: readonly (string | (() => void))[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Until when it is waited for. */
  readonly until?: "load" | "domcontentloaded";
}

/** `words`: those that nobody may see; none, and frames are not watched (which takes time on long pages). */
export async function openTab(
  session: Session,
  url: string,
  words: readonly string[] = secretWords,
  setup: Setup = {},
): Promise<Tab> {
  const page = await session.newPage();
  return load(page, url, words, setup, () => page.close());
}

/** Windows whose last page is done with. */
const idle = new WeakMap<Session, Page[]>();

/**
 * The same in a window of its own: one that has been used already, where there is one, for Firefox takes longer for a
 * window than for most pages. Not for what a tab remembers: that something has been revealed.
 */
export async function openWindow(
  session: Session,
  url: string,
  words: readonly string[] = secretWords,
  setup: Setup = {},
): Promise<Tab> {
  const waiting = idle.get(session) ?? [];
  idle.set(session, waiting);
  const page = waiting.pop() ?? (await session.newPage(true));
  return load(page, url, words, setup, async () => {
    await page.goto("about:blank");
    waiting.push(page);
  });
}

async function load(
  page: Page,
  url: string,
  words: readonly string[],
  { scripts = [], viewport = usual, until = "load" }: Setup,
  leave: () => Promise<void>,
): Promise<Tab> {
  const complaints: string[] = [];
  const thrown = (error: unknown) => complaints.push(String(error));
  const said = (message: ConsoleMessage) => {
    if (["error", "warn", "assert"].includes(message.type())) complaints.push(message.text());
  };
  page.on("pageerror", thrown).on("console", said);
  await page.setViewport(viewport);
  const before: { identifier: string }[] = [];
  if (words.length) before.push(await page.evaluateOnNewDocument(watchExposure, words));
  for (const script of [rememberServed, ...scripts]) before.push(await page.evaluateOnNewDocument(script));
  await page.goto(url, { waitUntil: until });
  return {
    page,
    complaints,
    exposure: () => exposed(page),
    async reads(lines, as, id = "root") {
      const end = performance.now() + patience[as];
      for (;;) {
        const now = await page.evaluate(readBlocks, id);
        if (agrees(now, lines, as)) return undefined;
        if (performance.now() > end) return now;
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    async close() {
      page.off("pageerror", thrown).off("console", said);
      for (const { identifier } of before) await page.removeScriptToEvaluateOnNewDocument(identifier);
      await leave();
    },
  };
}

function agrees(now: readonly string[], wanted: readonly string[], as: As): boolean {
  return (
    now.length === wanted.length &&
    now.every((line, i) => {
      const clear = wanted[i] as string;
      return (as !== "veiled" && line === clear) || (as !== "clear" && line === hide(clear));
    })
  );
}

/** The line as it reads when every secret in it is veiled. */
function hide(line: string): string {
  let hidden = line;
  for (const secret of secrets) hidden = hidden.replaceAll(secret, " ▮ ");
  return hidden.replace(/\s+/g, " ").trim();
}
