/** `npm run icons`: draws public/icon/ from the SVG files in lib/ui, and a sheet of them on toolbars of all kinds. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { findBrowser } from "../browser/find.ts";
import { chromiumFlags } from "../browser/launch.ts";

const root = join(import.meta.dirname, "../..");
const drawing = (name: string) => readFileSync(join(root, `lib/ui/${name}.svg`), "utf8");
const icons = [
  ...[16, 32].map((size) => ({ file: `${size}`, size, from: "shield-small" })),
  ...[48, 96, 128].map((size) => ({ file: `${size}`, size, from: "shield" })),
  ...["off", "paused"].flatMap((state) =>
    [16, 32, 48].map((size) => ({ file: `${size}-${state}`, size, from: `shield-${state}` })),
  ),
];
/** Toolbars of Firefox and Chromium, light and dark. */
const grounds = ["#ffffff", "#f9f9fb", "#dfe1e5", "#4a4a55", "#35363a", "#2b2a33", "#1c1b22"];

const browser = await puppeteer.launch({
  executablePath: findBrowser("chromium"),
  args: chromiumFlags,
});
const page = await browser.newPage();
const pictures: string[] = [];
for (const { file, size, from } of icons) {
  await page.setViewport({ width: size, height: size });
  const svg = drawing(from).replace("<svg ", `<svg width=${size} height=${size} style="display:block" `);
  await page.setContent(`<body style="margin:0">${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(root, `public/icon/${file}.png`), png);
  pictures.push(`<img src="data:image/png;base64,${Buffer.from(png).toString("base64")}">`);
}
const rows = grounds.map(
  (ground) => `<div style="background:${ground};padding:10px">${pictures.join(" ")}</div>`,
);
await page.setViewport({ width: 760, height: 1050 });
await page.setContent(`<body style="margin:0">${rows.join("")}`);
mkdirSync(join(root, ".cache"), { recursive: true });
await page.screenshot({ path: join(root, ".cache/icons.png") });
await browser.close();
console.log("The icons are drawn; how they look on toolbars: .cache/icons.png");
