// @vitest-environment happy-dom
// The shortcut that leads from one hidden thing to the next.
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
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
