// @vitest-environment happy-dom
// A manga is counted in chapters, wherever its progress is shown or set.
import { shows } from "virtual:catalog/shows";
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { describeEdit } from "../../../lib/ui/describe-edit.ts";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { Shows } from "../../../lib/ui/options/shows.tsx";
import { createModel } from "../../../lib/ui/popup/model.ts";
import { ShowList } from "../../../lib/ui/popup/show-list.tsx";
import { ProgressPicker } from "../../../lib/ui/progress/picker.tsx";
import { Background } from "./options-fixtures.ts";

const manga = shows.filter(({ format }) => format === "manga");
const at = (part: number) => ({ state: "watching", part, episode: 3 }) as const;
const draw = (page: Parameters<typeof render>[0]) =>
  act(() => render(page, document.querySelector("main") as Element));
/** All that is seen or heard. */
const words = () =>
  [...document.querySelectorAll("main *")]
    .flatMap((e) => [e.getAttribute("aria-label"), e.getAttribute("title"), e.textContent])
    .join(" ");

beforeEach(() => {
  document.body.innerHTML = "<main></main>";
});

test("the catalog has some", () => {
  expect(manga.map(({ id }) => id)).toContain("vagabond");
});

test.each(manga)("$title: its progress is told and set in chapters", async (show) => {
  for (const part of show.parts.keys()) {
    const edit = { shows: { [show.id]: at(part + 1) } };
    expect(describeEdit(edit, () => show)).toMatch(/[Uu]p to chapter 3$/);
    await draw(<ProgressPicker show={show} progress={at(part + 1)} onChange={() => {}} onMore={() => {}} />);
    for (const name of ["Chapters read", "One chapter less", "One chapter more"])
      expect(document.querySelector(`[aria-label="${name}: ${show.title}"]`)).not.toBeNull();
    expect(words()).not.toMatch(/episode|watch/i);
  }
  await draw(<ProgressPicker show={show} progress={undefined} onChange={() => {}} onMore={() => {}} />);
  expect([...document.querySelectorAll("option")].map((e) => e.textContent)).toEqual([
    "Not on my list",
    "Plan to read",
    "Reading",
    "Read",
    "Never shielded",
  ]);
  for (const [progress, said] of [
    [{ state: "watched" }, "Read"],
    [{ state: "planned" }, "Plan to read"],
    [{ ...at(1), episode: 0 }, "Reading, nothing read yet"],
  ] as const)
    expect(describeEdit({ shows: { [show.id]: progress } }, () => show)).toBe(`${show.title}: ${said}`);
});

test("the popup's switch says that it is read", async () => {
  const [anime, read] = [shows.find(({ id }) => id === "monster")!, manga[0]!];
  const ask = new Background().ask;
  const model = createModel({
    catalog: [anime, read],
    ask,
    findTab: async () => undefined,
    lastReport: async () => undefined,
    command: async () => undefined,
    openOptions: () => {},
    now: Date.now,
    newId: () => "r",
  });
  await model.refresh();
  await draw(<ShowList model={model} />);
  const described = [...document.querySelectorAll("[role=switch]")].map(
    (e) => document.getElementById(e.getAttribute("aria-describedby") ?? "")?.textContent,
  );
  expect(described).toEqual(["Watched", "Read"]);
});

test("in the options' list too; what is no manga has episodes", async () => {
  const background = new Background();
  const monster = shows.find(({ id }) => id === "monster")!;
  background.state = { ...background.state, shows: { vagabond: at(1), monster: at(1) } };
  const model = createOptions({
    catalog: [monster, manga.find(({ id }) => id === "vagabond")!],
    ask: background.ask,
  });
  await model.settings.refresh();
  await draw(<Shows model={model} />);
  const facts = [...document.querySelectorAll(".row-facts")].map((e) => e.textContent);
  expect(facts).toEqual(["2004 · TV · 74 episodes", "1998 · Manga · 327 chapters"]);
});
