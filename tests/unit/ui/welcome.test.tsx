// @vitest-environment happy-dom
// The first page says what can be done where it stands: with a pointer and a toolbar, or with a finger and a menu.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { createSettings } from "../../../lib/ui/settings.ts";
import { Welcome } from "../../../lib/ui/welcome/welcome.tsx";
import { Background } from "./options-fixtures.ts";

afterEach(() => vi.unstubAllGlobals());

/** The page, pointed at like this; what it says, and the types of files that it takes. */
async function open(pointer: "fine" | "coarse", inMenu: boolean) {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === `(pointer: ${pointer})` }));
  document.body.innerHTML = "<main></main>";
  const settings = createSettings(new Background().ask);
  const never = () => new Promise<never>(() => {});
  await act(() =>
    render(
      <Welcome
        settings={settings}
        catalog={[]}
        say={() => ""}
        load={never}
        optionsPage="options.html"
        inMenu={inMenu}
      />,
      document.querySelector("main")!,
    ),
  );
  return {
    words: document.body.textContent,
    types: document.querySelector("[type=file]")?.getAttribute("accept"),
  };
}

test("at a desk", async () => {
  const { words, types } = await open("fine", false);
  for (const key of ["welcome.try", "welcome.where", "exchange.drop"] as const)
    expect(words).toContain(i18n.t(key));
  expect(types).toContain(".xml");
});

test("on a phone: taps, the browser's menu, nothing to drop, and files of any type", async () => {
  const { words, types } = await open("coarse", true);
  for (const key of ["welcome.tryTouch", "welcome.whereMenu"] as const) expect(words).toContain(i18n.t(key));
  for (const key of ["welcome.try", "welcome.where", "exchange.drop"] as const)
    expect(words).not.toContain(i18n.t(key));
  expect(types).toBeNull();
});

test("on a screen that is touched, with a toolbar", async () => {
  const { words } = await open("coarse", false);
  for (const key of ["welcome.tryTouch", "welcome.where"] as const) expect(words).toContain(i18n.t(key));
});
