// @vitest-environment happy-dom
/** What the pages of the extension show comes through the layer, whoever has made the words. */
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { cueClasses } from "../../../lib/detect/cues.ts";
import { parsePattern } from "../../../lib/detect/pattern.ts";
import { createRuleSet } from "../../../lib/detect/rules/ruled.ts";
import type { Detector, Finding } from "../../../lib/detect/types.ts";
import { createEngine } from "../../../lib/ui/exchange/engine.ts";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { Options } from "../../../lib/ui/options/options.tsx";
import type { Section } from "../../../lib/ui/options/sections.ts";
import { createModel } from "../../../lib/ui/popup/model.ts";
import { Popup } from "../../../lib/ui/popup/popup.tsx";
import { cues } from "../detect/cue-fixture.ts";
import { insideOf, openPage, veils } from "../page/fixtures.ts";
import { Background, catalog } from "../ui/popup-fixtures.ts";
import { marked, speakMarked, unmarked } from "./marked.ts";

let background: Background;
const shows = catalog.map((show) => ({
  ...show,
  parts: [
    { title: "Season 1", episodes: 12 },
    { title: "Season 2: Arise", episodes: 12 },
    { title: "Ordinal Scale (film)", episodes: 1 },
  ],
}));
const names = ["Alpha", "Beta & Co.", "Gamma", "Arise", "Ordinal Scale", "a.example", "Studio Ghibli"];

beforeAll(speakMarked);
beforeEach(() => {
  background = new Background();
  background.state = {
    ...background.state,
    shows: { alpha: { state: "watching", part: 2, episode: 4 }, gamma: { state: "planned" } },
  };
  document.body.innerHTML = "<main></main>";
});

const draw = (page: Parameters<typeof render>[0]) =>
  act(() => render(page, document.querySelector("main") as Element));
const left = (...more: string[]) => unmarked(document.body, [...names, ...more]);

test("in the popup, with all that can go wrong", async () => {
  background.state = {
    ...background.state,
    problems: [{ kind: "damaged", rows: 2 }, { kind: "closed" }, { kind: "lost" }],
  };
  background.page = {
    ...background.page,
    kinds: { gamma: { death: 2 } },
    problems: [
      { kind: "reading", detail: "x is not a function" },
      { kind: "hiding", detail: "no root" },
    ],
  };
  const model = createModel({
    catalog: shows,
    ask: background.ask,
    findTab: async () => 7,
    lastReport: async () => undefined,
    command: async () => undefined,
    openOptions() {},
    now: () => 1000,
    newId: () => "r1",
  });
  await draw(<Popup model={model} />);
  await act(async () => {
    await model.refresh();
    await model.refreshPage();
    await model.setProgress("alpha", { state: "watching", part: 3, episode: 1 });
    model.open.value = "alpha";
  });
  expect(document.querySelectorAll(".note")).toHaveLength(5);
  expect(document.querySelectorAll(".stepper-part option")).toHaveLength(3);
  expect(document.querySelector(".toast")).not.toBeNull();
  // What the browser has said stands there as it said it, for reports, and apart.
  for (const detail of document.querySelectorAll(".note-detail")) detail.remove();
  expect(left()).toEqual([]);
});

/** Of every passage it says that there is all in it that can be. */
const detector: Detector = {
  begin: () => ({ topical: false }),
  read({ text }, after) {
    const finding: Finding = {
      ...{ start: 0, end: text.length, show: "x", title: "Death Lantern", kind: "death", score: 0.97 },
      why: {
        ...{ by: "title", named: 1, meant: true, role: true, cues: cueClasses },
        ...{ fact: 0, clue: parsePattern("drown + crypt"), scene: ["flood"] },
      },
    };
    return { findings: /Lantern/.test(text) ? [finding] : [], after };
  },
};

const rules = () => createRuleSet(() => cues);

async function openOptions(section: Section) {
  location.hash = section;
  const model = createOptions({ catalog: shows, ask: background.ask });
  await model.settings.refresh();
  await draw(
    <Options
      model={model}
      say={marked}
      loadDetection={async () => ({ detector: () => detector, rules: rules(), frameRules: rules() })}
      loadExchange={async () => createEngine()}
      shortcuts={{ commands: async () => [], change: async () => {} }}
    />,
  );
}
const type = (selector: string, words: string) =>
  act(async () => {
    const field = document.querySelector<HTMLInputElement>(selector)!;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

test.each<Section>([
  "shows",
  "hiding",
  "look",
  "sites",
  "lists",
  "shortcuts",
  "data",
])("in the options: %s", async (section) => {
  await openOptions(section);
  expect(document.querySelector("h2")?.textContent).toContain("⟦");
  expect(left()).toEqual([]);
});

test("in the tester, with why each passage would be hidden", async () => {
  background.state = {
    ...background.state,
    rules: [
      { id: "a", kind: "name", text: "Nadia" },
      { id: "b", kind: "phrase", text: "red door" },
    ],
  };
  await openOptions("rules");
  const text = ["In Death Lantern she drowns in the flooded crypt.", "Nadia dies.", "The red door opens."];
  await type(".tester textarea", text.join("\n"));
  await vi.waitFor(() => expect(document.querySelectorAll(".reasons > li").length).toBe(3));
  const said = document.querySelector(".reasons")?.textContent;
  for (const words of ["clue", "words of the scene", "wording", "your rule"]) expect(said).toContain(words);
  // Words of the text, as stems.
  expect(left("Death Lantern", "Nadia", "red door", "drown", "crypt", "flood")).toEqual([]);
});

test("in what an import would change", async () => {
  await openOptions("lists");
  await type("textarea", "Sword Art Online: Season 2\nHaikyu Final Season 9\nMonster");
  await act(async () => document.querySelector<HTMLElement>("textarea ~ button, form button")?.click());
  await vi.waitFor(() => expect(document.querySelector(".change-rows")).not.toBeNull(), 10_000);
  // Titles of the list and of the catalog; of its parts, what is a name.
  const titles = ["Haikyu Final Season 9", "Haikyu!!", "Monster", "Sword Art Online II", "Sword Art Online"];
  const parts = ["Karasuno vs. Shiratorizawa", "To the Top", "The Dumpster Battle"];
  expect(left(...titles, ...parts)).toEqual([]);
});

test("on a veil that is asked why", () => {
  const page = openPage("<p>And a twist.</p>", { say: marked });
  const root = insideOf(veils()[0] as Element);
  const person = (type: string) => new MouseEvent(type, { composed: true, bubbles: true, clientY: 5 });
  root.querySelector(".line")?.dispatchEvent(person("pointerenter"));
  page.clock.pass(200);
  root.querySelector<HTMLElement>(".panel button")?.dispatchEvent(person("click"));
  expect(root.querySelector(".why")).not.toBeNull();
  for (const decoy of root.querySelectorAll(".decoy")) decoy.remove();
  expect(unmarked(root, ["Show"])).toEqual([]);
  page.stop();
});

test("what bypasses it is found", () => {
  document.body.innerHTML = `<p title="A shield">⟦Hidden: ⟧Alpha⟦.⟧ Season 2</p>`;
  expect(left()).toEqual(["A shield", "Season 2"]);
});
