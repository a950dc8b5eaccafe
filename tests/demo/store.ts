/**
 * The last part of `npm run screenshots`: pictures for the stores in the sizes that they ask for, made in Chromium:
 * 1280 × 800, and Chrome's small tile of 440 × 280. docs/store/.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { findBrowser } from "../browser/find.ts";
import { chromiumFlags } from "../browser/launch.ts";

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const image = (file: string) =>
  `data:image/${file.endsWith("svg") ? "svg+xml" : "png"};base64,${readFileSync(path(file)).toString("base64")}`;

/** What each picture says, and the screenshot that shows it. */
const captions = {
  listicle: "Hidden before you can read it",
  popup: "Say how far you are: what you have passed opens at once",
  "options-shows": "Hundreds of shows, told apart by episode",
  "options-lists": "Bring your list from MyAnimeList, AniList or Kitsu",
  welcome: "No account, no network request: nothing leaves your device",
} as const;
const grounds = { light: ["#eef0f6", "#1c2030"], dark: ["#14161f", "#eef0f6"] } as const;

const sheet = ([ground, ink]: readonly [string, string], body: string) =>
  `<!doctype html><style>
    body { margin: 0; height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center;
      gap: 28px; background: ${ground}; color: ${ink}; font: 600 34px/1.25 system-ui, sans-serif; text-align: center; }
    .shot { max-width: 1120px; max-height: 630px; border-radius: 10px; box-shadow: 0 6px 40px #0005; }
    h1 { margin: 0; font-size: 34px; } p { margin: 0; font-size: 18px; font-weight: 400; }
  </style>${body}`;

mkdirSync(path("docs/store"), { recursive: true });
const browser = await puppeteer.launch({
  executablePath: findBrowser("chromium"),
  pipe: true,
  args: chromiumFlags,
});
const page = await browser.newPage();
async function draw(name: string, width: number, height: number, html: string): Promise<void> {
  await page.setViewport({ width, height });
  await page.setContent(html);
  await page.evaluate("Promise.all([...document.images].map((each) => each.decode()))");
  // With all its colours: Chrome takes 24 bits, no palette and no transparency.
  const picture = new Uint8Array(await page.screenshot());
  writeFileSync(path(`docs/store/${name}.png`), picture);
  console.log(`${name}.png: ${width} × ${height}, ${Math.round(picture.length / 1024)} kB`);
}
for (const scheme of ["light", "dark"] as const) {
  for (const [name, caption] of Object.entries(captions)) {
    const shot = image(`docs/screenshots/en/${name}-${scheme}.png`);
    const body = `<div>${caption}</div><img class="shot" src="${shot}">`;
    await draw(`${name}-${scheme}`, 1280, 800, sheet(grounds[scheme], body));
  }
  const tile = `<img width="96" src="${image("lib/ui/shield.svg")}"><h1>Spoiler Shield</h1><p>Blurs what you have not watched yet</p>`;
  await draw(`tile-${scheme}`, 440, 280, sheet(grounds[scheme], `<style>body { gap: 10px }</style>${tile}`));
}
await browser.close();
