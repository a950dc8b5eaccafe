// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { click, fakeDetector, insideOf, openPage, type Page, p, veils, watched } from "./fixtures.ts";

class FakeHighlight extends Set<Range> {
  priority = 0;
  constructor(...ranges: Range[]) {
    super(ranges);
  }
}
let page: Page;
let highlights: Map<string, FakeHighlight>;
let forced = false;
let media: Pick<MediaQueryList, "matches"> & { onchange: (() => void) | null };
let clipped: Element | null = null;
const styleOf = window.getComputedStyle.bind(window);

beforeEach(() => {
  highlights = new Map();
  forced = false;
  clipped = null;
  Object.assign(window, { Highlight: FakeHighlight });
  vi.spyOn(window, "CSS", "get").mockReturnValue({ highlights } as unknown as typeof CSS);
  media = {
    onchange: null,
    get matches() {
      return forced;
    },
  };
  vi.spyOn(window, "matchMedia").mockReturnValue(media as MediaQueryList);
  vi.spyOn(window, "getComputedStyle").mockImplementation((element) =>
    element === clipped ? ({ backgroundClip: "text" } as CSSStyleDeclaration) : styleOf(element),
  );
});
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
  expect(highlights.size).toBe(0);
  Object.assign(window, { Highlight: undefined });
  vi.restoreAllMocks();
});

const html = "<p>Tea. Mami <b>dies</b> here. More tea.</p>";
const open = (body = html, options: Parameters<typeof openPage>[1] = {}) =>
  openPage(body, { settle: false, ...options });
const look = (element: Element = p()) => element.getAttribute("data-spoiler-cover");
const letters = (name = "spoiler-cover") => [...(highlights.get(name) ?? [])].map(String);

test("before settling, a highlight lies over the letters; the elements are only kept from being selected", () => {
  page = open();
  expect(letters()).toEqual(["Mami", "dies", "here."]);
  expect(look()).toBe("still");
  expect(look(p().querySelector("b") as Element)).toBe("still");
  expect(p().textContent).toBe("Tea. Mami dies here. More tea.");
  expect(p().childNodes.length).toBe(3);
});

test("its look comes late, so that a cover that goes at once is never seen", () => {
  page = open();
  expect(highlights.has("spoiler-cover-look")).toBe(false);
  page.shield.update(watched, true);
  expect(highlights.size).toBe(0);
  expect(look()).toBeNull();
  page.clock.pass(200);
  page.shield.update(undefined, true);
  expect(letters("spoiler-cover-look")).toEqual(letters());
});

test("what stays covered whatever the reader has chosen is not covered anew", () => {
  page = open();
  const ranges = [...(highlights.get("spoiler-cover") ?? [])];
  page.shield.update({ ...watched, shows: {} }, true);
  expect([...(highlights.get("spoiler-cover") ?? [])].map((range) => ranges.indexOf(range))).toEqual([
    0, 1, 2,
  ]);
});

test("when the page has settled, the veil takes over and nothing of the cover is left", () => {
  page = open();
  page.clock.pass(1900);
  expect(veils()).toHaveLength(0);
  page.clock.pass(300);
  expect(veils()).toHaveLength(3);
  expect(highlights.size).toBe(0);
  expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
});

test("it follows text that changes, moves or goes, in the callback that tells of it", async () => {
  page = open("<p>Tea. Mami dies.</p><div></div>");
  const node = p().firstChild as Text;
  node.data = "Homura dies. Tea.";
  await page.turn();
  expect(letters()).toEqual(["Homura dies."]);
  document.querySelector("div")?.append(node);
  await page.turn();
  expect(letters()).toEqual(["Homura dies."]);
  expect(look()).toBeNull();
  document.body.insertAdjacentHTML("beforeend", "<section>Sayaka dies.</section>");
  await page.turn();
  expect(letters()).toEqual(["Homura dies.", "Sayaka dies."]);
  node.data = "All is well.";
  await page.turn();
  expect(letters()).toEqual(["Sayaka dies."]);
});

