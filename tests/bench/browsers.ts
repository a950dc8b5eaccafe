/** Chromium with the extension, with one whose content script is empty, and with none. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../browser/find.ts";
import { built, chromiumFlags } from "../browser/launch.ts";
import { type Calls, callsIn, traceCategories } from "./calls.ts";
import { pages } from "./web-pages.ts";

export const kinds = ["none", "empty", "shield"] as const;
export type Kind = (typeof kinds)[number];

/** What a page has cost, in milliseconds but for the heap (MB). */
export interface Cost {
  readonly task: number;
  readonly script: number;
  readonly layout: number;
  readonly longest: number;
  readonly paint: number;
  readonly heap: number;
  /** Share of the frames that took over 32 ms while the page scrolled; -1 where it does not. */
  readonly slow: number;
}

const manifest = {
  manifest_version: 3,
  name: "Empty",
  version: "1",
  content_scripts: [
    {
      matches: ["<all_urls>"],
      js: ["empty.js"],
      all_frames: true,
      match_about_blank: true,
      match_origin_as_fallback: true,
      run_at: "document_start",
    },
  ],
};

export async function openBench() {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const empty = join(folder, "empty");
  mkdirSync(empty);
  writeFileSync(join(empty, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(empty, "empty.js"), "");
  const server = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1))];
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(page?.html ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const extensions: Record<Kind, string[]> = { none: [], empty: [empty], shield: [built.chromium] };
  const browsers = new Map<Kind, Browser>();
  for (const kind of kinds) browsers.set(kind, await start(extensions[kind], join(folder, kind)));
  return {
    version: await browsers.get("none")!.version(),
    visit: (kind: Kind, page: number) => visit(browsers.get(kind)!, `http://127.0.0.1:${port}/${page}`),
    /** How long the shield runs at once on a page. The trace itself costs time: nothing else is measured beside it. */
    calls: (page: number) => trace(browsers.get("shield")!, `http://127.0.0.1:${port}/${page}`),
    async close() {
      for (const browser of browsers.values()) await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function start(extensions: string[], profile: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findBrowser("chromium"),
    pipe: true,
    ...(extensions.length ? { enableExtensions: extensions } : {}),
    userDataDir: profile,
    defaultViewport: { width: 1000, height: 800 },
    args: [...chromiumFlags, "--enable-precise-memory-info"],
  });
}

/** Tells of tasks over 50 ms from before the page's first script on. */
const watchTasks =
  "window.longest=0;new PerformanceObserver(l=>{for(const e of l.getEntries())longest=Math.max(longest,e.duration)}).observe({type:'longtask',buffered:true})";

/** Loads the page in a new tab, waits until it has done its work and the shield is quiet. */
async function visit(browser: Browser, url: string): Promise<Cost> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watchTasks);
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate("done");
    // What the shield puts off until the page is settled belongs to it as well.
    await new Promise((done) => setTimeout(done, 2500));
    const { longest, paint, slow } = (await page.evaluate(
      "({longest,paint:performance.getEntriesByName('first-contentful-paint')[0]?.startTime??NaN,slow:window.slow??-1})",
    )) as { longest: number; paint: number; slow: number };
    const client = await page.createCDPSession();
    await client.send("HeapProfiler.collectGarbage");
    const m = await page.metrics();
    return {
      task: m.TaskDuration! * 1000,
      script: m.ScriptDuration! * 1000,
      layout: (m.LayoutDuration! + m.RecalcStyleDuration!) * 1000,
      longest,
      paint,
      heap: m.JSHeapUsedSize! / 1e6,
      slow,
    };
  } finally {
    await page.close();
  }
}

async function trace(browser: Browser, url: string): Promise<Calls> {
  const page = await browser.newPage();
  try {
    await page.tracing.start({ categories: traceCategories });
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate("done");
    await new Promise((done) => setTimeout(done, 2500));
    const bytes = await page.tracing.stop();
    return callsIn(new TextDecoder().decode(bytes));
  } finally {
    await page.close();
  }
}
