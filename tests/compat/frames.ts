/** Painted frames that show a secret: while a page streams in, while scripts add to it, with a worker that sleeps. */
import { secrets, title } from "./apps/story.ts";
import { stopBackground } from "./background.ts";
import type { Here } from "./here.ts";
import type { Piece } from "./site.ts";
import { openTab, type Tab } from "./tab.ts";

export interface Frames {
  readonly what: string;
  /** Painted while it was watched. */
  readonly frames: number;
  readonly exposed: number;
  /** Places that had to be hidden. */
  readonly passages: number;
  /** Those that were in the end. */
  readonly hidden: number;
}

const secret = secrets[0] as string;
const story = (paragraphs: number) =>
  Array.from(
    { length: paragraphs },
    (_, i) => `<p>Chapter ${i} talks about the music and the colours of the show.</p><p>${secret}</p>`,
  ).join("\n");
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><h1>${title}</h1><div id="story">${body}</div></body></html>`;

function pieces(html: string, size: number, wait: number): Piece[] {
  const cut: Piece[] = [];
  for (let at = 0; at < html.length; at += size) cut.push({ wait, html: html.slice(at, at + size) });
  return cut;
}

/** Waits until so many places are veiled, and says what was seen until then. */
async function watched(tab: Tab, what: string, passages: number): Promise<Frames> {
  await tab.page
    .waitForFunction(`document.querySelectorAll("spoiler-veil").length >= ${passages}`, {
      timeout: 60_000,
      polling: 100,
    })
    .catch(() => {});
  const { frames, exposed } = await tab.exposure();
  const now = (await tab.page.evaluate("document.querySelectorAll('spoiler-veil').length")) as number;
  await tab.close();
  return { what, frames, exposed, passages, hidden: now };
}

/** Adds paragraphs with a secret, ten in each frame. */
const insert = (count: number) => `new Promise((done) => {
  let left = ${count};
  const add = () => {
    for (let i = 0; i < 10 && left; i++, left--) {
      const p = document.createElement("p");
      p.textContent = ${JSON.stringify(secret)};
      document.querySelector("#story").append(p);
    }
    left ? requestAnimationFrame(add) : done(true);
  };
  requestAnimationFrame(add);
})`;

/** Much that is harmless between what is not, and a script that leaves the browser little time for anything else. */
const busy = `<script>setInterval(() => { for (const end = performance.now() + 40; performance.now() < end; ); }, 60)</script>`;
const long = (paragraphs: number) =>
  busy +
  Array.from(
    { length: paragraphs },
    (_, i) =>
      `<p>${`Chapter ${i} talks about the music and the colours of the show. `.repeat(25)}</p><p>${secret}</p>`,
  ).join("\n");

/** Each on a page of its own. */
export async function frames({ session, site }: Here): Promise<Frames[]> {
  const found: Frames[] = [];
  const streamed = site.put("stream.html", pieces(page(story(12)), 90, 25));
  found.push(await watched(await openTab(session, streamed), "streamed in pieces", 12));

  const slow = site.put("busy.html", pieces(page(long(12)), 2000, 30));
  found.push(await watched(await openTab(session, slow), "streamed in pieces, with a busy script", 12));

  const early = await openTab(session, site.put("early.html", page(story(1))));
  await early.page.evaluate(insert(1000));
  found.push(await watched(early, "1,000 insertions while loading", 1001));

  const late = await openTab(session, site.put("late.html", page(story(1))));
  await late.page.waitForSelector("spoiler-veil");
  await late.page.evaluate(insert(1000));
  found.push(await watched(late, "1,000 insertions after settling", 1001));

  await stopBackground(session);
  const cold = site.put("cold.html", pieces(page(story(12)), 90, 25));
  found.push(await watched(await openTab(session, cold), "cold background", 12));
  return found;
}
