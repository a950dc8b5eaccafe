// @vitest-environment happy-dom
// How long the tab's title stays masked. What it is masked as: labels.test.ts.
import { afterEach, expect, test, vi } from "vitest";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { openPage, type Page } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  page.stop();
  document.title = "";
});

test("however often the reader's list changes, that is no fight with the page", () => {
  document.title = "Review: Mami dies.";
  page = openPage("<p>Mami</p>");
  const masked = document.title;
  for (let episode = 1; episode <= 60; episode++) {
    const shows = { y: { state: "watching", part: 1, episode } } as const;
    page.shield.update({ ...closedSnapshot, revision: episode, shows }, true);
    page.clock.pass(100);
    expect(document.title, `${episode}`).toBe(masked);
  }
  expect(masked).not.toContain("dies");
});

test("where it alone is hidden, what has been revealed in this tab before is asked for", () => {
  const recall = vi.fn();
  const onReveal = vi.fn();
  document.title = "Review: Mami dies.";
  page = openPage("<p>Tea.</p>", { recall, onReveal });
  page.shield.revealAll();
  page.stop();
  document.title = "Review: Mami dies.";
  page = openPage("<p>Tea.</p>", { recall });
  expect(document.title).not.toContain("dies");
  expect(recall).toHaveBeenCalledTimes(2);
  recall.mock.lastCall?.[0](onReveal.mock.lastCall?.[0]);
  expect(document.title).toBe("Review: Mami dies.");
});
