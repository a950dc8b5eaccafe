// @vitest-environment happy-dom
/** What a catalog entry says stands in the popup as text, whatever it is made of. */
import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { createModel } from "../../../lib/ui/popup/model.ts";
import { Popup } from "../../../lib/ui/popup/popup.tsx";
import { Background, catalog } from "./popup-fixtures.ts";

const title = `<img src=x onerror=alert(1)>"><script>alert(1)</script>\${1} $1 $& &lt;b&gt;`;

test("titles, parts and aliases of markup are text", async () => {
  document.body.innerHTML = "<div id=popup></div>";
  const background = new Background();
  background.page = {
    ...background.page,
    shows: { alpha: 1 },
    problems: [{ kind: "hiding" as const, detail: title }],
  };
  const hostile = {
    ...catalog[0]!,
    title,
    aliases: [title],
    parts: [{ title, episodes: 12 }],
    studio: title,
  };
  const model = createModel({
    catalog: [hostile, ...catalog.slice(1)],
    ask: background.ask,
    findTab: async () => 7,
    lastReport: async () => undefined,
    command: async () => undefined,
    openOptions: () => {},
    now: () => 0,
    newId: () => "r1",
  });
  await act(() => render(<Popup model={model} />, document.getElementById("popup")!));
  await act(async () => {
    await model.refresh();
    await model.refreshPage();
  });
  await act(() => {
    model.open.value = hostile.id;
  });
  expect(document.querySelector(".show-title")?.textContent).toBe(title);
  expect(document.querySelector(".notes")?.textContent).toContain(title);
  expect(document.querySelectorAll("img, script, b")).toHaveLength(0);
});
