// @vitest-environment happy-dom
/** What the browser's menu is told of what the pointer is on, and what comes of a choice in it. */
import { afterEach, expect, test, vi } from "vitest";
import type { VeilItem } from "../../../lib/page/options.ts";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { insideOf, openPage, type Page, veils } from "./fixtures.ts";

let page: Page;
let told: (readonly VeilItem[])[];
const open = (html: string, options: Parameters<typeof openPage>[1] = {}) => {
  told = [];
  page = openPage(html, { onPoint: (items) => told.push(items), ...options });
};
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

const line = (index = 0) => insideOf(veils()[index] as Element).querySelector(".line") as HTMLElement;
/** As a person does it (composed), or as a script. */
const send = (target: EventTarget, type: string, person = true, more: object = {}) => {
  const bubbles = !/^pointer(enter|leave)$/.test(type);
  const event = new MouseEvent(type, { bubbles, cancelable: true, composed: person });
  target.dispatchEvent(Object.assign(event, { pointerType: "mouse", ...more }));
  page.clock.pass(60);
};
const passage = ["show", "spare", "seenAll"];

test("what can be done is told while the pointer is on a veil, and no longer", () => {
  open("<p>And a twist.</p><p>Mami dies.</p>");
  send(line(0), "pointerenter");
  send(line(0), "pointerleave");
  send(line(1), "pointermove");
  send(line(1), "pointerleave");
  expect(told).toEqual([["show", "spare", "seen"], [], passage, []]);
});

test("a pointer that only passes, a finger and a script say nothing", () => {
  open("<p>Mami dies.</p>");
  const enter = () => line().dispatchEvent(new MouseEvent("pointerenter", { composed: true }));
  enter();
  page.clock.pass(30);
  send(line(), "pointerleave");
  send(line(), "pointerenter", true, { pointerType: "touch" });
  send(line(), "pointerenter", false);
  send(line(), "focusin", false);
  expect(told).toEqual([]);
});

test("it is told again as the pointer moves, but not all the time", () => {
  open("<p>Mami dies.</p>");
  send(line(), "pointerenter");
  for (let i = 0; i < 50; i++) send(line(), "pointermove");
  expect(told).toEqual([passage, passage]);
});

test("it is told again while nothing moves, until the pointer leaves", () => {
  open("<p>Mami dies.</p><p>Homura dies.</p>");
  send(line(0), "pointerenter");
  page.clock.pass(20_000);
  expect(told).toEqual([passage, passage, passage]);
  send(line(0), "pointerleave");
  page.clock.pass(20_000);
  expect(told.splice(0)).toEqual([passage, passage, passage, []]);
  send(line(1), "focusin");
  page.clock.pass(9_000);
  send(document.body, "pointermove");
  page.clock.pass(20_000);
  expect(told).toEqual([passage, passage, []]);
});

test("the keyboard counts as well, until a pointer moves that may be anywhere", () => {
  open("<p>Mami dies.</p>");
  send(line(), "focusin");
  send(line(), "focusout");
  send(line(), "focusin");
  send(document.body, "pointermove");
  expect(told).toEqual([passage, [], passage, []]);
});

test("once the pointer has taken over, a press on the veil that it is on leaves nothing", () => {
  open("<p>Mami dies.</p><p>Homura dies.</p>");
  for (const index of [0, 1]) send(line(index), "focusin");
  send(document.body, "pointermove");
  send(line(0), "pointerenter");
  told = [];
  send(line(0), "pointerdown");
  expect(told).toEqual([]);
});

test("what is revealed, or taken away by the page, has been left", async () => {
  open("<p>Mami dies.</p><p>Homura dies.</p>");
  send(line(), "pointerenter");
  page.shield.revealAll();
  page.shield.hideAgain();
  send(line(1), "pointerenter");
  document.querySelectorAll("p")[1]?.remove();
  await page.turn();
  expect(told).toEqual([passage, [], passage, []]);
});

test("a page that goes away, or behind another tab, has been left; back again, the pointer is there again", () => {
  open("<p>Mami dies.</p>");
  send(line(), "pointerenter");
  send(document, "visibilitychange");
  send(line(), "pointermove");
  send(window, "pagehide");
  expect(told).toEqual([passage, [], passage, []]);
});

test("a choice is done to the veil on which the menu was opened, wherever the pointer has gone", () => {
  open("<p>Mami dies.</p><p>Homura dies.</p>");
  send(line(0), "pointerenter");
  send(line(0), "contextmenu");
  send(line(0), "pointerleave");
  send(line(1), "pointerenter");
  page.shield.choose("show");
  expect(document.body.textContent).toContain("Mami dies.");
  expect(veils()).toHaveLength(1);
  // Once.
  page.shield.choose("show");
  expect(veils()).toHaveLength(1);
});

test("nothing is done where the menu was opened by a script, on something else, or not at all", () => {
  open("<p>Mami dies.</p>");
  page.shield.choose("show");
  send(line(), "pointerenter");
  page.shield.choose("show");
  send(line(), "contextmenu", false);
  page.shield.choose("show");
  send(line(), "contextmenu");
  // The page's own says nothing of what the reader does.
  send(document.body, "contextmenu", false);
  send(document.body, "contextmenu");
  page.shield.choose("show");
  expect(veils()).toHaveLength(1);
});

test("nothing is done to a veil that has gone meanwhile", async () => {
  const onReveal = vi.fn();
  open("<p>Mami dies.</p>", { onReveal });
  send(line(), "contextmenu");
  document.querySelector("p")?.remove();
  await page.turn();
  page.shield.choose("show");
  expect(onReveal).not.toHaveBeenCalled();
});

test("the answers are those of the label", () => {
  const [onSpare, onSeen] = [vi.fn(), vi.fn()];
  open("<p>And a twist.</p><p>Mami dies.</p>", { onSpare, onSeen });
  send(line(0), "contextmenu");
  page.shield.choose("seen");
  expect(onSeen.mock.calls[0]?.[0]).toMatchObject({ show: "y", where: { part: 1, episode: 3 } });
  send(line(1), "contextmenu");
  // Not offered there: its place is not known.
  page.shield.choose("seen");
  expect(onSeen).toHaveBeenCalledTimes(1);
  send(line(1), "contextmenu");
  page.shield.choose("spare");
  expect(onSpare).toHaveBeenCalledTimes(1);
  expect(veils()).toHaveLength(1);
});

test("a covered picture is offered as one, and no longer when it shows", () => {
  open('<img alt="Mami dies.">');
  const picture = document.querySelector("img") as HTMLElement;
  // The page can give it the focus: that says nothing of the reader.
  send(picture, "focusin");
  expect(told).toEqual([]);
  send(picture, "pointerenter");
  expect(told).toEqual([["showPicture", "spare", "seenAll"]]);
  send(picture, "contextmenu");
  page.shield.choose("showPicture");
  expect(picture.getAttribute("alt")).toBe("Mami dies.");
  expect(told.at(-1)).toEqual([]);
  send(picture, "pointerenter");
  expect(told).toHaveLength(2);
});

test("what a rule of no show hides cannot have been seen", () => {
  const finding = {
    show: "",
    rule: "r",
    title: "",
    kind: "twist",
    start: 0,
    end: 4,
    score: 1,
    why: { by: "title" },
  } as const;
  open("<p>Rule.</p>", {
    detector: () =>
      ({ begin: () => ({}), read: (_: unknown, after: object) => ({ findings: [finding], after }) }) as never,
  });
  page.shield.update({ ...closedSnapshot, revision: 1 }, true);
  send(line(), "pointerenter");
  expect(told).toEqual([["show", "spare"]]);
});
