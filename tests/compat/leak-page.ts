/** The page on which every way is tried, and what becomes of each of its passages once the page has settled. */
import { after, before, secrets, title } from "./apps/story.ts";

export interface Passage {
  readonly id: string;
  readonly secret: string;
  /** Stands in this secret alone. */
  readonly word: string;
}

/** By what it is once the page has settled. `counted`: covered, for the style counts elements; `drawn`: SVG's text. */
export const passages = {
  veiled: { id: "root", secret: secrets[0] as string, word: "Charlotte" },
  counted: { id: "counted", secret: secrets[1] as string, word: "Oktavia" },
  drawn: {
    id: "drawn",
    secret: "In the third episode Mami is killed, a witch beheads her.",
    word: "beheads",
  },
} as const satisfies Readonly<Record<string, Passage>>;
export type Kind = keyof typeof passages;
export const kinds = Object.keys(passages) as Kind[];
export const hiddenWords = kinds.map((kind) => passages[kind].word);

const base = "p{font:16px/2 sans-serif;max-width:40em}#counted b:last-child{margin-left:2em}";

/** `style`: the page's own, beside what it needs; `more`: what stands at its end. */
export const leakPage = (style: string, more = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${base}${style}</style></head>` +
  `<body><article><h1 id="title">${title}</h1><p id="root">${before} ${passages.veiled.secret} ${after}</p>` +
  `<p id="counted"><b>Review.</b> ${passages.counted.secret} ${after}</p>` +
  `<svg width="900" height="40"><text id="drawn" y="20">${passages.drawn.secret}</text></svg></article>` +
  `<textarea id="draft"></textarea>${more}</body></html>`;

/** Changes its structure all the time, so that it settles only by the ceiling, five seconds on. */
export const restless = `<script>setInterval(() => document.body.append(document.createElement("i")), 200)</script>`;

/** Runs in the page: is each passage as it is named above? */
export const isAtRest = `!!document.querySelector("#root spoiler-veil") && !document.querySelector("#counted spoiler-veil") &&
  ["#counted", "#drawn"].every((id) => document.querySelector(id).matches("[data-spoiler-cover]"))`;
