/** The demo's articles, as pages without any script of their own. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CompatSite } from "./site.ts";

const folder = fileURLToPath(new URL("../demo/pages/", import.meta.url));
const read = (file: string) => readFileSync(folder + file, "utf8");

/** By name: puts the page on the site, and returns its address. */
export const demoPages: Readonly<Record<string, (site: CompatSite) => string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => [
      file.replace(".html", ""),
      (site: CompatSite) => {
        site.put("demo/style.css", read("style.css"));
        return site.put(`demo/${file}`, read(file));
      },
    ]),
);
