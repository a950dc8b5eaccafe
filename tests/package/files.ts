/** What `npm run zip` has made, as the tests of the package read it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const output = join(root, ".output");
export const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
};

/** The stores, and the folder that each one's package is made of. */
export const stores = [
  ["chrome", "chrome-mv3"],
  ["edge", "edge-mv3"],
  ["firefox", "firefox-mv2"],
] as const;

export const zipFile = (kind: string) => join(output, `spoiler-shield-${version}-${kind}.zip`);
/** The files in a package, with their bytes, by path. */
export const archive = (kind: string) => unzipSync(readFileSync(zipFile(kind)));

/** Files of a folder with their bytes, by path. */
export function filesIn(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).sort();
  return new Map(files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]));
}
