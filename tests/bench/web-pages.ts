/** The pages of the bench, as HTML. What a page does by itself it does in `work`, and says when it has done it. */
import { createDetector } from "../../lib/detect/detect.ts";
import { createGate } from "../../lib/detect/gate.ts";
import { threshold } from "../../lib/detect/levels.ts";
import { decodeNames } from "../../lib/detect/names.ts";
import { loadShows, tablesFor } from "../corpus/detector.ts";
import { type Article, articles } from "./texts.ts";

export interface BenchPage {
  readonly name: string;
  readonly html: string;
  /** Is it about shows of the catalog? */
  readonly anime: boolean;
}

/** Ordinary articles that name a show of the catalog by chance (one in twenty) are pages with anime to the gate. */
function proseArticles(anime: boolean): Article[] {
  const names = decodeNames(tablesFor(loadShows()).names);
  return articles(anime).filter((a) => anime || !a.passages.some(({ text }) => createGate(names)(text)));
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function prose(anime: boolean, letters: number): string {
  let out = "";
  const list = proseArticles(anime);
  for (let i = 0; out.length < letters; i++) {
    for (const { text, role, level } of list[i % list.length]!.passages) {
      const tag = role === "heading" ? `h${Math.max(2, level)}` : role === "item" ? "li" : "p";
      out += `<${tag}>${escaped(text)}</${tag}>`;
    }
  }
  return out;
}

const sentence = "The rain came over the hills in the evening and the lamps were lit one after another. ";

/** `work` resolves when the page has nothing more to do. */
const document = (body: string, work = "Promise.resolve()") =>
  `<!doctype html><meta charset="utf-8"><title>Bench</title><body>${body}<script>window.done=(async()=>{await new Promise(r=>addEventListener("load",r));await ${work};await new Promise(r=>requestIdleCallback(r))})()</script>`;

/** Sentences that give something away, each of them veiled, and in between as many that do not. */
function spoilers(count: number): string {
  const shows = loadShows();
  const detector = createDetector(tablesFor(shows));
  let out = "";
  let left = count;
  for (const show of shows) {
    let body = "";
    for (const { example } of show.spoilers) {
      const start = detector.begin({ title: "Bench", url: "" });
      const { after } = detector.read({ text: show.title, role: "heading", level: 2 }, start);
      const { findings } = detector.read({ text: example, role: "text", level: 0 }, after);
      if (left === 0 || !findings.some(({ score }) => score >= threshold("balanced"))) continue;
      body += `<p>${escaped(example)}</p><p>${sentence}</p>`;
      left--;
    }
    if (body) out += `<h2>${escaped(show.title)}</h2>${body}`;
    if (left === 0) return out;
  }
  return out;
}

/** Scrolls to the end and counts the frames that take longer than two. */
const scroll =
  "(async()=>{await new Promise(r=>setTimeout(r,4000));let n=0,s=0,t=0;await new Promise(r=>{const f=now=>{if(t){n++;if(now-t>32)s++}t=now;scrollBy(0,60);n<240?requestAnimationFrame(f):r()};requestAnimationFrame(f)});window.slow=s/n})()";

export const pages: readonly BenchPage[] = [
  { name: "blank", anime: false, html: document("") },
  { name: "article, 100 kB, ordinary", anime: false, html: document(prose(false, 100_000)) },
  { name: "article, 100 kB, anime", anime: true, html: document(prose(true, 100_000)) },
  { name: "list, 1.5 MB, ordinary", anime: false, html: document(`<ul>${prose(false, 1_500_000)}</ul>`) },
  { name: "list, 1.5 MB, anime", anime: true, html: document(`<ul>${prose(true, 1_500_000)}</ul>`) },
  {
    name: "30,000 elements",
    anime: false,
    html: document(`<div>${"<div><span>a</span><b>word</b></div>".repeat(10_000)}</div>`),
  },
  {
    name: "feed, 10,000 insertions",
    anime: false,
    html: document(
      "<main></main>",
      `(async()=>{const m=document.querySelector("main");for(let i=0;i<10000;i++){const p=document.createElement("p");p.textContent=${JSON.stringify(sentence)}+i;m.append(p);if(i%50===49)await new Promise(r=>setTimeout(r))}})()`,
    ),
  },
  {
    name: "60 text changes a second, 10 s",
    anime: false,
    html: document(
      "<p>x</p>",
      `(async()=>{const t=document.querySelector("p").firstChild;for(let i=0;i<600;i++){t.data=${JSON.stringify(sentence)}+i;await new Promise(r=>requestAnimationFrame(r))}})()`,
    ),
  },
  {
    name: "20 frames without text",
    anime: false,
    html: document('<iframe srcdoc="<i></i>"></iframe>'.repeat(20)),
  },
  {
    name: "20 frames of ordinary text",
    anime: false,
    html: document(`<iframe srcdoc="<p>${sentence}</p>"></iframe>`.repeat(20)),
  },
  { name: "200 veils, scrolled", anime: true, html: document(spoilers(200), scroll) },
];
