// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { click, insideOf, openPage, type Page, veils } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

const root = (index = 0) => insideOf(veils()[index] as Element);
const line = (index = 0) => root(index).querySelector(".line") as HTMLElement;
const panel = (index = 0) => root(index).querySelector(".panel");
const event = (type: string, person = true) => new MouseEvent(type, { composed: person, clientY: 5 });
const point = (person = true) => {
  line().dispatchEvent(event("pointerenter", person));
  page.clock.pass(200);
};
const button = (text: string, index = 0) =>
  [...(panel(index)?.querySelectorAll("button") ?? [])].find((b) => b.textContent === text) as HTMLElement;
const press = (text: string, person = true, index = 0) =>
  button(text, index).dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, composed: person }),
  );

test("pointed at, a veil says show, kind and place, and no longer when the pointer has gone", () => {
  page = openPage("<p>And a twist.</p>");
  expect(root().querySelector(".show")?.getAttribute("aria-description")).toBe("Show · twist · episode 3");
  point(false);
  expect(panel()).toBeNull();
  point();
  expect(panel()?.querySelector(".what")?.textContent).toBe("Show · twist · episode 3");
  line().dispatchEvent(event("pointerleave"));
  page.clock.pass(100);
  expect(panel()).not.toBeNull();
  page.clock.pass(300);
  expect(panel()).toBeNull();
});

test("it no longer follows the page when its veil has been opened under it", () => {
  const added = vi.spyOn(window, "addEventListener");
  const removed = vi.spyOn(window, "removeEventListener");
  const scrolls = (spy: typeof added | typeof removed) =>
    spy.mock.calls.filter(([type]) => type === "scroll").map(([, listener]) => listener);
  page = openPage("<p>Mami dies.</p>");
  point();
  click(veils()[0]);
  window.dispatchEvent(new Event("scroll"));
  expect(scrolls(added)).toHaveLength(1);
  expect(scrolls(removed)).toContain(scrolls(added)[0]);
  vi.restoreAllMocks();
});

test("a pointer that only passes opens nothing", () => {
  page = openPage("<p>Mami dies.</p>");
  line().dispatchEvent(event("pointerenter"));
  page.clock.pass(50);
  line().dispatchEvent(event("pointerleave"));
  page.clock.pass(1000);
  expect(panel()).toBeNull();
});

