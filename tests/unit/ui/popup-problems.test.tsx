// @vitest-environment happy-dom
// What is wrong with the store, the page or the popup itself, as the popup says it.
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { Background } from "./popup-fixtures.ts";
import { modelOf, open as openModel, press, switches } from "./popup-page.tsx";

let background: Background;
beforeEach(() => {
  background = new Background();
});

const open = () => openModel(modelOf(background));

test("problems of the store and of the page are said", async () => {
  background.state = { ...background.state, problems: [{ kind: "damaged", rows: 2 }, { kind: "closed" }] };
  background.page = { ...background.page, problems: [{ kind: "hiding", detail: "no root" }] };
  await open();
  const notes = [...document.querySelectorAll(".note")].map((n) => n.textContent);
  expect(notes).toEqual([
    [i18n.t("problem.hiding"), i18n.t("problem.details"), "no root"].join(""),
    expect.stringContaining("2 entries"),
    expect.stringContaining(i18n.t("problem.closed")),
  ]);
});

test("what is wrong can be copied and repaired; what a repair has left can only be removed", async () => {
  background.state = { ...background.state, problems: [{ kind: "damaged", rows: 2 }] };
  await open();
  const files: File[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
    files.push(file as File);
    return "#";
  });
  await press(i18n.t("problem.copy"));
  expect(files[0]?.name).toBe("list.json");
  expect(await files[0]?.text()).toBe("all of it");
  background.state = { ...background.state, problems: [{ kind: "damaged", rows: 1 }] };
  await press(i18n.t("problem.repair"));
  expect(document.querySelector(".note")?.textContent).toContain(i18n.t("problem.damaged", 1));
  background.state = { ...background.state, problems: [] };
  await press(i18n.t("problem.discard"));
  expect(document.querySelector(".note")).toBeNull();
  expect(background.asked.map(({ type }) => type).slice(-3)).toEqual(["copy", "repair", "discard"]);
});

test("that choices were lost is said until the reader has understood it", async () => {
  background.state = { ...background.state, problems: [{ kind: "lost" }] };
  await open();
  expect(document.querySelector(".note")?.textContent).toContain(i18n.t("problem.lost"));
  expect([...document.querySelectorAll(".note button")].map((button) => button.textContent)).toEqual([
    i18n.t("problem.dismiss"),
  ]);
  background.state = { ...background.state, problems: [] };
  await press(i18n.t("problem.dismiss"));
  expect(background.asked.at(-1)).toEqual({ type: "dismiss" });
  expect(document.querySelector(".note")).toBeNull();
});

test("a repair and a copy that fail are said", async () => {
  background.state = { ...background.state, problems: [{ kind: "closed" }] };
  await open();
  background.broken = true;
  await press(i18n.t("problem.repair"));
  expect(document.querySelector(".notes")?.textContent).toContain(i18n.t("problem.notRepaired"));
  await press(i18n.t("problem.copy"));
  expect(document.querySelector(".notes")?.textContent).toContain(i18n.t("problem.notCopied"));
  expect(document.querySelector(".notes")?.textContent).toContain(i18n.t("problem.closed"));
});

test("a background that does not answer is said, and the list waits", async () => {
  background.broken = true;
  await open();
  expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("problem.noAnswer"));
  expect(switches()).toEqual([]);
});
