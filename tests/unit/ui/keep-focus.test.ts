// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { keepFocus } from "../../../lib/ui/keep-focus.ts";

keepFocus(document);
beforeEach(() => {
  document.body.innerHTML = `<main><input id="field"><ul>
    <li><button id="a">A</button></li><li><button id="b">B</button></li><li><button id="c">C</button></li>
  </ul></main><footer><button id="foot">Foot</button></footer>`;
});

const at = (id: string) => document.getElementById(id)!;
const focused = () => document.activeElement?.id;
/** Observers are told of a change once it is over. */
const settled = () => new Promise((done) => setTimeout(done));

test.each([
  ["a row goes: the next one has it", "b", () => at("b").closest("li")!.remove(), "c"],
  ["the last row goes: the one before", "c", () => at("c").closest("li")!.remove(), "b"],
  [
    "the whole list goes: what is left of the page's part",
    "a",
    () => document.querySelector("ul")!.remove(),
    "field",
  ],
  [
    "nothing is left there: what comes next",
    "a",
    () => document.querySelector("main")!.replaceChildren(),
    "foot",
  ],
  [
    "something comes in its place: that",
    "b",
    () => {
      const form = document.createElement("form");
      form.innerHTML = `<input id="first"><button id="second">Save</button>`;
      at("b").before(form);
      at("b").remove();
    },
    "first",
  ],
  [
    "something comes in its place after it has gone, where nothing else stands: that, not what comes after",
    "b",
    () => {
      const { parentElement } = at("b");
      at("b").remove();
      parentElement!.innerHTML = `<form><input id="first"><button id="second">Save</button></form>`;
    },
    "first",
  ],
])("%s", async (_, id, change, next) => {
  at(id).focus();
  change();
  await settled();
  expect(focused()).toBe(next);
});

test("who has moved the focus themselves, or left it, keeps it where it is", async () => {
  at("b").focus();
  at("b").closest("li")!.remove();
  at("field").focus();
  await settled();
  expect(focused()).toBe("field");
  at("a").focus();
  at("a").blur();
  await settled();
  at("a").closest("li")!.remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
});
