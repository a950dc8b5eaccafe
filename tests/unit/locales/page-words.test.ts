/** The words of pages, which the shield says in open pages also after an update, when it can ask for none. */
import { generateChromeMessagesText, parseMessagesFile } from "@wxt-dev/i18n/build";
import { expect, test } from "vitest";
import { say } from "../../../entrypoints/shield/chrome.ts";
import { addPageWords } from "../../../lib/build/page-words.ts";
import { kinds } from "../../../lib/catalog/types.ts";
import type { Finding } from "../../../lib/detect/types.ts";
import { createWords } from "../../../lib/page/words.ts";

const asset = {
  relativeDest: "_locales/fr/messages.json",
  contents: generateChromeMessagesText(await parseMessagesFile("locales/fr.yml")),
};
addPageWords([asset]);
const messages = JSON.parse(asset.contents) as Record<string, { message: string }>;

/** As browsers do. */
const getMessage = (key: string, put: readonly string[] = []) =>
  (messages[key]?.message ?? "").replace(/\$(\d)/g, (_, at: string) => put[Number(at) - 1] ?? "");
const { i18n } = (globalThis as unknown as { chrome: { i18n: object } }).chrome;

const common = { start: 0, end: 1, show: "x", title: "X", score: 0.9, why: { by: "title" } } as const;
const findings: Finding[] = [
  ...kinds.map((kind) => ({ ...common, kind, where: { part: 2, episode: 3 } })),
  { ...common, kind: "death", spoiler: 0, where: { part: 1, episode: 12, unit: "chapter" } },
  { ...common, kind: "twist", rule: "mine" },
  { ...common, kind: "twist" },
];
const all = (words: ReturnType<typeof createWords>) => [
  ...[words.hidden, words.show, words.showPicture, words.ask, words.spare],
  ...findings.flatMap((finding) => [words.seen(finding), words.describe(finding), words.why(finding)]),
];

test("with the first of them all are there, and stay when the extension has gone", () => {
  const whole = all(createWords((key, ...put) => getMessage(key, put)));
  expect(whole).not.toContain("");
  expect(whole.join()).toContain("X · mort · partie 2 · épisode 3");
  Object.assign(i18n, { getMessage });
  const words = createWords(say);
  expect(words.hidden).toBe(whole[0]);
  Object.assign(i18n, {
    getMessage: () => {
      throw new Error("Extension context invalidated.");
    },
  });
  expect(all(words)).toEqual(whole);
  // What is no word of pages cannot be asked for any more.
  expect(say("app_name")).toBe("");
});
