// @vitest-environment happy-dom
// What is typed into the options page, and what becomes of it where it cannot be saved.
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { Data } from "../../../lib/ui/options/data.tsx";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { ruleFrom } from "../../../lib/ui/options/rule-form.tsx";
import { Rules } from "../../../lib/ui/options/rules.tsx";
import { Sites } from "../../../lib/ui/options/sites.tsx";
import { prepareSearch } from "../../../lib/ui/show-search.ts";
import { Background, catalog } from "./options-fixtures.ts";

let background: Background;
let model: ReturnType<typeof createOptions>;
const load = vi.fn(async (): Promise<never> => {
  throw new Error("not there");
});

beforeEach(async () => {
  background = new Background();
  model = createOptions({ catalog, ask: background.ask });
  await model.settings.refresh();
  document.body.innerHTML = "<main></main>";
});

const query = <E extends Element = HTMLElement>(selector: string) => document.querySelector<E>(selector)!;
const draw = (page: Parameters<typeof render>[0]) => act(() => render(page, query("main")));
const button = (text: string) =>
  [...document.querySelectorAll("button")].find((b) => b.textContent?.trim() === text)!;
/** And waits for the answer. */
const press = (text: string) =>
  act(async () => {
    button(text).click();
    await new Promise((done) => setTimeout(done));
  });
/** Without the form's own checks: happy-dom reads patterns without their flag. */
const submit = (form: string) =>
  act(async () => {
    query(form).dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done));
  });
