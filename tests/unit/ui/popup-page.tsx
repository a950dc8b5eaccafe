/** The popup drawn into the document, and how its tests find and press what stands in it. */
import { render } from "preact";
import { act } from "preact/test-utils";
import { createModel, type Model, type ModelOptions } from "../../../lib/ui/popup/model.ts";
import { Popup } from "../../../lib/ui/popup/popup.tsx";
import { type Background, catalog } from "./popup-fixtures.ts";

/** In front of tab 7, a second after the beginning of time. */
export const modelOf = (background: Background, options: Partial<ModelOptions> = {}): Model =>
  createModel({
    catalog,
    ask: background.ask,
    findTab: async () => 7,
    lastReport: async () => background.lastReport,
    command: async () => undefined,
    openOptions: () => {},
    now: () => 1_000,
    newId: () => "r1",
    ...options,
  });

/** As it stands before anybody has answered. */
export async function draw(model: Model): Promise<void> {
  document.body.innerHTML = "<div id=popup></div>";
  await act(() => render(<Popup model={model} />, document.getElementById("popup")!));
}

export async function open(model: Model): Promise<Model> {
  await draw(model);
  await act(() => Promise.all([model.refresh(), model.refreshPage()]).then(() => {}));
  return model;
}

export const switches = () => [...document.querySelectorAll<HTMLElement>("li [role=switch]")];
export const names = () => switches().map((s) => s.getAttribute("aria-label"));
export const byName = (name: string) =>
  document.querySelector<HTMLElement>(`[role=switch][aria-label="${name}"]`)!;
export const button = (text: string) =>
  [...document.querySelectorAll("button")].find((b) => b.textContent === text)!;
/** What opens a show of this title, and its row. */
export const opener = (title: string) =>
  [...document.querySelectorAll<HTMLElement>(".show-text")].find((b) => b.textContent?.startsWith(title))!;
export const row = (title: string) => opener(title).closest("li")!;
/** And waits for the answer. */
export const press = (text: string) =>
  act(async () => {
    button(text).click();
    await new Promise((done) => setTimeout(done));
  });
