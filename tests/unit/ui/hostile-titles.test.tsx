// @vitest-environment happy-dom
/** What a catalog entry says stands in the popup as text, whatever it is made of. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { Background, catalog } from "./popup-fixtures.ts";
import { modelOf, open } from "./popup-page.tsx";

const title = `<img src=x onerror=alert(1)>"><script>alert(1)</script>\${1} $1 $& &lt;b&gt;`;

test("titles, parts and aliases of markup are text", async () => {
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
  const model = await open(modelOf(background, { catalog: [hostile, ...catalog.slice(1)] }));
  await act(() => {
    model.open.value = hostile.id;
  });
  expect(document.querySelector(".show-title")?.textContent).toBe(title);
  expect(document.querySelector(".notes")?.textContent).toContain(title);
  expect(document.querySelectorAll("img, script, b")).toHaveLength(0);
});
