// @vitest-environment happy-dom
// That the shield hides nothing at present is said on the options page, too, with what ends it.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import type { Choices } from "../../../lib/preferences/choices.ts";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { Options } from "../../../lib/ui/options/options.tsx";
import { timeOfDay } from "../../../lib/ui/time-of-day.ts";
import { Background, catalog } from "./options-fixtures.ts";

let background: Background;
const never = () => new Promise<never>(() => {});
const minutes = 60_000; // ms

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000, toFake: ["Date", "setTimeout", "clearTimeout"] });
  background = new Background();
  document.body.innerHTML = "<main></main>";
  location.hash = "hiding";
});
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const main = () => document.querySelector("main main")!;
const button = (text: string) =>
  [...main().querySelectorAll("button")].find((each) => each.textContent === text);

async function open(choices: Partial<Choices>) {
  background.state = { ...background.state, ...choices };
  const model = createOptions({ catalog, ask: background.ask });
  await model.settings.refresh();
  const shortcuts = { commands: async () => [], change: undefined };
  const parts = { model, say: () => "", loadDetection: never, loadExchange: never, shortcuts };
  await act(() => render(<Options {...parts} />, document.querySelector("main")!));
}

test("a pause is said with its end, and resuming ends it", async () => {
  const until = 1_000 + 15 * minutes;
  await open({ pause: { until } });
  expect(main().textContent).toContain(i18n.t("pause.until", [timeOfDay(until)]));
  await act(async () => button(i18n.t("pause.resume"))!.click());
  expect(background.state.pause).toBeNull();
  expect(button(i18n.t("pause.resume"))).toBeUndefined();
});

test("so is one until the browser restarts", async () => {
  await open({ pause: { until: "restart" }, sitesOff: ["*"] });
  expect(main().textContent).toContain(i18n.t("pause.untilRestart"));
  // One thing at a time.
  expect(main().textContent).not.toContain(i18n.t("sites.offAll"));
});

test("a pause that ends while the page stands open is over there too", async () => {
  await open({ pause: { until: 1_000 + 15 * minutes } });
  await pass(15 * minutes - 1);
  expect(button(i18n.t("pause.resume"))).toBeDefined();
  await pass(1);
  expect(button(i18n.t("pause.resume"))).toBeUndefined();
});

test("that it is off on all sites is said, and turned on again from there", async () => {
  await open({ sitesOff: ["*", "a.example"] });
  expect(main().textContent).toContain(i18n.t("sites.offAll"));
  await act(async () => button(i18n.t("sites.remove"))!.click());
  expect(background.state.sitesOff).toEqual(["a.example"]);
  expect(main().textContent).not.toContain(i18n.t("sites.offAll"));
});

test("while it is on, and off on some site alone, nothing is said", async () => {
  await open({ sitesOff: ["a.example"] });
  expect(main().querySelector(".note")).toBeNull();
});
