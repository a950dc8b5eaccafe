import { defineConfig } from "wxt";
import { catalogPlugin } from "./lib/catalog/build/plugin.ts";

/**
 * The minifier turns `\u6b7b` back into the letter itself, and one letter beyond Latin-1 makes the engine keep the whole
 * script, catalog and all, in two bytes a character.
 */
const asciiPlugin = () => ({
  name: "spoiler-shield:ascii",
  enforce: "post" as const,
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const file of Object.values(bundle)) {
      if (file.code === undefined) continue;
      file.code = file.code.replace(
        /[\u007f-\uffff]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    }
  },
});

export default defineConfig({
  // What a file uses, it imports by name.
  imports: false,
  // Firefox stays on Manifest V2 (wxt's default): there, in V3, access to pages is a permission that users are offered
  // to withdraw and that an update does not ask for again, and a shield that silently stopped would be worse than none.
  // V2 with an event page is supported without an end in sight. Chromium knows only V3.
  manifest: ({ browser }) => ({
    name: "Spoiler Shield",
    description: "Blurs deaths and twists of anime that you have not finished, before they are painted.",
    // Access to pages comes with the content script's matches; nothing else is asked for.
    permissions: ["storage"],
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "spoiler-shield@spoiler-shield.app",
              // The first versions that know data_collection_permissions.
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : // tabs.Tab.lastAccessed (121), and `light-dark()` in the pages' CSS (123).
        { minimum_chrome_version: "123" }),
  }),
  vite: () => ({
    plugins: [catalogPlugin(), asciiPlugin()],
    // For browsers without <link rel=modulepreload>; it would bring the only `fetch` into the extension.
    build: { modulePreload: { polyfill: false } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  }),
});
