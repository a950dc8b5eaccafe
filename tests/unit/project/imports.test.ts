/** The folder says what the code may touch (README, "The house"). */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What each room may import, beside itself. Imports run one way. */
const law: Readonly<Record<string, readonly string[]>> = {
  "lib/catalog": [],
  "lib/detect": ["lib/catalog"],
  "lib/page": ["lib/detect", "lib/catalog", "lib/preferences/snapshot.ts"],
  "lib/preferences": ["lib/catalog", "lib/detect/levels.ts", "lib/messages.ts"],
  "lib/exchange": ["lib/preferences", "lib/catalog"],
  "lib/background": [
    "lib/preferences",
    "lib/catalog",
    "lib/detect/levels.ts",
    "lib/exchange/backup.ts",
    "lib/messages.ts",
    "lib/ui/button-title.ts",
  ],
  "lib/ui": ["lib/page", "lib/detect", "lib/preferences", "lib/exchange", "lib/catalog", "lib/messages.ts"],
};
/** The build compiles with the detector's own fold and stems: it runs in Node, not in a page. */
const buildOnly = { "lib/catalog/build": ["lib/detect"] };

/** Packages that each room may use; the rest of the platform is the language itself. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "lib/catalog": ["zod"],
  "lib/detect": ["stemmer"],
  "lib/page": [],
};

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((f) => /\.tsx?$/.test(f) && !f.endsWith(".d.ts"))
    .map((f) => join(folder, f).replaceAll("\\", "/"));
}

function imports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^(?:import|export) (?:[\w{}\s,*$]+? from )?["']([^"']+)["']/gm)].map(
    (m) => m[1]!,
  );
}

/** The files of lib that a file needs when it is loaded: types are gone by then. */
function needs(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const lists = text.matchAll(/^(?:import|export) (?!type )(?:([\w{}\s,*$]+?) from )?["'](\.[^"']+)["']/gm);
  return [...lists]
    .filter(([, names = ""]) => !/^\{(\s*type \w+,?)+\s*\}$/.test(names))
    .map(([, , wanted]) => relative(root, resolve(root, dirname(file), wanted!)).replaceAll("\\", "/"));
}

const room = (file: string) => Object.keys(law).find((r) => file.startsWith(`${r}/`));

describe("the law of imports", () => {
  for (const file of Object.keys(law).flatMap(files)) {
    it(file, () => {
      const own = room(file)!;
      const build = Object.entries(buildOnly).find(([folder]) => file.startsWith(folder))?.[1];
      const allowed = [own, ...law[own]!, ...(build ?? [])];
      for (const wanted of imports(file)) {
        if (!wanted.startsWith(".")) {
          const list = packages[own];
          if (list && !build) expect([...list, "virtual:catalog/shows"], wanted).toContain(wanted);
          continue;
        }
        const target = relative(root, resolve(root, dirname(file), wanted)).replaceAll("\\", "/");
        if (target.startsWith("data/")) continue;
        expect(
          allowed.some((a) => target === a || target.startsWith(`${a}/`)),
          `${file} imports ${target}`,
        ).toBe(true);
      }
    });
  }

  it("has no file that needs itself by way of others", () => {
    const done = new Set<string>();
    const walk = (file: string, way: readonly string[]) => {
      expect(way, [...way, file].join(" → ")).not.toContain(file);
      if (done.has(file) || !/\.tsx?$/.test(file)) return;
      for (const next of needs(file)) walk(next, [...way, file]);
      done.add(file);
    };
    for (const file of files("lib")) walk(file, []);
  });

  it("keeps the DOM and the browser out of catalog and detect, and the extension API out of page", () => {
    const dom = /\b(document|window|HTMLElement|MutationObserver|localStorage|navigator)\b(?!\w*["'])/;
    const api = /\b(chrome|browser)\.(runtime|storage|tabs|i18n|action)\b/;
    for (const file of [...files("lib/catalog"), ...files("lib/detect")].filter(
      (f) => !f.includes("/build/"),
    )) {
      const code = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"/g, "");
      expect(dom.test(code) || api.test(code), file).toBe(false);
    }
    for (const file of files("lib/page")) {
      const code = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(api.test(code), file).toBe(false);
    }
  });

  it("lets entrypoints only wire: a page of code at most", () => {
    for (const file of files("entrypoints")) {
      expect(readFileSync(join(root, file), "utf8").split("\n").length, file).toBeLessThanOrEqual(130);
    }
  });
});
