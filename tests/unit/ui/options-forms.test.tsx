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

test("that everything has been erased is said", async () => {
  await model.settings.edit({ shows: { alpha: { state: "watched" } } });
  await draw(<Data model={model} />);
  expect(query("[role=status]").textContent).toContain(i18n.t("data.shows", 1));
  await press(i18n.t("data.eraseAll"));
  await press(i18n.t("data.eraseNow"));
  expect(query("[role=status]").textContent).toContain(i18n.t("data.shows", 0));
});
