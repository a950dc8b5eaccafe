/** What the build does to the code besides bundling it. Structural types: no dependency on the bundler's own. */
import { ascii } from "../catalog/build/ascii.ts";
import { shipped } from "./licenses.ts";

interface Chunk {
  type: string;
  code?: string;
  modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

/**
 * The minifier turns `\u6b7b` back into the letter itself, and one letter beyond Latin-1 makes the engine keep the
 * whole script, catalog and all, in two bytes a character.
 */
export const asciiPlugin = () => ({
  name: "spoiler-shield:ascii",
  enforce: "post" as const,
  generateBundle(_options: unknown, bundle: Record<string, Chunk>) {
    for (const file of Object.values(bundle)) {
      if (file.code === undefined) continue;
      file.code = ascii(file.code);
    }
  },
});

interface Asset {
  readonly fileName: string;
  source?: string | Uint8Array;
}

/**
 * A page's style stands in the page itself: as a file of its own it is one more request that the first script and the
 * first frame wait for.
 */
export const inlineStylesPlugin = () => ({
  name: "spoiler-shield:inline-styles",
  generateBundle: {
    order: "post" as const,
    handler(_options: unknown, bundle: Record<string, Asset>) {
      for (const page of Object.values(bundle)) {
        if (!page.fileName.endsWith(".html")) continue;
        const inline = (_link: string, file: string) => {
          const sheet = bundle[file];
          if (!sheet) throw new Error(`${page.fileName}: no ${file} to take the style from`);
          delete bundle[file];
          return `<style>${String(sheet.source).trim()}</style>`;
        };
        page.source = String(page.source).replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, inline);
      }
    },
  },
});

interface Cut {
  /** The end of a module's path. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Ways of our libraries to run text as code or to parse it as markup. Nothing here uses them (zod is told so by
 * `jitless`, and no component sets inner HTML), so they are cut out: what is not in the package cannot be reached by
 * any mistake, and whoever reviews it for a store does not have to believe us.
 */
const cuts: readonly Cut[] = [
  { file: "zod/v4/core/util.js", from: "const F = Function;", to: "const F = undefined;" },
  { file: "zod/v4/core/doc.js", from: "const F = Function;", to: "const F = undefined;" },
  {
    file: "fake-indexeddb/build/esm/lib/scheduling.js",
    from: "globalThis.setImmediate || getSetImmediateFromJsdom() || ",
    to: "",
  },
  { file: "preact/dist/preact.mjs", from: "(t.innerHTML=h.__html)", to: "0" },
];

/** Carries the cuts out, and fails where a new version of a library no longer has the text to cut. */
export const noEvalPlugin = () => ({
  name: "spoiler-shield:no-eval",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    const path = id.replaceAll("\\", "/").replace(/\?.*/, "");
    const cut = cuts.find(({ file }) => path.endsWith(`node_modules/${file}`));
    if (!cut) return undefined;
    if (code.split(cut.from).length !== 2)
      throw new Error(`${cut.file} does not hold "${cut.from}" exactly once: look at its new version`);
    return { code: code.replace(cut.from, () => cut.to), map: null };
  },
});

/**
 * WXT starts a script within what logs its failure in development. In a build it logs nothing and throws the same on, so
 * that each frame would run over it for nothing.
 */
export const bareStartPlugin = () => ({
  name: "spoiler-shield:bare-start",
  transform(code: string, id: string) {
    if (!id.includes("virtual:wxt-unlisted-script-entrypoint")) return undefined;
    const script = /^import definition from "[^"]+";$/m.exec(code)?.[0];
    if (!script) throw new Error("WXT's start of a script has no definition: look at its new version");
    const start = "initPlugins();\nexport default definition.main();";
    return { code: `${script}\nimport { initPlugins } from "virtual:wxt-plugins";\n${start}`, map: null };
  },
});

/** Fails where a package is bundled whose licence would not be in licenses.txt. */
export const licensesPlugin = () => ({
  name: "spoiler-shield:licenses",
  generateBundle(_options: unknown, bundle: Record<string, Chunk>) {
    const known = new Set(shipped().map(({ name }) => name));
    for (const { modules = {} } of Object.values(bundle))
      for (const [id, { renderedLength }] of Object.entries(modules)) {
        const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll("\\", "/"))?.[1];
        if (name && renderedLength && !known.has(name))
          throw new Error(`${name} is bundled: make it a dependency, and run npm run licenses`);
      }
  },
});
