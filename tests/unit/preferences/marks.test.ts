import { beforeEach, expect, test, vi } from "vitest";
import { patience } from "../../../lib/preferences/database.ts";
import { createMarks } from "../../../lib/preferences/marks.ts";
import { snapshotKey } from "../../../lib/preferences/snapshot.ts";
import { FakeArea, FakeFiles, freshProfile, start } from "./fixtures.ts";

const watched = { delta: { state: "watched" } } as const;
const now = () => 1_000;

let area: FakeArea;
let files: FakeFiles;
const restarted = async () => {
  const { preferences } = start(area, now, new FakeArea(), files);
  await preferences.heal();
  return preferences;
};
/** Both copies are gone. */
const lose = () => {
  freshProfile();
  area = new FakeArea();
};

beforeEach(() => {
  files = new FakeFiles();
  lose();
});

test("choices of which nothing is left are missed at the next start, until the reader knows", async () => {
  await (await restarted()).edit({ shows: watched });
  expect([...files.names]).toEqual(["kept"]);
  lose();
  expect((await (await restarted()).state()).problems).toEqual([{ kind: "lost" }]);
  // Also where the background has slept before anybody looked, and where something has been chosen anew.
  const preferences = await restarted();
  expect(await preferences.edit({ level: "careful" })).toMatchObject({
    level: "careful",
    problems: [{ kind: "lost" }],
  });
  expect((await preferences.dismiss()).problems).toEqual([]);
  expect((await (await restarted()).state()).problems).toEqual([]);
  lose();
  expect((await (await restarted()).state()).problems).toEqual([{ kind: "lost" }]);
});

test("a snapshot that cannot be read, beside an empty store, is a loss too", async () => {
  await (await restarted()).edit({ shows: watched });
  freshProfile();
  area.data[snapshotKey] = "garbled";
  expect((await (await restarted()).state()).problems).toEqual([{ kind: "lost" }]);
});

test("a first day, choices that were taken back, and choices that were erased are no loss", async () => {
  expect((await (await restarted()).state()).problems).toEqual([]);
  expect([...files.names]).toEqual([]);
  for (const end of ["undo", "erase"] as const) {
    const preferences = await restarted();
    await preferences.edit({ shows: watched });
    await preferences[end]();
    await restarted();
    lose();
    expect((await (await restarted()).state()).problems).toEqual([]);
  }
});

test("one copy that is lost is no loss", async () => {
  await (await restarted()).edit({ shows: watched });
  freshProfile();
  expect(await (await restarted()).state()).toMatchObject({ shows: watched, problems: [] });
  area = new FakeArea();
  expect(await (await restarted()).state()).toMatchObject({ shows: watched, problems: [] });
});

test("without files of its own the extension is as on its first day, and choices are kept all the same", async () => {
  files.broken = true;
  await (await restarted()).edit({ shows: watched });
  expect(await (await restarted()).state()).toMatchObject({ shows: watched, problems: [] });
  lose();
  expect((await (await restarted()).state()).problems).toEqual([]);
});

test("files that cannot be opened once are asked for again", async () => {
  const directory = files as unknown as FileSystemDirectoryHandle;
  const getDirectory = vi.fn(async () => directory).mockRejectedValueOnce(new Error("busy"));
  const marks = createMarks(getDirectory);
  files.names.add("lost");
  expect(await marks.lost()).toBe(false);
  expect(await marks.lost()).toBe(true);
});

test("files that never answer hold up the first question alone; late ones are used", async () => {
  vi.useFakeTimers();
  let answer: () => void = () => {};
  const marks = createMarks(
    () => new Promise((resolve) => (answer = () => resolve(files as unknown as FileSystemDirectoryHandle))),
  );
  files.names.add("lost");
  const first = marks.lost();
  await vi.advanceTimersByTimeAsync(patience);
  expect(await first).toBe(false);
  await marks.keep(true);
  expect(await marks.lost()).toBe(false);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(await marks.lost()).toBe(true);
  vi.useRealTimers();
});