const type = (selector: string, words: string) =>
  act(async () => {
    const field = query<HTMLInputElement>(selector);
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

test("a site that cannot be saved stays in its field; one that is saved leaves it", async () => {
  await draw(<Sites model={model} />);
  await type(".add input", "a.example");
  background.broken = true;
  await press(i18n.t("sites.turnOff"));
  expect(query<HTMLInputElement>(".add input").value).toBe("a.example");
  background.broken = false;
  await press(i18n.t("sites.turnOff"));
  expect(query<HTMLInputElement>(".add input").value).toBe("");
  await type(".add input", "a.example");
  await press(i18n.t("sites.keepOn"));
  expect(background.state.sitesOff).toEqual(["!a.example"]);
});

test("a site is on again where that is promised, though a pattern covers it; an exception is only forgotten", async () => {
  const again = (name: string) =>
    act(async () => {
      query(`[aria-label="${name}"]`).click();
      await new Promise((done) => setTimeout(done));
    });
  await model.settings.edit({ sites: { "*": false, "*.b.example": false, "a.example": false } });
  await draw(<Sites model={model} />);
  await again(i18n.t("sites.removeThis", ["a.example"]));
  await again(i18n.t("sites.removeThis", ["*.b.example"]));
  expect([...background.state.sitesOff].sort()).toEqual(["!*.b.example", "!a.example", "*"]);
  await again(i18n.t("sites.forgetThis", ["a.example"]));
  expect(background.state.sitesOff).not.toContain("!a.example");
  await again(i18n.t("sites.removeThis", ["*"]));
  expect(background.state.sitesOff).toEqual(["!*.b.example"]);
});

test("so does a rule, new or changed", async () => {
  await draw(<Rules model={model} say={() => ""} load={load} />);
  const text = ".rule-form input[required]";
  await type(text, "the red door");
  background.broken = true;
  await submit(".rule-form");
  expect(query<HTMLInputElement>(text).value).toBe("the red door");
  background.broken = false;
  await submit(".rule-form");
  expect(query<HTMLInputElement>(text).value).toBe("");
  expect(background.state.rules).toMatchObject([{ kind: "name", text: "the red door" }]);
});

test("a rule that there is already is not made once more, and that is said", async () => {
  await draw(<Rules model={model} say={i18n.t} load={load} />);
  const add = async (words: string) => {
    await type(".rule-form input[required]", words);
    await submit(".rule-form");
  };
  for (const words of ["the red door", "the red door"]) await add(words);
  expect(background.state.rules).toHaveLength(1);
  expect(query("[role=alert]").textContent).toBe(i18n.t("rules.known"));
  expect(query<HTMLInputElement>(".rule-form input[required]").value).toBe("the red door");
  await add("the blue door");
  expect(query("[role=alert]")).toBeNull();
  expect(background.state.rules).toHaveLength(2);
});

test("where there is no rule yet, it says so", async () => {
  await draw(<Rules model={model} say={i18n.t} load={load} />);
  expect(query(".empty").textContent).toBe(i18n.t("rules.none"));
});

test("more than ten rules can be searched, by their words and by their shows, slips of the pen and all", async () => {
  const rule = (id: number, more = {}) =>
    ({ id: `r${id}`, kind: "phrase", text: `No. ${id}`, ...more }) as const;
  const rules = [
    ...Array.from({ length: 9 }, (_, id) => rule(id)),
    rule(9, { text: "The Red Door", show: "alpha" }),
  ];
  await model.settings.edit({ rules: Object.fromEntries(rules.map((each) => [each.id, each])) });
  await draw(<Rules model={model} say={i18n.t} load={load} />);
  const box = "input[type=search]";
  const listed = () => [...document.querySelectorAll(".row-title")].map((e) => e.textContent);
  expect(query(box)).toBeNull();
  expect(query(".empty")).toBeNull();
  await act(
    async () => void (await model.settings.edit({ rules: { r10: rule(10, { title: "Ghost Ship" }) } })),
  );
  await act(prepareSearch);
  for (const [words, found] of [
    ["red door", ["The Red Door"]],
    ["Alpha", ["The Red Door"]],
    ["ghost", ["No. 10"]],
    ["gosht ship", ["No. 10"]],
    ["nothing like it", []],
  ] as const) {
    await type(box, words);
    expect(listed()).toEqual(found);
    expect(document.body.textContent).toContain(i18n.t("rules.found", found.length));
  }
  // A new rule is to be seen.
  await type(".rule-form input[required]", "the blue door");
  await submit(".rule-form");
  expect(query<HTMLInputElement>(box).value).toBe("");
  expect(listed()).toHaveLength(12);
});

test("a rule keeps a show that has left the catalog until another is named", async () => {
  const rule = { id: "r", kind: "phrase", text: "the red door", show: "long-gone" } as const;
  await model.settings.edit({ rules: { r: rule } });
  await draw(<Rules model={model} say={i18n.t} load={load} />);
  const facts = () => query(".row-facts").textContent;
  expect(facts()).toContain(i18n.t("rules.gone", ["long-gone"]));
  const change = async (words: string, about?: string) => {
    await press(i18n.t("rules.edit"));
    await type("form[aria-label] input[required]", words);
    if (about !== undefined) await type("form[aria-label] input[list]", about);
  };
  await change("the blue door");
  const field = query<HTMLInputElement>("form[aria-label] input[list]");
  expect(field.value).toBe("long-gone");
  expect(query(`[id="${field.getAttribute("aria-describedby")}"]`).textContent).toBe(
    i18n.t("rules.goneNote"),
  );
  await submit("form[aria-label]");
  expect(background.state.rules).toEqual([{ ...rule, text: "the blue door" }]);
  await change("the green door", "Beta");
  expect(query("form[aria-label]").textContent).not.toContain(i18n.t("rules.goneNote"));
  await submit("form[aria-label]");
  expect(background.state.rules).toEqual([{ id: "r", kind: "phrase", text: "the green door", show: "beta" }]);
  expect(facts()).toContain("Beta");
});

test("a rule without a letter or digit would never hide anything: it is none", () => {
  expect(ruleFrom("r", "phrase", " ?! ", "", catalog)).toBeUndefined();
  expect(ruleFrom("r", "phrase", "¿Qué?", " ?! ", catalog)).toEqual({
    id: "r",
    kind: "phrase",
    text: "¿Qué?",
  });
});

test("a catalog that cannot be loaded is asked for once at a time, and that is said", async () => {
  await draw(<Rules model={model} say={() => ""} load={load} />);
  load.mockClear();
  await act(async () => {
    const field = query<HTMLTextAreaElement>(".tester textarea");
    for (const words of ["A", "A t", "A text"]) {
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  expect(load).toHaveBeenCalledTimes(1);
  expect(query(".tester [role=status]").textContent).toBe(i18n.t("tester.failed"));
});

test("a site that is none is said to be none each time, until something else is typed", async () => {
  await draw(<Sites model={model} />);
  const alert = () => document.querySelector("[role=alert]");
  await type(".add input", "no site");
  await press(i18n.t("sites.turnOff"));
  const first = alert();
  expect(first?.textContent).toBe(i18n.t("sites.wrong"));
  expect(query("input").getAttribute("aria-describedby")?.split(" ")).toContain(first?.id);
  // What stays as it is is not heard again.
  await press(i18n.t("sites.keepOn"));
  expect(alert()).not.toBe(first);
  expect(alert()?.textContent).toBe(i18n.t("sites.wrong"));
  await type(".add input", "a.example");
  expect(alert()).toBeNull();
});

test("Escape gives up changing a rule, but not while a word is still being put together", async () => {
  const rule = { id: "r", kind: "phrase", text: "the red door" } as const;
  await model.settings.edit({ rules: { r: rule } });
  await draw(<Rules model={model} say={() => ""} load={load} />);
  await press(i18n.t("rules.edit"));
  const pressEscape = (isComposing: boolean) =>
    act(() => {
      const key = { key: "Escape", bubbles: true, isComposing };
      query(".virtual input").dispatchEvent(new KeyboardEvent("keydown", key));
    });
  await pressEscape(true);
  expect(query(".virtual form").getAttribute("aria-label")).toContain("the red door");
  await pressEscape(false);
  expect(document.querySelector(".virtual form")).toBeNull();
});

test('a key that is held down on "Erase everything" erases nothing', async () => {
  await draw(<Data model={model} />);
  await press(i18n.t("data.eraseAll"));
  expect(document.activeElement).toBe(button(i18n.t("data.keep")));
  await act(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  expect(document.querySelector(".confirm")).toBeNull();
});

test("that everything has been erased is said", async () => {
  await model.settings.edit({ shows: { alpha: { state: "watched" } } });
  await draw(<Data model={model} />);
  expect(query("[role=status]").textContent).toContain(i18n.t("data.shows", 1));
  await press(i18n.t("data.eraseAll"));
  expect(query("[role=status]").textContent).toContain(i18n.t("data.history"));
  await press(i18n.t("data.eraseNow"));
  const said = query("[role=status]").textContent;
  expect(said).toContain(i18n.t("data.erased"));
  expect(said).toContain(i18n.t("data.shows", 0));
  // Nothing is left to be undone.
  expect(said).not.toContain(i18n.t("data.history"));
});

test("all sites that are stored are counted, and what can be exported is a link away", async () => {
  await model.settings.edit({ sites: { "*.a.example": false, "b.example": false, "!c.a.example": false } });
  await draw(<Data model={model} />);
  const { textContent } = query("[role=status]");
  expect(textContent).toContain(i18n.t("data.sites", 2));
  expect(textContent).toContain(i18n.t("data.sitesOn", 1));
  expect(query("a").getAttribute("href")).toBe("#lists");
});
