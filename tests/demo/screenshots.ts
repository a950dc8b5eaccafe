/**
 * `npm run screenshots`: the pictures of README and stores, made anew from the built extension in Chromium.
 * docs/screenshots/<language>/: an article, the popup over it, each section of the options page, and the welcome page,
 * light and dark. Japanese needs a font that has it (Debian: fonts-noto-cjk). docs/screenshots/: twelve styles of pages.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type LaunchOptions, launch } from "../browser/launch.ts";
import { serve } from "../browser/server.ts";
import { pageScenes, type Scene, type Stage, scenes } from "./scenes.ts";
import { smaller } from "./smaller.ts";

const shots = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
/** "ja/", "en/popup", "styles": only what begins like this. */
const [only = ""] = process.argv.slice(2);

const site = await serve();
/** Takes those that are wanted, with one browser. */
async function takeAll(
  all: readonly Scene[],
  language: Stage["language"],
  fileOf: (name: string) => string,
  options: LaunchOptions = {},
): Promise<void> {
  const wanted = all.filter(({ name }) => fileOf(name).startsWith(only));
  if (wanted.length === 0) return;
  const session = await launch("chromium", { language, ...options });
  for (const scene of wanted) {
    const picture = smaller(await scene.take({ session, site, language }));
    writeFileSync(shots + fileOf(scene.name), picture);
    console.log(`${fileOf(scene.name)}: ${Math.round(picture.length / 1024)} kB`);
  }
  await session.close();
}

for (const language of ["en", "ja"] as const) {
  mkdirSync(shots + language, { recursive: true });
  for (const scheme of ["light", "dark"] as const)
    await takeAll(scenes, language, (name) => `${language}/${name}-${scheme}.png`, {
      scheme,
      args: ["--host-resolver-rules=MAP rewatch-diary.example 127.0.0.1"],
    });
}
await takeAll(pageScenes, "en", (name) => `${name}.png`);
site.close();
