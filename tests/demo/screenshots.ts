/**
 * `npm run screenshots`: the pictures of README and stores, made anew from the built extension in Chromium.
 * docs/screenshots/<language>/: an article, the popup over it, each section of the options page, and the welcome page,
 * light and dark. Japanese needs a font that has it (Debian: fonts-noto-cjk).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/launch.ts";
import { serve } from "../browser/server.ts";
import { scenes } from "./scenes.ts";
import { smaller } from "./smaller.ts";

const shots = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
/** "ja/", "en/popup": only what begins like this. */
const [only = ""] = process.argv.slice(2);

const site = await serve();
for (const language of ["en", "ja"] as const) {
  mkdirSync(shots + language, { recursive: true });
  for (const scheme of ["light", "dark"] as const) {
    const wanted = scenes.filter(({ name }) => `${language}/${name}`.startsWith(only));
    if (wanted.length === 0) continue;
    const session = await launch("chromium", {
      scheme,
      language,
      args: ["--host-resolver-rules=MAP rewatch-diary.example 127.0.0.1"],
    });
    for (const scene of wanted) {
      const file = `${language}/${scene.name}-${scheme}.png`;
      const picture = smaller(await scene.take({ session, site, language }));
      writeFileSync(shots + file, picture);
      console.log(`${file}: ${Math.round(picture.length / 1024)} kB`);
    }
    await session.close();
  }
}
site.close();
