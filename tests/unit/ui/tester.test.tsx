// @vitest-environment happy-dom
// The tester of the options page: what it says would be hidden is what pages hide.
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { createRuleSet } from "../../../lib/detect/rules/ruled.ts";
import type { Detector, Finding } from "../../../lib/detect/types.ts";
import type { Edit } from "../../../lib/preferences/choices.ts";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { Rules } from "../../../lib/ui/options/rules.tsx";
import { cues } from "../detect/cue-fixture.ts";
import { Background, catalog } from "./options-fixtures.ts";

let background: Background;
let model: ReturnType<typeof createOptions>;

/** A text that begins with the title of a show gives away what happens in its third episode. */
const detector: Detector = {
  begin: () => ({ topical: false }),
  read({ text }, after) {
    const show = catalog.find(({ title }) => text.startsWith(title));
    if (!show) return { findings: [], after };
    const finding: Finding = {
      ...{ start: 0, end: text.length, show: show.id, title: show.title, kind: "death", score: 0.97 },
      ...{ where: { part: 1, episode: 3 }, why: { by: "title" } },
    };
    return { findings: [finding], after };
  },
};

beforeEach(async () => {
  background = new Background();
  model = createOptions({ catalog, ask: background.ask });
  await model.settings.refresh();
  document.body.innerHTML = "<main></main>";
  const load = async () => ({ detector: () => detector, rules: createRuleSet(() => cues) });
  await act(() => render(<Rules model={model} say={i18n.t} load={load} />, document.querySelector("main")!));
});

const edit = (edit: Edit) => act(() => model.settings.edit(edit).then(() => {}));
/** And waits until something is said of it. */
const type = async (words: string) => {
  await act(async () => {
    const field = document.querySelector<HTMLTextAreaElement>(".tester textarea")!;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await vi.waitFor(() => expect(document.querySelector(".shield-frame")).not.toBeNull());
};
const said = () => document.querySelector(".tester [role=status]")?.textContent;
const hidden = (count: number) => i18n.t("tester.hidden", count);

test("a show that is known from its sequel is known here as well", async () => {
  await type("Alpha loses its captain.");
  expect(said()).toBe(hidden(1));
  await edit({ shows: { gamma: { state: "watched" } } });
  expect(said()).toBe(hidden(0));
});

test("the sequel of a show on the list is on it here as well", async () => {
  await edit({ scope: "list" });
  await type("Gamma loses its captain.");
  expect(said()).toBe(hidden(0));
  await edit({ shows: { alpha: { state: "planned" } } });
  expect(said()).toBe(hidden(1));
});
