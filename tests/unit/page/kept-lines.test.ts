// @vitest-environment happy-dom
/** Line breaks that the page's style keeps end what is said; those of the source are spaces. */
import { afterEach, expect, test } from "vitest";
import { fakeDetector, openPage, type Page } from "./fixtures.ts";

let page: Page;
afterEach(() => page.stop());

test.each([
  ["white-space: pre-wrap", "Mami pours tea\nMami dies\nSee you next week"],
  ["white-space: pre-line", "Mami pours tea\nMami dies\nSee you next week"],
  ["white-space: break-spaces", "Mami pours tea\nMami dies\nSee you next week"],
  ["white-space: normal", "Mami pours tea Mami dies See you next week"],
  ["white-space: nowrap", "Mami pours tea Mami dies See you next week"],
])("%s", (style, text) => {
  const read: string[] = [];
  page = openPage(`<div style="${style}"><span>Mami pours tea\nMami dies\nSee you next week\n</span></div>`, {
    detector: () => fakeDetector((passage) => void read.push(passage)),
  });
  expect(read).toContain(text);
});
