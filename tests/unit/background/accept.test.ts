import fc from "fast-check";
import { expect, test } from "vitest";
import { accept } from "../../../lib/background/accept.ts";

const self = { id: "me", origin: "chrome-extension://me/" };
const page = { id: "me", url: "https://a.example/x", frameId: 3, tab: { id: 7 } };
const popup = { id: "me", url: "chrome-extension://me/popup.html" };
const summary = {
  type: "summary",
  summary: { veils: 2, shows: { alpha: 2 }, kinds: { alpha: { death: 2 } }, rules: 0, revealed: false },
};
const watched = { type: "edit", edit: { shows: { alpha: { state: "watched" } } } };
const edit = (edit: unknown) => ({ type: "edit", edit });

test("frames may tell what they veil", () => {
  expect(accept(summary, page, self)).toEqual({
    from: "content",
    message: summary,
    frame: { tabId: 7, frameId: 3, url: "https://a.example/x" },
  });
});

test("pages of the extension may change the preferences, in a popup and in a tab", () => {
  expect(accept(watched, popup, self)).toEqual({ from: "popup", message: watched });
  expect(accept(watched, { ...popup, tab: { id: 9 } }, self)).toMatchObject({ from: "popup" });
});

test.each([
  ["a content script changes preferences", watched, page],
  ["a content script asks for the preferences", { type: "preferences" }, page],
  ["a page of another extension", watched, { ...popup, id: "other" }],
  ["a look-alike address", watched, { ...page, url: "https://a.example/chrome-extension://me/" }],
  ["no tab", summary, { id: "me", url: "https://a.example" }],
  ["the popup speaks as a frame", summary, popup],
  [
    "a negative number of veils",
    { type: "summary", summary: { veils: -1, shows: {}, kinds: {}, rules: 0, revealed: false } },
    page,
  ],
  [
    "a kind that is none",
    { ...summary, summary: { ...summary.summary, kinds: { alpha: { party: 1 } } } },
    page,
  ],
  ["an item that no menu has", { type: "pointed", items: ["erase"] }, page],
  ["items without end", { type: "pointed", items: Array(50).fill("show") }, page],
  ["the popup points at something", { type: "pointed", items: ["show"] }, popup],
  ["a key that is a text", { type: "spare", keys: ["k1", "Mami dies"] }, page],
  ["an id that is none", edit({ shows: { "<b>": null } }), popup],
  ["progress of another form", edit({ shows: { alpha: { state: "watching" } } }), popup],
  ["a host with a path", edit({ sites: { "a.example/x": false } }), popup],
  ["an unknown level", edit({ level: "all" }), popup],
  ["an unknown field", edit({ everything: true }), popup],
  ["a rule without a word", edit({ rules: { a: { id: "a", kind: "name", text: "…" } } }), popup],
  [
    "a rule as long as a book",
    edit({ rules: { a: { id: "a", kind: "name", text: "a".repeat(201) } } }),
    popup,
  ],
  ["a pause without an end", edit({ pause: { until: "never" } }), popup],
  ["a blur beyond all measure", edit({ look: { style: "blur", strength: 9, label: true } }), popup],
  ["a frame that erases", { type: "erase" }, page],
  ["an unknown type", { type: "explode" }, popup],
  ["nothing", undefined, popup],
])("refused: %s", (_name, message, sender) => {
  expect(accept(message, sender, self)).toBeUndefined();
});

test("no message makes it throw", () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(page, popup), (message, sender) => {
      accept(message, sender, self);
    }),
  );
});
