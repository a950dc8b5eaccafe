// @vitest-environment happy-dom
// What the popup shows before anybody has answered it, and what it offers when it has just opened.
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { i18n } from "#i18n";
import type { PreferencesState } from "../../../lib/messages.ts";
import { earlyOf } from "../../../lib/preferences/early.ts";
import { Background } from "./popup-fixtures.ts";
import { button, byName, draw, modelOf, names, open } from "./popup-page.tsx";

let background: Background;
beforeEach(() => {
  background = new Background();
});

/** `early`: what the background has left for pages to begin with. */
function begin(early?: PreferencesState) {
  const model = modelOf(background);
  if (early) model.settings.begin(earlyOf(early));
  return model;
}

test("before the background answers, there stand the choices and the page that were known last", async () => {
  background.broken = true;
  background.lastReport = { ...background.page, shows: { alpha: 1 } };
  const model = await open(begin({ ...background.state, shows: { alpha: { state: "watched" } } }));
  expect(names()).toEqual(["Alpha", "Beta & Co.", "Gamma"]);
  expect(byName("Alpha").getAttribute("aria-checked")).toBe("true");
  expect(model.settings.whole.value).toBe(false);
  background.broken = false;
  background.state = { ...background.state, shows: { gamma: { state: "watched" } } };
  await act(() => model.refresh());
  expect(byName("Alpha").getAttribute("aria-checked")).toBe("false");
  expect(byName("Gamma").getAttribute("aria-checked")).toBe("true");
  expect(model.settings.whole.value).toBe(true);
});

test("what was changed a moment ago elsewhere can be taken back; what is older is let be", async () => {
  await background.ask({ type: "edit", edit: { shows: { gamma: { state: "watched" } } } });
  await open(begin());
  await act(async () => button(i18n.t("change.undo")).click());
  expect(background.state.shows).toEqual({});
  await background.ask({ type: "edit", edit: { shows: { gamma: { state: "watched" } } } });
  background.state = { ...background.state, lastChange: { ...background.state.lastChange!, at: -120_000 } };
  await open(begin());
  expect(document.querySelector(".toast")).toBeNull();
});

test("before the choices are known there is no switch for the site that could say what is not so", async () => {
  const ask = background.ask;
  background.lastReport = background.page;
  background.state = { ...background.state, sitesOff: ["a.example"] };
  Object.assign(background, {
    ask: (message: { type: string }) =>
      message.type === "preferences" ? new Promise(() => {}) : ask(message as never),
  });
  const site = () => document.querySelector(`[role=switch][aria-label="${i18n.t("page.shield")}"]`);
  const model = begin();
  await draw(model);
  await act(() => model.refreshPage());
  expect(document.querySelector(".site-host")?.textContent).toBe("a.example");
  expect(site()).toBeNull();
  await act(async () => model.settings.begin(earlyOf(background.state)));
  expect(site()?.getAttribute("aria-checked")).toBe("false");
});
