import { expect, test } from "vitest";
import { createTabs, lastReport, type SessionArea } from "../../../lib/background/tabs.ts";

class FakeSession implements SessionArea {
  data: Record<string, unknown> = {};
  async get() {
    return structuredClone(this.data);
  }
  async set(items: Record<string, unknown>) {
    Object.assign(this.data, structuredClone(items));
  }
  async remove(key: string) {
    delete this.data[key];
  }
}

/** Counts that the test is not about. */
const none = { kinds: {}, rules: 0, revealed: false };
const frame = (frameId: number, url = "https://www.a.example/x") => ({ tabId: 7, frameId, url });

function setup(session: SessionArea = new FakeSession()) {
  const clock = { time: 0 };
  return { clock, session, tabs: createTabs(session, () => clock.time) };
}

test("frames are summed up; the top frame names the site", () => {
  const { tabs } = setup();
  tabs.note(frame(5, "https://ads.example"), {
    veils: 1,
    shows: { alpha: 1 },
    kinds: { alpha: { death: 1 } },
    rules: 0,
    revealed: false,
    problems: [{ kind: "reading", detail: "slow" }],
  });
  tabs.note(frame(0), {
    veils: 2,
    shows: { alpha: 1, beta: 1 },
    kinds: { alpha: { death: 1, twist: 1 } },
    rules: 1,
    revealed: true,
    problems: [{ kind: "reading", detail: "slow" }],
  });
  expect(tabs.report(7)).toEqual({
    host: "a.example",
    veils: 3,
    shows: { alpha: 2, beta: 1 },
    kinds: { alpha: { death: 2, twist: 1 } },
    rules: 1,
    revealed: true,
    problems: [{ kind: "reading", detail: "slow" }],
  });
  expect(tabs.report(8)).toEqual({
    host: undefined,
    veils: 0,
    shows: {},
    kinds: {},
    rules: 0,
    revealed: false,
    problems: [],
  });
});

test("which sites stand in a page's frames is not kept", () => {
  const session = new FakeSession();
  const { tabs } = setup(session);
  tabs.note(frame(5, "https://ads.example"), { veils: 1, shows: {}, ...none });
  tabs.note(frame(0), { veils: 1, shows: {}, ...none });
  expect(JSON.stringify(session.data)).toContain("a.example");
  expect(JSON.stringify(session.data)).not.toContain("ads.example");
});

test("a frame that tells again replaces what it told", () => {
  const { tabs } = setup();
  tabs.note(frame(0), { veils: 5, shows: { alpha: 5 }, ...none });
  tabs.note(frame(0), { veils: 1, shows: { alpha: 1 }, ...none });
  expect(tabs.report(7).veils).toBe(1);
});

test("frames that stay silent when asked are dropped", () => {
  const { tabs, clock } = setup();
  tabs.note(frame(0), { veils: 1, shows: {}, ...none });
  tabs.note(frame(5), { veils: 4, shows: {}, ...none });
  clock.time = 10;
  tabs.note(frame(0), { veils: 2, shows: {}, ...none });
  tabs.dropBefore(7, 10);
  expect(tabs.report(7).veils).toBe(2);
});

test("a tab is known until it closes, even if no frame speaks", () => {
  const { tabs, session } = setup();
  tabs.meet(7);
  tabs.meet(8);
  tabs.note(frame(0), { veils: 1, shows: {}, ...none });
  tabs.dropBefore(7, 10);
  expect(tabs.ids()).toEqual([7, 8]);
  expect(setup(session).tabs.report(7).veils).toBe(0);
  tabs.meet(7);
  tabs.forget(7);
  tabs.forget(8);
  expect(tabs.ids()).toEqual([]);
  expect((session as FakeSession).data).toEqual({});
});

test("a worker that starts again knows what it knew", async () => {
  const { tabs, session } = setup();
  tabs.note(frame(0), { veils: 2, shows: { alpha: 2 }, ...none });
  tabs.note({ ...frame(0), tabId: 9 }, { veils: 1, shows: {}, ...none });
  tabs.forget(9);
  const again = setup(session).tabs;
  await again.ready;
  expect(again.ids()).toEqual([7]);
  expect(again.report(7)).toMatchObject({ host: "a.example", veils: 2 });
});

test("a page of the extension reads what was last known of a tab by itself", async () => {
  const { tabs, session } = setup();
  tabs.note(frame(0), { veils: 2, shows: { alpha: 2 }, ...none });
  expect(await lastReport(session as FakeSession, 7)).toEqual(tabs.report(7));
  expect(await lastReport(session as FakeSession, 8)).toBeUndefined();
});

test("a session storage that throws costs nothing but the memory", async () => {
  const fail = () => Promise.reject(new Error("no session storage"));
  const { tabs } = setup({ get: fail, set: fail, remove: fail });
  await tabs.ready;
  tabs.note(frame(0, "about:blank"), { veils: 2, shows: {}, ...none });
  expect(tabs.report(7)).toMatchObject({ host: undefined, veils: 2 });
});

test("a frame that goes away is counted no more; one that was never known makes nothing known", () => {
  const { tabs } = setup();
  tabs.note(frame(0), { veils: 2, shows: {}, ...none });
  tabs.note(frame(5), { veils: 1, shows: {}, ...none });
  tabs.note(frame(5), undefined);
  expect(tabs.report(7).veils).toBe(2);
  tabs.note({ tabId: 8, frameId: 5, url: undefined }, undefined);
  expect(tabs.has(8)).toBe(false);
});
