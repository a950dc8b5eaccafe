/**
 * `npm run bench [-- matcher detection growth page pages] [--rounds N] [--pages 0,1]`: measures and writes
 * docs/performance.md; parts that are not asked for keep what was measured before. `page` and `pages` need a build (npm
 * run build).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { detectionReport } from "./detection.ts";
import { growthReport } from "./growth.ts";
import { matcherReport } from "./matcher.ts";
import { machine } from "./measure.ts";
import { pageReport } from "./page.ts";
import { pagesReport } from "./pages.ts";

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, pages: { type: "string" } },
  allowPositionals: true,
});
/** Numbers of pages (web-pages.ts); all without. */
const chosen = values.pages?.split(",").map(Number);

const parts = {
  detection: { title: "From text to findings", report: async (n: number) => detectionReport(n) },
  matcher: { title: "Looking names up", report: async (n: number) => matcherReport(n) },
  growth: { title: "A larger catalog, more rules", report: async (n: number) => growthReport(n) },
  page: { title: "A page in Chromium", report: (n: number) => pageReport(n, chosen) },
  pages: { title: "The extension's own pages", report: (n: number) => pagesReport(n) },
};
type Part = keyof typeof parts;

const wanted = (positionals.length ? positionals : Object.keys(parts)) as Part[];
const file = new URL("../../docs/performance.md", import.meta.url);
let text = existsSync(file) ? readFileSync(file, "utf8") : "";

/** Each part stands between two comments that name it. */
function put(part: Part, report: string): void {
  const [open, close] = [`<!-- bench: ${part} -->`, `<!-- end: ${part} -->`];
  const block = `${open}\n\n${report}\n\n${close}`;
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  text =
    from < 0
      ? `${text.trimEnd()}\n\n${block}\n`
      : text.slice(0, from) + block + text.slice(to + close.length);
}

for (const part of wanted) {
  const { title, report } = parts[part];
  const measured = await report(Number(values.rounds));
  const when = new Date().toISOString().slice(0, 10);
  put(part, `## ${title}\n\n${when}, ${machine()}, ${values.rounds} rounds.\n\n${measured}`);
  writeFileSync(file, text);
  console.log(`${title}\n\n${measured}\n`);
}
