// @vitest-environment happy-dom
// The last change can be taken back long after its toast has gone.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { createSettings, type Settings } from "../../../lib/ui/settings.ts";
import { UndoToast } from "../../../lib/ui/undo-toast.tsx";
import { Background } from "./options-fixtures.ts";

let background: Background;
let settings: Settings;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  background = new Background();
  settings = createSettings(background.ask);
  await settings.refresh();
  document.body.innerHTML = "<main></main><input type=search><input type=checkbox>";
  await act(() =>
    render(<UndoToast settings={settings} show={() => undefined} />, document.querySelector("main")!),
  );
});
afterEach(() => {
  // The keys of a page that is gone are none of the next one's.
  render(null, document.querySelector("main")!);
  vi.useRealTimers();
});

const toast = () => document.querySelector(".toast")?.textContent;
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
/** Whether the page has taken the key for its own. */
async function press(target: Element = document.body) {
  const key = new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, cancelable: true });
  await act(async () => void target.dispatchEvent(key));
  return key.defaultPrevented;
}
const careful = i18n.t("change.named", [i18n.t("level.title"), i18n.t("level.careful")]);

test("Ctrl+Z after the toast has gone shows it again, and takes back once it is to be seen", async () => {
  await act(() => settings.edit({ level: "careful" }).then(() => {}));
  await wait(11_000);
  expect(toast()).toBeUndefined();
  expect(await press()).toBe(true);
  expect(toast()).toContain(careful);
  expect(background.state.level).toBe("careful");
  expect(await press()).toBe(true);
  expect(background.state.level).toBe("balanced");
  expect(toast()).toBe(i18n.t("change.undone", [careful]));
});

test("what it shows again goes again by itself", async () => {
  await act(() => settings.edit({ level: "careful" }).then(() => {}));
  await wait(11_000);
  await press();
  await wait(11_000);
  expect(toast()).toBeUndefined();
  expect(background.state.level).toBe("careful");
});

test("the key stays the browser's where text is written, and where there is nothing to take back", async () => {
  expect(await press()).toBe(false);
  await act(() => settings.edit({ level: "careful" }).then(() => {}));
  await wait(11_000);
  expect(await press(document.querySelector("[type=search]")!)).toBe(false);
  expect(toast()).toBeUndefined();
  expect(await press(document.querySelector("[type=checkbox]")!)).toBe(true);
  expect(toast()).toContain(careful);
});
