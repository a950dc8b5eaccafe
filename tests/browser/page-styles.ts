/** Twelve looks that real pages have, each with one hidden sentence in the midst of others. */
import { article, spoiler } from "./articles.ts";

const [before, after] = ["I rewatched it in spring.", "The soundtrack is by Yuki Kajiura."];
const text = `${before} ${spoiler} ${after}`;

interface Style {
  readonly css: string;
  /** Default: one paragraph with the text. */
  readonly body?: string;
}

export const styles: Readonly<Record<string, Style>> = {
  light: { css: "font: 16px/1.5 Arial, sans-serif" },
  dark: { css: "font: 16px/1.6 Verdana, sans-serif; background: #15171c; color: #e4e6eb" },
  serif: {
    css: "font: 19px/1.65 Georgia, 'DejaVu Serif', serif; background: #fdf8ef; color: #3b2f25; text-align: justify; hyphens: auto",
  },
  cards: {
    css: "font: 14px/1.45 system-ui, sans-serif; background: #eef1f6",
    body: `<div style="background:#fff;border-radius:12px;box-shadow:0 2px 10px #0002;padding:14px;overflow:hidden;max-width:260px"><b>Review</b><p>${text}</p></div>`,
  },
  table: {
    css: "font: 14px/1.4 Arial, sans-serif",
    body: `<table border="1" style="border-collapse:collapse"><tr><th>Episode</th><th>What happens</th></tr><tr><td>3</td><td>${text}</td></tr></table>`,
  },
  forum: {
    css: "font: 13px/1.35 Verdana, sans-serif; background: #dfe7f0",
    body: `<div style="display:flex;gap:10px;background:#fff;border:1px solid #9ab;padding:8px"><b style="flex:none;width:70px">kyu_beh<br><small>Posts: 41</small></b><div style="flex:1"><blockquote style="border-left:3px solid #9ab;margin:0;padding-left:8px;color:#456">${text}</blockquote><p>Same here!</p></div></div>`,
  },
  narrow: { css: "font: 17px/1.5 system-ui, sans-serif; width: 260px" },
  headings: {
    css: "font: 16px/1.4 'DejaVu Sans', sans-serif",
    body: `<h2 style="font-size:34px;line-height:1.15;letter-spacing:-.02em">${spoiler}</h2><p>${before} ${after}</p>`,
  },
  flex: {
    css: "font: 15px/1.5 Arial, sans-serif",
    body: `<div style="display:flex;gap:12px;padding:8px;background:#eef6ee">${text}</div>`,
  },
  mono: { css: "font: 14px/1.5 'DejaVu Sans Mono', monospace; background: #0d1117; color: #8fd18f" },
  links: {
    css: "font: 16px/1.5 Arial, sans-serif",
    body: `<p>${before} <a href="#there">In the third episode <b>Mami is killed</b> by the witch Charlotte,</a> who bites off her <em>head</em>. ${after}</p><ul><li>${spoiler}</li><li>${after}</li></ul>`,
  },
  capitals: {
    css: "font: 300 15px/2 'DejaVu Sans', sans-serif; letter-spacing: .08em; text-transform: uppercase; word-spacing: .2em; background: #2b1840; color: #f3e9ff",
  },
};

/** All of them on one page, side by side. */
export const stylesPage = article(
  `<h1>Madoka Magica</h1><div class="all">${Object.entries(styles)
    .map(
      ([name, { css, body }]) =>
        `<section id="${name}" style="${css.replaceAll('"', "'")}">${body ?? `<p>${text}</p>`}</section>`,
    )
    .join("")}</div>`,
).replace(
  "<head>",
  `<head><style>
    body { margin: 16px; background: #fff; color: #111; font: 16px sans-serif }
    .all { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; align-items: start }
    .all > section { padding: 12px; overflow-wrap: break-word; border: 1px solid #8884 }
  </style>`,
);