test("a click on the letters reveals their stretch, one beside them nothing", () => {
  page = open("<p>Tea. Mami dies. Homura dies.</p>");
  const box = (left: number) => [{ left, right: left + 10, top: 0, bottom: 10 }] as unknown as DOMRectList;
  for (const range of highlights.get("spoiler-cover") ?? [])
    range.getClientRects = () => box(`${range}`.startsWith("Mami") ? 20 : 40);
  const clickAt = (clientX: number, person = true, target: Element = p()) => {
    const event = new MouseEvent("click", {
      clientX,
      clientY: 5,
      bubbles: true,
      cancelable: true,
      composed: person,
    });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(clickAt(5)).toBe(false);
  expect(clickAt(25, false)).toBe(false);
  // Something of the page lies above the letters.
  expect(clickAt(25, true, document.body)).toBe(false);
  expect(letters()).toHaveLength(2);
  expect(clickAt(25)).toBe(true);
  expect(letters()).toEqual(["Homura dies."]);
});

test("what leaves the page before it has settled is let go, and nothing looks after it any more", async () => {
  page = open(html, { onChange: () => {} });
  p().remove();
  await page.turn();
  page.clock.pass(4000);
  expect(highlights.size).toBe(0);
});

test("what a highlight cannot hide is blurred: forced colours, letters that cut out a background", () => {
  forced = true;
  page = open();
  expect([look(), letters()]).toEqual(["", []]);
  page.stop();
  forced = false;
  page = open("<p>Mami dies.</p><button>Homura dies.</button>");
  expect(letters()).toEqual(["Mami dies.", "Homura dies."]);
  clipped = document.body;
  page.clock.pass(20);
  expect([look(), letters()]).toEqual(["", []]);
  page.stop();
  page = open();
  expect([look(), letters()]).toEqual(["", []]);
});

test("where colours are forced later it is blurred at once, not only with the next look", () => {
  page = open();
  forced = true;
  media.onchange?.();
  expect([look(), letters()]).toEqual(["", []]);
});

test("where there is no place for a veil a cover stays, with a label, and stirs no more", async () => {
  page = openPage("<svg><text>Mami dies.</text></svg>");
  const text = document.querySelector("text") as Element;
  expect(text.outerHTML).toBe(
    '<text aria-hidden="true" data-spoiler-cover="alone" tabindex="-1">Mami dies.</text>',
  );
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((all) => records.push(...all));
  observer.observe(document, { subtree: true, attributes: true, childList: true });
  page.clock.pass(5000);
  await page.turn();
  observer.disconnect();
  expect(records).toHaveLength(0);
  text.dispatchEvent(new MouseEvent("pointerenter", { composed: true }));
  page.clock.pass(200);
  const host = document.documentElement.lastElementChild as Element;
  expect([...insideOf(host).querySelectorAll(".panel button")].map((b) => b.textContent)).toEqual([
    "Spoiler hidden. Show it.",
    "Why is this hidden?",
  ]);
  click(text);
  expect(document.body.innerHTML).toBe("<svg><text>Mami dies.</text></svg>");
});

test("a page that clears the registry finds it filled again before the frame, and in the end only a blur", () => {
  page = open();
  for (let i = 0; i < 3; i++) {
    highlights.clear();
    page.clock.pass(20);
    expect(letters()).toEqual(["Mami", "dies", "here."]);
  }
  highlights.get("spoiler-cover")?.clear();
  page.clock.pass(20);
  expect(look()).toBe("");
});

test("text that grows by script stays blurred as a whole until it has ended", async () => {
  page = open("<h1>Mami</h1><p>She</p>");
  (p().firstChild as Text).data += " dies. And";
  await page.turn();
  expect([look(), letters()]).toEqual(["", []]);
  page.clock.pass(700);
  expect([look(), letters()]).toEqual(["still", ["She dies."]]);
});

test("text that leaves the page while it grows is let go", async () => {
  page = openPage("<p>Mami is here</p>");
  const { firstChild } = p();
  (firstChild as Text).data += ", and surely she";
  await page.turn();
  expect(look()).toBe("");
  const gone = p();
  gone.remove();
  await page.turn();
  page.clock.pass(1000);
  expect(look(gone)).toBeNull();
});

test("a detector that reads the same text again moves nothing", async () => {
  const read = vi.fn();
  page = open(html, { detector: () => fakeDetector(read) });
  page.shield.update(undefined, true);
  expect(read).toHaveBeenCalledTimes(1);
  expect(letters()).toEqual(["Mami", "dies", "here."]);
  click(p());
});

test("what is copied while it is covered, and is itself a spoiler, keeps nothing of ours either", async () => {
  page = open("<p>Tea. <b>Mami dies.</b></p>");
  const copy = document.body.appendChild(p().cloneNode(true) as HTMLElement);
  await page.turn();
  expect(copy.querySelector("b")?.getAttribute("aria-hidden")).toBe("true");
  page.shield.revealAll();
  expect(copy.outerHTML).toBe("<p>Tea. <b>Mami dies.</b></p>");
});

test("what is covered is not read aloud, and the page's own silence stays its own", () => {
  page = open(
    '<p>Mami dies. Tea.</p><p aria-hidden="true">Homura dies.</p><p aria-hidden="false">Sayaka dies.</p>',
  );
  const heard = () => [...document.querySelectorAll("p")].map((e) => e.getAttribute("aria-hidden"));
  expect(heard()).toEqual(["true", "true", "false"]);
  const copy = document.body.appendChild(p().cloneNode(true) as HTMLElement);
  page.shield.update(undefined, true);
  page.clock.pass(4000);
  expect(heard().slice(0, 3)).toEqual([null, "true", "false"]);
  copy.remove();
});
