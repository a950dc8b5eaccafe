// @vitest-environment happy-dom
// The shortcut that leads from one hidden thing to the next.
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { doors } from "../../../lib/page/next-veil.ts";
import { click, openPage, type Page, veils } from "./fixtures.ts";

let page: Page;
afterEach(() => page.stop());

test("from veil to veil, and after the last to the first", () => {
  page = openPage(`<p>He dies.</p><p>Tea.</p><p>A twist.</p>`);
  const { shield } = page;
  const focused = () => veils().indexOf(document.activeElement!);
  expect([shield.nextVeil(), focused()]).toEqual([true, 0]);
  expect([shield.nextVeil(), focused()]).toEqual([true, 1]);
  expect([shield.nextVeil(), focused()]).toEqual([true, 0]);
  click(veils()[0]);
  expect([shield.nextVeil(), focused()]).toEqual([true, 0]);
  click(veils()[0]);
  expect(shield.nextVeil()).toBe(false);
});

/** What has the focus, within the closed tree of a veil as well: the text of its paragraph, or of its button. */
function follow() {
  let at: Element | null = null;
  const focus = vi.spyOn(HTMLElement.prototype, "focus").mockImplementation(function (this: HTMLElement) {
    at = this;
  });
  onTestFinished(() => focus.mockRestore());
  return (): string | null | undefined => {
    page.shield.nextVeil();
    const root = at?.getRootNode();
    const host = root instanceof ShadowRoot && root.host.localName === "spoiler-veil" ? root.host : undefined;
    return host?.closest("p")?.id ?? (at?.textContent || at?.id);
  };
}

test("into shadow trees, nested ones as well, and out of them, as they are read", async () => {
  page = openPage(`<p id="a">He dies.</p><my-card></my-card><p id="e">A twist.</p>`);
  const outer = document.querySelector("my-card")!.attachShadow({ mode: "open" });
  outer.innerHTML = `<p id="b">One dies.</p><my-card></my-card><p id="d">Three dies.</p>`;
  const inner = outer.querySelector("my-card")!.attachShadow({ mode: "open" });
  inner.innerHTML = `<p id="c">Two dies.</p>`;
  page.clock.pass(10);
  document.body.append("");
  await page.turn();
  page.clock.pass(5000);
  const next = follow();
  expect([next(), next(), next(), next(), next(), next()]).toEqual(["a", "b", "c", "d", "e", "a"]);
});

test("to pictures, and to the label of text in SVG, which Tab does not reach", () => {
  page = openPage(`<p id="a">He dies.</p><svg><text>Mami dies.</text></svg><img id="i" alt="He dies.">`);
  const next = follow();
  expect([next(), next(), next(), next()]).toEqual(["a", "Spoiler hidden. Show it.", "i", "a"]);
});

test("on from where one has been shown, not from the first", () => {
  page = openPage(`<p id="a">A dies.</p><p id="b">B dies. Tea. C dies.</p><p id="c">D dies.</p>`);
  const { shield } = page;
  const [, b, c, d] = veils();
  shield.nextVeil();
  shield.nextVeil();
  expect(document.activeElement).toBe(b);
  click(b);
  shield.nextVeil();
  expect(document.activeElement).toBe(c);
  click(c);
  shield.nextVeil();
  expect(document.activeElement).toBe(d);
});

test("on from an earlier one in the same text, where that has been left hidden", () => {
  page = openPage(`<p>A dies. Tea. B dies. Tea. C dies.</p>`);
  const { shield } = page;
  const [, b, c] = veils();
  shield.nextVeil();
  shield.nextVeil();
  click(b);
  shield.nextVeil();
  expect(document.activeElement).toBe(c);
});

test("on from the one that Tab has led to", () => {
  page = openPage(["A", "B", "C", "D"].map((name) => `<p id="${name}">${name} dies.</p>`).join(""));
  page.shield.nextVeil();
  doors.get(veils()[2] as Element)?.focus();
  page.shield.nextVeil();
  expect(document.activeElement).toBe(veils()[3]);
});

test("past what is not drawn and can take no focus", () => {
  page = openPage(`<p id="a">A dies.</p><p id="b">B dies.</p><p id="c">C dies.</p>`);
  const { style } = document.querySelector("#b") as HTMLElement;
  const next = follow();
  expect(next()).toBe("a");
  for (const hide of ["display: none", "visibility: hidden"]) {
    style.cssText = hide;
    expect([next(), next()], hide).toEqual(["c", "a"]);
  }
});

test("on from a label, which stands at the end of the document while it is open", () => {
  page = openPage(`<svg><text>Mami dies.</text></svg><p>He dies.</p>`);
  page.shield.nextVeil();
  expect(document.activeElement?.parentElement).toBe(document.documentElement);
  page.shield.nextVeil();
  expect(document.activeElement?.closest("p")).toBeTruthy();
});
