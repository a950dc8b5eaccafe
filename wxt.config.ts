import { mergeConfig } from "vite";
import { defineConfig } from "wxt";
import { addPageWords } from "./lib/build/page-words.ts";
import {
  asciiPlugin,
  bareStartPlugin,
  inlineStylesPlugin,
  licensesPlugin,
  noEvalPlugin,
} from "./lib/build/plugins.ts";
import { squeeze, squeezeStylesPlugin } from "./lib/build/squeeze-styles.ts";
import { addTitles } from "./lib/build/titles.ts";
import { catalogPlugin } from "./lib/catalog/build/plugin.ts";
import { readValidShows } from "./lib/catalog/build/read.ts";
import { presentStyle } from "./lib/page/cover-style.ts";

/**
 * What several pages share is one file: each file costs a page's start more than what is in it. What the popup has no
 * part in (the page layer behind sample veils, import and export) keeps to itself.
 */
const oneShared = {
  rolldownOptions: {
    output: {
      codeSplitting: {
        groups: [
          {
            name: "shared",
            minShareCount: 2,
            test: /^(?!.*(\/fuse|\/lib\/(page|exchange|ui\/(exchange|sample|shield-frame)))).*/,
          },
        ],
      },
    },
  },
};

export default defineConfig({
  // What a file uses, it imports by name.
  imports: false,
  // Every word of the interface stands in locales/, one file a language.
  modules: ["@wxt-dev/i18n/module"],
  hooks: {
    "build:publicAssets": ({ config }, assets) => {
      addPageWords(assets);
      addTitles(assets, readValidShows());
      if (config.browser === "firefox")
        assets.push({ relativeDest: "present.css", contents: squeeze(presentStyle) });
    },
    // Promises in both browsers for everything but the shield, which stands in every frame and makes do with the few
    // calls that are alike. The module @wxt-dev/webextension-polyfill would put it there too.
    "vite:build:extendConfig": (entrypoints, vite) => {
      if (entrypoints.some(({ name }) => name === "shield")) return;
      vite.resolve = { ...vite.resolve, alias: { "wxt/browser": "@wxt-dev/webextension-polyfill/browser" } };
      if (entrypoints.some(({ name }) => name === "popup"))
        Object.assign(vite, mergeConfig(vite, { build: oneShared }));
    },
  },
  // Firefox stays on Manifest V2 (wxt's default): there, in V3, access to pages is a permission that users are offered
  // to withdraw and that an update does not ask for again, and a shield that silently stopped would be worse than none.
  // V2 with an event page is supported without an end in sight. Chromium knows only V3.
  manifest: ({ browser }) => ({
    name: "__MSG_app_name__",
    description: "__MSG_app_description__",
    default_locale: "en",
    content_scripts: [
      {
        matches: ["<all_urls>"],
        js: ["shield.js"],
        // What is hidden by this sheet comes out with the extension's removal. Chromium leaves the script at work
        // instead.
        ...(browser === "firefox" ? { css: ["present.css"], css_origin: "user" } : {}),
        run_at: "document_start",
        all_frames: true,
        match_about_blank: true,
        // Also frames of data: and blob:, by whoever has made them.
        match_origin_as_fallback: true,
      },
    ],
    // Access to pages comes with the content script's matches; nothing else is asked for.
    permissions: ["storage", "contextMenus"],
    commands: {
      // Shift, for Alt with a letter alone is a menu of the browser or an access key of the page. Chromium gives no key
      // for a letter that it uses itself (R and N among them).
      "toggle-site": { suggested_key: { default: "Alt+Shift+S" }, description: "__MSG_command_toggleSite__" },
      "reveal-all": { suggested_key: { default: "Alt+Shift+U" }, description: "__MSG_command_revealAll__" },
      "next-veil": { suggested_key: { default: "Alt+Shift+V" }, description: "__MSG_command_nextVeil__" },
    },
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
  zip: {
    // What Mozilla's reviewers build the package from, by the commands in docs/release.md. Tests are no part of a
    // build, and their labelled articles are larger than all the rest.
    excludeSources: ["tests/**", "docs/screenshots/**", "screenshots/**"],
  },
  vite: () => ({
    plugins: [
      catalogPlugin(),
      noEvalPlugin(),
      bareStartPlugin(),
      licensesPlugin(),
      asciiPlugin(),
      inlineStylesPlugin(),
      squeezeStylesPlugin(),
    ],
    // For browsers without <link rel=modulepreload>; it would bring the only `fetch` into the extension.
    build: { modulePreload: { polyfill: false } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  }),
});
