/**
 * Builds every application with its framework's own tools: `dist/<name>/index.html` draws in the browser,
 * `hydrate.html` comes from the server, `streamed.json` is a page in the pieces in which React sends it.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";
import { build, type PluginOption } from "vite";
import solid from "vite-plugin-solid";
import { type State, steps, title } from "./story.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const dist = `${here}dist/`;
const first = steps[0]?.state as State;

interface Made {
  readonly plugins: () => PluginOption[];
  readonly client: string;
  readonly server: string;
  readonly jsx?: string;
}
const made: Readonly<Record<string, Made>> = {
  react: { plugins: () => [react()], client: "client.jsx", server: "server.jsx" },
  bare: { plugins: () => [react()], client: "client.jsx", server: "server.jsx" },
  streamed: { plugins: () => [react()], client: "client.jsx", server: "server.jsx" },
  preact: { plugins: () => [], client: "client.jsx", server: "server.jsx", jsx: "preact" },
  vue: { plugins: () => [vue()], client: "client.js", server: "server.js" },
  svelte: { plugins: () => [svelte()], client: "client.js", server: "server.js" },
  solid: { plugins: () => [solid({ ssr: true })], client: "client.jsx", server: "server.jsx" },
  lit: { plugins: () => [], client: "client.js", server: "server.js" },
};

interface Server {
  render?(state: State): string | Promise<string>;
  /** For the page's head. */
  head?(): string;
  pieces?(state: State): Promise<unknown>;
}

const page = (root: string, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}` +
  `</head><body><div id="root">${root}</div><script type="module" src="client.js"></script></body></html>`;

async function bundle(name: string, { plugins, client, server, jsx }: Made, ssr: boolean): Promise<void> {
  await build({
    root: here,
    configFile: false,
    logLevel: "warn",
    plugins: plugins(),
    ...(jsx && { oxc: { jsx: { runtime: "automatic" as const, importSource: jsx } } }),
    ...(ssr && { ssr: { noExternal: true } }),
    build: {
      ssr,
      outDir: ssr ? `${dist}server/${name}` : `${dist}${name}`,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: `${here}${name}/${ssr ? server : client}`,
        output: { entryFileNames: ssr ? "server.mjs" : "client.js" },
      },
    },
  });
}

async function make(name: string, app: Made): Promise<void> {
  await bundle(name, app, false);
  await bundle(name, app, true);
  const server: Server = await import(pathToFileURL(`${dist}server/${name}/server.mjs`).href);
  const folder = `${dist}${name}/`;
  if (server.pieces) {
    writeFileSync(`${folder}streamed.json`, JSON.stringify(await server.pieces(first)));
    return;
  }
  writeFileSync(`${folder}index.html`, page(""));
  writeFileSync(`${folder}hydrate.html`, page((await server.render?.(first)) ?? "", server.head?.()));
}

/** A command of one of the packages here. */
function tool(name: string, cwd: string, ...args: string[]): void {
  const env = { ...process.env, NG_CLI_ANALYTICS: "false", ASTRO_TELEMETRY_DISABLED: "1" };
  execFileSync(`${here}node_modules/.bin/${name}`, args, {
    cwd,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const [name, app] of Object.entries(made)) await make(name, app);

tool("ng", `${here}angular`, "build");
copyFileSync(`${dist}angular/browser/index.html`, `${dist}angular/browser/hydrate.html`);
copyFileSync(`${dist}angular/browser/index.csr.html`, `${dist}angular/browser/index.html`);
cpSync(`${dist}angular/browser`, `${dist}angular`, { recursive: true });
rmSync(`${dist}angular/browser`, { recursive: true });

tool("astro", `${here}astro`, "build");
