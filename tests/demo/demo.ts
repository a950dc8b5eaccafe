/**
 * `npm start [-- --headless] [-- --firefox] [-- listicle|review|thread|wiki|spanish|japanese]`: the built extension on
 * a demo article. Headless it saves screenshots, light and dark, to screenshots/ and prints what was veiled and why.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { launch } from "../browser/launch.ts";
import { serve } from "../browser/server.ts";
import { explain } from "./explain.ts";

const flags = process.argv.slice(2);
const headless = flags.includes("--headless");
const name = flags.includes("--firefox") ? "firefox" : "chromium";
const folder = fileURLToPath(new URL("./pages/", import.meta.url));
const shots = fileURLToPath(new URL("../../screenshots/", import.meta.url));

const site = await serve();
for (const file of readdirSync(folder)) {
  site.put(file.replace(/\.html$/, ""), readFileSync(folder + file, "utf8"));
}
const pages = readdirSync(folder)
  .filter((f) => f.endsWith(".html"))
  .map((f) => f.replace(/\.html$/, ""));
const chosen = flags.filter((f) => pages.includes(f));

const session = await launch(name, { headless });
if (headless) {
  mkdirSync(shots, { recursive: true });
  for (const id of chosen.length ? chosen : pages) {
    const page = await session.newPage();
    await page.goto(site.url + id);
    await settled(page);
    console.log(`\n${await page.title()}`);
    for (const line of await explain(readFileSync(`${folder + id}.html`, "utf8"), site.url + id))
      console.log(line);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]).catch(() => {});
      await page.screenshot({ path: `${shots + id}-${scheme}.png`, fullPage: true });
      // Firefox cannot be told the colour scheme by WebDriver.
      if (name === "firefox") break;
    }
    console.log(
      `${await page.evaluate("document.querySelectorAll('spoiler-veil').length")} veils in the document`,
    );
    await page.close();
  }
  console.log(`\nScreenshots: screenshots/`);
  await session.close();
  site.close();
} else {
  const page = await session.newPage();
  await page.goto(site.url + (chosen[0] ?? "listicle"));
  console.log("The browser is open on the demo article. Close it to end.");
  await new Promise((closed) => session.browser.once("disconnected", closed));
  site.close();
}

/** Waits until the veils have stood still for a moment. */
async function settled(page: Page): Promise<void> {
  let last = -1;
  for (let i = 0; i < 30; i++) {
    await new Promise((r) => setTimeout(r, 250));
    const now = (await page.evaluate("document.querySelectorAll('spoiler-veil').length")) as number;
    if (now === last && now > 0) return;
    last = now;
  }
}
