// @vitest-environment happy-dom
/** What has come is sorted out of the records once, however deep a parser has told of it. */
import { expect, test } from "vitest";
import type { Splits } from "../../../lib/page/split.ts";
import { sift } from "../../../lib/page/watch.ts";

const none = { size: 0, owner: () => null } as unknown as Splits;

/** Appends each element to the one before, the first to the page, as a parser does. */
function grow(...names: string[]): Element[] {
  let parent: Element = document.body;
  return names.map((name) => {
    parent = parent.appendChild(document.createElement(name));
    return parent;
  });
}

function records(work: () => void): MutationRecord[] {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  work();
  return observer.takeRecords();
}

test("what has come into new elements is read with the outermost", () => {
  let outer: Element | undefined;
  const all = records(() => {
    const chain = grow("div", "p", "b", "i");
    outer = chain[0];
    chain[3]?.append("Mami dies.");
  });
  expect([...sift(all, none, undefined).nodes]).toEqual([outer]);
});

test("what has been moved out of new elements is read where it is", () => {
  const [old] = grow("section");
  let moved: Element | undefined;
  let outer: Element | undefined;
  const all = records(() => {
    const chain = grow("div", "p", "b");
    outer = chain[0];
    moved = chain[2];
    old?.append(moved as Element);
    moved?.append("Mami dies.");
  });
  expect([...sift(all, none, undefined).nodes]).toEqual([outer, moved]);
});
