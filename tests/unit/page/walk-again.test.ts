// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { Covers } from "../../../lib/page/cover.ts";
import type { Reader } from "../../../lib/page/reader.ts";
import { createWalk, type Walk } from "../../../lib/page/walk.ts";

test("what is to be read again is, though a walk over more than that is under way and has read it", () => {
  document.body.innerHTML = "<p>A.</p><p>B.</p><p>C.</p>";
  const read: string[] = [];
  const soon: (() => void)[] = [];
  let now = 0;
  let onRead: (text: string) => void = () => {};
  const reader = {
    active: true,
    ready: true,
    runs: () => [{}],
    read(node: Text) {
      read.push(node.data);
      onRead(node.data);
      return { runs: [], gone: [], nodes: [node] };
    },
  } as unknown as Reader;
  const nothing = () => {};
  const walk: Walk = createWalk({
    reader,
    covers: { hold: nothing, release: nothing, disown: nothing } as unknown as Covers,
    schedule: {
      now: () => now,
      soon: (run) => void soon.push(run),
      idle: nothing,
      later: () => nothing,
      frame: nothing,
      frameStart: nothing,
    },
    onLines: nothing,
    onElement: nothing,
    onLabels: nothing,
    act: (work) => work(),
    trouble: (error) => {
      throw error;
    },
  });

  walk.add(document.body);
  // The last text wakes the reader: all is begun anew from the root, and the time for it is up at once.
  onRead = (text) => {
    if (text !== "C.") return;
    onRead = nothing;
    now = 10_000;
    walk.restart(document.documentElement);
  };
  walk.run();
  expect(soon.length).toBe(1);
  read.length = 0;

  // Before it goes on a rule is deleted.
  walk.add(document.body, true);
  for (let run = soon.shift(); run; run = soon.shift()) run();
  expect(read).toEqual(expect.arrayContaining(["A.", "B.", "C."]));
});
