import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { catalogPlugin } from "./lib/catalog/build/plugin.ts";

/** Folders of tests/unit in which nothing needs a document, a database or a browser's interface. */
const pure = ["build", "catalog", "corpus", "detect", "exchange", "project"];

const inThreads = {
  setupFiles: ["tests/unit/words.ts"],
  // Properties take seconds, and tens of them where the machine does other things besides.
  testTimeout: 120_000,
  // Of two cores one would be left idle.
  maxWorkers: "100%",
  // A process for each file would take longer to begin than most of them to run.
  pool: "threads" as const,
};

/**
 * Named by what they look at: what is pure (unit), what lives in a document or keeps something (dom), what goes to the
 * stores (package), figures (corpus), the built extension in real browsers (browser), and there with the frameworks
 * that pages are made with (compat).
 */
export default defineConfig({
  plugins: [catalogPlugin()],
  // As `wxt prepare` writes it.
  resolve: { alias: { "#i18n": fileURLToPath(new URL(".wxt/i18n/index.ts", import.meta.url)) } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...inThreads,
          name: "unit",
          include: pure.map((folder) => `tests/unit/${folder}/**/*.test.ts`),
          // What they look at keeps nothing of one text that the next could meet, and is half of their time to load.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...inThreads,
          name: "dom",
          include: ["tests/unit/**/*.test.ts", "tests/unit/**/*.test.tsx"],
          exclude: pure.map((folder) => `tests/unit/${folder}/**`),
        },
      },
      {
        extends: true,
        test: { name: "package", include: ["tests/package/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { name: "corpus", include: ["tests/corpus/**/*.test.ts"], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/profiles.ts"],
          // One browser at a time: exposed frames are counted by the clock.
          fileParallelism: false,
          // So that files can share it (shared.ts); beside the other projects only after them.
          isolate: false,
          sequence: { groupOrder: 1 },
          // What may take how long is said where it is asked; this ends what hangs. Some start three browsers.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two browsers on whatever else the machine does: once more before it is believed. The report says so.
          retry: 1,
        },
      },
      {
        extends: true,
        test: { name: "compat", include: ["tests/compat/*.test.ts"], hookTimeout: 900_000 },
      },
    ],
  },
});
