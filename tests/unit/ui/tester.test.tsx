// @vitest-environment happy-dom
// The tester of the options page: what it says would be hidden is what pages hide.
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { createRuleSet } from "../../../lib/detect/rules/ruled.ts";
import type { Detector, Finding } from "../../../lib/detect/types.ts";
import type { ShieldOptions } from "../../../lib/page/options.ts";
import type { Edit } from "../../../lib/preferences/choices.ts";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { Rules } from "../../../lib/ui/options/rules.tsx";
import { cues } from "../detect/cue-fixture.ts";
import { Background, catalog } from "./options-fixtures.ts";

/** What the shield over the text was given: its buttons are pressed by trusted events alone. */
let given: ShieldOptions;
vi.mock("../../../lib/page/shield.ts", async (original) => {
  const shield = await original<typeof import("../../../lib/page/shield.ts")>();
  const startShield = (options: ShieldOptions) => {
    given = options;
    return shield.startShield(options);
  };
  return { ...shield, startShield };
});

let background: Background;
let model: ReturnType<typeof createOptions>;

/** A text that begins with the title of a show gives away what happens in its third episode. */
function findingIn(text: string): Finding | undefined {
  const show = catalog.find(({ title }) => text.startsWith(title));
  return (
    show && {
      ...{ start: 0, end: text.length, show: show.id, title: show.title, kind: "death", score: 0.97 },
      ...{ where: { part: 1, episode: 3 }, why: { by: "title" } },
    }
  );
}
const detector: Detector = {
  begin: () => ({ topical: false }),
  read({ text }, after) {
    const finding = findingIn(text);
    return { findings: finding ? [finding] : [], after };
  },
};

beforeEach(async () => {
  background = new Background();
  model = createOptions({ catalog, ask: background.ask });
  await model.settings.refresh();
  document.body.innerHTML = "<main></main>";
  const rules = () => createRuleSet(() => cues);
  const load = async () => ({ detector: () => detector, rules: rules(), frameRules: rules() });
  await act(() =>
    render(<Rules model={model} say={() => ""} load={load} />, document.querySelector("main")!),
  );
});

const edit = (edit: Edit) => model.settings.edit(edit);
const type = (words: string) => {
  const field = document.querySelector<HTMLTextAreaElement>(".tester textarea")!;
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
const said = () => document.querySelector(".tester [role=status]")?.textContent;
const veils = () =>
  document
    .querySelector<HTMLIFrameElement>(".shield-frame")
    ?.contentDocument?.querySelectorAll("spoiler-veil").length;
/** So many would be hidden, it says, and so many are in the text. */
const bothAre = (count: number) =>
  vi.waitFor(() => expect([said(), veils()]).toEqual([i18n.t("tester.hidden", count), count]), 5_000);

test("a show that is known from its sequel is known here as well", async () => {
  type("Alpha loses its captain.");
  await bothAre(1);
  await edit({ shows: { gamma: { state: "watched" } } });
  await bothAre(0);
});

test("the sequel of a show on the list is on it here as well", async () => {
  await edit({ scope: "list" });
  type("Gamma loses its captain.");
  await bothAre(0);
  await edit({ shows: { alpha: { state: "planned" } } });
  await bothAre(1);
});

test("its text follows the rules that are added, changed and deleted, as what is said of it does", async () => {
  type("She opens the red door.\nAll is calm.");
  await bothAre(0);
  const rule = { id: "r", kind: "phrase", text: "red door" } as const;
  await edit({ rules: { r: rule } });
  await bothAre(1);
  await edit({ rules: { r: { ...rule, text: "blue door" } } });
  await bothAre(0);
  await edit({ rules: { r: { ...rule, text: "calm" } } });
  await bothAre(1);
  await edit({ rules: { r: null } });
  await bothAre(0);
});

test('"not a spoiler" on a veil of its text is remembered, and taken back with the toast', async () => {
  type("Alpha loses its captain.");
  await bothAre(1);
  given.onSpare?.(["4711"]);
  await vi.waitFor(() => expect(background.state.spared).toEqual(["4711"]));
  expect(model.settings.undoable.value?.edit).toEqual({ spared: { 4711: true } });
});

test('"I have seen this" on a veil of its text moves progress to there, and shows it', async () => {
  type("Alpha loses its captain.");
  await bothAre(1);
  given.onSeen?.(findingIn("Alpha loses its captain.")!);
  await bothAre(0);
  expect(background.state.shows).toEqual({ alpha: { state: "watching", part: 1, episode: 3 } });
  // The last episode is the end, as the background has it.
  given.onSeen?.({ ...findingIn("Beta")!, where: { part: 1, episode: 1 } });
  await vi.waitFor(() => expect(background.state.shows["beta"]).toEqual({ state: "watched" }));
  // Seen long ago: nothing to be changed, and nothing to be taken back.
  const asked = background.asked.length;
  given.onSeen?.(findingIn("Beta")!);
  expect(background.asked).toHaveLength(asked);
});
