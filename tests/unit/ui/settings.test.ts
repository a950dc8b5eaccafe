import { expect, test, vi } from "vitest";
import { earlyOf } from "../../../lib/preferences/early.ts";
import { buildSnapshot } from "../../../lib/preferences/expand.ts";
import { createSettings } from "../../../lib/ui/settings.ts";
import { Background } from "./popup-fixtures.ts";

test("rules are known before the background answers where the snapshot is of the same moment", () => {
  const state = { ...new Background().state, revision: 4 };
  const rules = [{ id: "r", kind: "name", text: "Kaito" }] as const;
  const begun = (revision: number) => {
    const settings = createSettings(new Background().ask);
    settings.begin(earlyOf(state), { ...buildSnapshot({ ...state, rules }, revision, []) });
    return [settings.whole.value, settings.state.value?.rules];
  };
  expect(begun(4)).toEqual([true, rules]);
  expect(begun(3)).toEqual([false, []]);
});

test("what is changed before anything is known is said not to be saved", async () => {
  const background = new Background();
  const settings = createSettings(background.ask);
  expect(await settings.edit({ level: "careful" })).toBe(false);
  expect(settings.failure.value).toBe("notSaved");
  expect(background.asked).toEqual([]);
});

test("an answer that changes one show leaves the others' objects as they were", async () => {
  const background = new Background();
  const shows = { alpha: { state: "watched" }, beta: { state: "planned" } } as const;
  background.state = { ...background.state, shows };
  const { state, refresh } = createSettings(background.ask);
  await refresh();
  const before = state.value!.shows;
  background.state = { ...structuredClone(background.state), revision: 8 };
  await refresh();
  expect(state.value).toMatchObject({ revision: 8 });
  expect(state.value!.shows).toBe(before);
  background.state = {
    ...background.state,
    shows: { ...structuredClone(shows), beta: { state: "watched" } },
  };
  await refresh();
  expect(state.value!.shows["alpha"]).toBe(before["alpha"]);
  expect(state.value!.shows["beta"]).toEqual({ state: "watched" });
});

test("what the background has said already is not gone back on", async () => {
  const background = new Background();
  const settings = createSettings(background.ask);
  await settings.refresh();
  settings.begin(earlyOf({ ...background.state, level: "careful" }));
  expect(settings.state.value?.level).toBe("balanced");
});

test("what has been overtaken elsewhere is no longer offered to be taken back", async () => {
  const background = new Background();
  const settings = createSettings(background.ask);
  await settings.refresh();
  await settings.edit({ level: "careful" });
  await settings.refresh();
  expect(settings.undoable.value?.edit).toEqual({ level: "careful" });
  // Another page of the extension, or a veil.
  await background.ask({ type: "edit", edit: { shows: { alpha: { state: "watched" } } } });
  await settings.refresh();
  expect(settings.undoable.value).toBeUndefined();
});

test("an answer from before a change, which comes after it, takes nothing of it away", async () => {
  const background = new Background();
  let late = () => {};
  const settings = createSettings((async (message) => {
    const answer = await background.ask(message);
    if (message.type === "preferences") await new Promise<void>((resolve) => (late = resolve));
    return answer;
  }) as typeof background.ask);
  const first = settings.refresh();
  await vi.waitFor(() => expect(background.asked).toHaveLength(1));
  late();
  await first;
  const second = settings.refresh();
  await vi.waitFor(() => expect(background.asked).toHaveLength(2));
  await settings.edit({ level: "careful" });
  late();
  await second;
  expect(settings.state.value?.level).toBe("careful");
  expect(settings.undoable.value?.edit).toEqual({ level: "careful" });
});

test("an undo that comes too late takes nothing back, and offers nothing that was changed elsewhere", async () => {
  const background = new Background();
  const settings = createSettings(background.ask);
  await settings.refresh();
  await settings.edit({ level: "careful" });
  await settings.edit({ scope: "list" });
  await background.ask({ type: "edit", edit: { shows: { alpha: { state: "watched" } } } });
  await settings.undo();
  expect(background.state).toMatchObject({ scope: "list", shows: { alpha: { state: "watched" } } });
  expect(settings.undoable.value).toBeUndefined();
});

test("two clicks before the answer take back one change", async () => {
  const background = new Background();
  const settings = createSettings(background.ask);
  await settings.refresh();
  await settings.edit({ level: "careful" });
  await settings.edit({ scope: "list" });
  await Promise.all([settings.undo(), settings.undo()]);
  expect(background.state).toMatchObject({ level: "careful", scope: "all" });
  expect(settings.undoable.value?.edit).toEqual({ level: "careful" });
});

test("what changes nothing does not offer what was changed long ago as if it had been made now", async () => {
  const background = new Background();
  await background.ask({ type: "edit", edit: { level: "careful" } });
  const ask = (async (message) =>
    // As the store has it: the same again is not remembered.
    background.ask(message.type === "edit" ? { type: "preferences" } : message)) as typeof background.ask;
  const settings = createSettings(ask);
  await settings.refresh();
  await settings.edit({ level: "careful" });
  expect(settings.undoable.value).toBeUndefined();
});
