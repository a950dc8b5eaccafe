// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createStyler } from "../../../lib/page/sheets.ts";

test("what a page drops of our sheet comes back: in the document at once, in roots some at a time, or all", () => {
  const roots: (Document | ShadowRoot)[] = Array.from({ length: 120 }, () =>
    document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" }),
  );
  roots.unshift(document);
  const styler = createStyler(document, "b { color: red }");
  for (const root of roots) styler.put(root);
  const theirs = new CSSStyleSheet();
  const drop = () => {
    for (const root of roots) root.adoptedStyleSheets = [theirs];
  };
  const back = () => roots.filter(({ adoptedStyleSheets }) => adoptedStyleSheets.length === 2).length;
  expect(roots.every(({ adoptedStyleSheets }) => adoptedStyleSheets.length === 1)).toBe(true);

  drop();
  styler.mend();
  expect(document.adoptedStyleSheets).toHaveLength(2);
  expect(back()).toBeGreaterThanOrEqual(50);
  expect(back()).toBeLessThan(60);
  for (let i = 0; i < 2; i++) styler.mend();
  expect(back()).toBe(roots.length);

  drop();
  styler.mend(true);
  expect(back()).toBe(roots.length);

  styler.remove();
  expect(roots.every(({ adoptedStyleSheets: [first, ...more] }) => first === theirs && !more.length)).toBe(
    true,
  );
  styler.mend(true);
  expect(back()).toBe(0);
});
