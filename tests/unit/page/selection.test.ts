// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { selectedWords } from "../../../lib/page/selection.ts";

/** What is selected stands between bars. */
function selected(marked: string): string {
  const [head = "", text = "", tail = ""] = marked.split("|");
  document.body.textContent = head + text + tail;
  const node = document.body.firstChild as Text;
  getSelection()?.setBaseAndExtent(node, head.length, node, head.length + text.length);
  return selectedWords(getSelection());
}

test.each([
  ["The old |baker was the thief|. Tea.", "baker was the thief"],
  ["The old b|aker was the thie|f. Tea.", "baker was the thief"],
  ["The old| baker was |the thief.", "baker was"],
  ["The ol|d baker. |Tea.", "old baker."],
  ["In 19|9|9 it rained.", "1999"],
  // Words that no space parts stay as they were chosen.
  ["そして灯台|が燃える|のだ。", "が燃える"],
  ["no||thing", ""],
])("%s", (marked, words) => {
  expect(selected(marked)).toBe(words);
});

test("what spans elements is taken as it is where it begins or ends between nodes", () => {
  document.body.innerHTML = "<p>Ma<b>mi dies</b> here</p>";
  const p = document.querySelector("p")!;
  getSelection()?.setBaseAndExtent(p, 1, p.lastChild!, 3);
  expect(selectedWords(getSelection())).toBe("mi dies here");
});

test("no selection at all", () => {
  getSelection()?.removeAllRanges();
  expect(selectedWords(getSelection())).toBe("");
  expect(selectedWords(null)).toBe("");
});

test("what is selected does not count while a frame in it has the focus", () => {
  document.body.innerHTML = "<p>Mami dies</p>";
  getSelection()?.selectAllChildren(document.querySelector("p")!);
  const focus = vi.spyOn(document, "activeElement", "get").mockReturnValue(document.createElement("iframe"));
  expect(selectedWords(getSelection())).toBe("");
  focus.mockRestore();
  expect(selectedWords(getSelection())).toBe("Mami dies");
});
