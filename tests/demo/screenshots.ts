/**
 * `npm run screenshots`: the pictures of README and store, made anew from the built extension in Chromium.
 * docs/screenshots/: an article and the popup over it, light and dark.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { launch } from "../browser/launch.ts";
import { until, veils } from "../browser/look.ts";
import { control, inPopup } from "../browser/popup.ts";
import { serve } from "../browser/server.ts";

const folder = fileURLToPath(new URL("./pages/", import.meta.url));
const shots = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
mkdirSync(shots, { recursive: true });

const site = await serve();
for (const file of readdirSync(folder))
  site.put(file.replace(/\.html$/, ""), readFileSync(folder + file, "utf8"));

/** Veils stand and have faded in. */
async function still(page: Page): Promise<void> {
  let last = -1;
  await until(async () => {
    const now = await veils(page);
    const before = last;
    last = now;
    await new Promise((r) => setTimeout(r, 300));
    if (now === 0 || now !== before) throw new Error("not settled");
  }, 10_000);
}

const name = "rewatch-diary.example";
for (const scheme of ["light", "dark"] as const) {
  const session = await launch("chromium", {
    scheme,
    args: ["--force-device-scale-factor=2", `--host-resolver-rules=MAP ${name} 127.0.0.1`],
  });
  const page = await session.newPage();
  await page.setViewport({ width: 780, height: 520, deviceScaleFactor: 2 });
  await page.goto(`${site.url.replace("127.0.0.1", name)}listicle`);
  await still(page);
  // From the first section on, with the pointer on a veil: it says which show it is about.
  await page.evaluate("scrollTo(0, document.querySelector('h2').getBoundingClientRect().top - 28)");
  const at = (await page.evaluate(`(() => {
    const { left, top, height } = document.querySelectorAll("spoiler-veil")[1].getClientRects()[0];
    return { x: left + 60, y: top + height / 2 };
  })()`)) as { x: number; y: number };
  await page.mouse.move(at.x, at.y);
  await new Promise((r) => setTimeout(r, 300));
  await page.screenshot({ path: `${shots}listicle-${scheme}.png` });
  await inPopup(session, async (popup) => {
    await popup.setViewport({ width: 376, height: 580, deviceScaleFactor: 2 });
    await (await control(popup, "switch", "Cowboy Bebop")).click();
    await popup.focus("[role=searchbox]");
    // The frames have counted anew.
    await new Promise((r) => setTimeout(r, 2500));
    await popup.screenshot({ path: `${shots}popup-${scheme}.png` });
  });
  await session.close();
}
site.close();
console.log("docs/screenshots/ is up to date.");
