/** A tab under observation: what is painted in it, what it complains of, what it reads. */
import type { Page } from "puppeteer-core";
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

/**
 * `words`: those that nobody may see; none, and frames are not watched (which takes time on long pages). `script` runs
 * before those of the page.
 */
export const openTab = async (
  session: Session,
  url: string,
  words: readonly string[] = secretWords,
  script = "",
): Promise<Tab> => load(await session.newPage(), url, words, script);

/** The same in a window of its own. */
export const openWindow = async (
  session: Session,
  url: string,
  words: readonly string[] = secretWords,
): Promise<Tab> => load(await session.newPage(true), url, words);

async function load(page: Page, url: string, words: readonly string[], script = ""): Promise<Tab> {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn", "assert"].includes(message.type())) complaints.push(message.text());
  });
  if (words.length) await page.evaluateOnNewDocument(watchExposure, words);
  await page.evaluateOnNewDocument(rememberServed);
  if (script) await page.evaluateOnNewDocument(script);
  await page.goto(url, { waitUntil: "load" });
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
    close: () => page.close(),
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