test("why: which kind and by what, without a word of what is hidden", () => {
  page = openPage("<p>Mami dies.</p>");
  point();
  press("Why is this hidden?", false);
  expect(panel()?.querySelector(".why")).toBeNull();
  press("Why is this hidden?");
  expect(panel()?.querySelector(".why")?.textContent).toBe(
    "It is worded like a spoiler (death, 90% sure); the catalog does not list it.",
  );
  // Of random letters one in two hundred is "Mami".
  expect(root().innerHTML.replace(/data-text="[^"]*"/g, "")).not.toMatch(/Mami|dies/);
  expect(veils()).toHaveLength(1);
});

test("who wants no label sees it only when they ask why", () => {
  page = openPage("<p>Mami dies.</p>");
  page.shield.update(
    { ...closedSnapshot, revision: 1, look: { ...closedSnapshot.look, label: false } },
    true,
  );
  // Only what is drawn anew has no description for screen readers.
  page.shield.revealAll();
  page.shield.hideAgain();
  expect(root().querySelector(".show")?.hasAttribute("aria-description")).toBe(false);
  point();
  expect(panel()?.textContent).toBe("Why is this hidden?");
  press("Why is this hidden?");
  expect(panel()?.textContent).toContain("Show · death.");
});

test("not a spoiler: revealed at once and told by its key, which spares it wherever it stands", () => {
  const onSpare = vi.fn();
  page = openPage("<p>Mami dies. Homura dies.</p>", { onSpare });
  point();
  press("Why is this hidden?");
  press("Not a spoiler", false);
  expect(veils()).toHaveLength(2);
  press("Not a spoiler");
  expect(veils()).toHaveLength(1);
  expect(document.body.textContent).toContain("Mami dies.");
  const [key = ""] = onSpare.mock.calls[0]?.[0] as string[];
  expect(key).toMatch(/^[a-z0-9]{1,20}$/);
  page.stop();
  page = openPage("<p>Homura dies. Mami dies.</p>");
  page.shield.update({ ...closedSnapshot, revision: 1, spared: [key] }, true);
  expect(veils()).toHaveLength(1);
  expect(document.body.textContent).toContain("Mami dies.");
});

test("not a spoiler, taken back: hidden again; nor does the tab reveal it", () => {
  const [onSpare, onReveal] = [vi.fn(), vi.fn()];
  page = openPage("<p>Mami dies.</p>", { onSpare, onReveal });
  point();
  press("Why is this hidden?");
  press("Not a spoiler");
  expect(veils()).toHaveLength(0);
  expect(page.shield.summary().revealed).toBe(true);
  page.shield.update({ ...closedSnapshot, revision: 1, spared: onSpare.mock.calls[0]?.[0] }, true);
  expect(veils()).toHaveLength(0);
  expect(page.shield.summary().revealed).toBe(false);
  page.shield.update({ ...closedSnapshot, revision: 2 }, true);
  expect(veils()).toHaveLength(1);
  expect(onReveal).not.toHaveBeenCalled();
});

test("not a spoiler, while what stands before it in the same text stays hidden", () => {
  const spared: string[] = [];
  page = openPage("<p>One. A twist. Mami dies. Two.</p>", { onSpare: (keys) => spared.push(...keys) });
  line(1).dispatchEvent(event("pointerenter"));
  page.clock.pass(200);
  press("Why is this hidden?", true, 1);
  press("Not a spoiler", true, 1);
  expect(spared).toHaveLength(1);
  expect(veils()).toHaveLength(1);
});

test("I have seen this: show and place are told, and the veil goes when the preferences say so", () => {
  const onSeen = vi.fn();
  page = openPage("<p>And a twist.</p><p>Mami dies.</p>", { onSeen });
  point();
  press("Why is this hidden?");
  press("I have seen this");
  expect(onSeen.mock.calls[0]?.[0]).toMatchObject({ show: "y", where: { part: 1, episode: 3 } });
  expect(veils()).toHaveLength(2);
  const progress = { state: "watching", part: 1, episode: 3 } as const;
  page.shield.update({ ...closedSnapshot, revision: 1, shows: { y: progress } }, true);
  expect(veils()).toHaveLength(1);
  point();
  press("Why is this hidden?");
  press("I have seen all of it");
  expect(onSeen.mock.calls[1]?.[0]).toMatchObject({ show: "x" });
});

test("where nobody is left to keep that, it reveals what it is about, and nothing else", () => {
  page = openPage("<p>And a twist.</p><p>Mami dies.</p>", { onSeen: () => false });
  point();
  press("Why is this hidden?");
  press("I have seen this");
  expect(veils()).toHaveLength(1);
  expect(document.querySelector("p")?.textContent).toBe("And a twist.");
});

test("a click on the label does not reveal, and Escape closes it", () => {
  page = openPage("<p>Mami dies.</p>");
  point();
  panel()?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
  expect(veils()).toHaveLength(1);
  line().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(panel()).toBeNull();
});

test("what has been revealed is told, and what was revealed in this tab before is asked for once", async () => {
  const onReveal = vi.fn();
  const recall = vi.fn();
  page = openPage("<p>Clean.</p>", { onReveal, recall });
  expect(recall).not.toHaveBeenCalled();
  // "All" is said to each frame. No keys would mean that all are hidden again.
  page.shield.revealAll();
  expect(onReveal).not.toHaveBeenCalled();
  page.stop();
  page = openPage("<p>Mami dies. Homura dies. Sayaka dies.</p>", { onReveal, recall });
  expect(recall).toHaveBeenCalledTimes(1);
  root()
    .querySelector("button")
    ?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
  const keys = onReveal.mock.calls[0]?.[0] as number[];
  expect(keys).toHaveLength(1);
  page.shield.hideAgain();
  expect(onReveal).toHaveBeenLastCalledWith([]);
  expect(veils()).toHaveLength(3);
  recall.mock.calls[0]?.[0](keys);
  expect(veils()).toHaveLength(2);
  page.shield.revealAll();
  expect(onReveal.mock.lastCall?.[0]).toHaveLength(2);
  expect(recall).toHaveBeenCalledTimes(1);
});

test("what has been revealed with all the rest is told as well: the tab's title, a label", () => {
  const onReveal = vi.fn();
  document.title = "Sayaka dies.";
  page = openPage('<p title="Homura dies.">Mami dies.</p>', { onReveal });
  page.shield.revealAll();
  document.title = "";
  expect(onReveal.mock.lastCall?.[0]).toHaveLength(3);
});

/** A finger comes down on the veil's letters, stays so long, and goes. */
const touch = (ms: number, person = true) => {
  const letters = root().querySelector(".decoy") as HTMLElement;
  const send = (type: string) => {
    const made = new MouseEvent(type, { bubbles: true, cancelable: true, composed: person, clientY: 5 });
    letters.dispatchEvent(Object.assign(made, { pointerType: "touch" }));
    return made;
  };
  send("pointerdown");
  page.clock.pass(ms);
  send("pointerup");
  line().dispatchEvent(event("pointerleave"));
  send("click");
  page.clock.pass(400);
};

test("a finger that stays sees the label, which stays as well; a tap reveals", () => {
  page = openPage("<p>Mami dies.</p>");
  touch(600);
  expect(veils()).toHaveLength(1);
  expect(panel()?.querySelector(".what")?.textContent).toBe("Show · death");
  press("Why is this hidden?");
  expect(button("Not a spoiler")).toBeTruthy();
  page.clock.pass(5000);
  expect(panel()).not.toBeNull();
  touch(100);
  expect(veils()).toHaveLength(0);
});

test("nothing comes of a finger that slips, or of one that a script makes up; no menu of the browser's opens", () => {
  page = openPage("<p>Mami dies.</p>");
  touch(600, false);
  expect(panel()).toBeNull();
  const send = (type: string, clientX: number) => {
    const made = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, clientX });
    line().dispatchEvent(Object.assign(made, { pointerType: "touch" }));
    return made;
  };
  send("pointerdown", 0);
  send("pointermove", 30);
  page.clock.pass(1000);
  expect(panel()).toBeNull();
  send("pointerdown", 0);
  // Some browsers open theirs before half a second is over.
  expect(send("contextmenu", 0).defaultPrevented).toBe(true);
  expect(panel()).not.toBeNull();
});
