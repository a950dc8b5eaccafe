// @vitest-environment happy-dom
/** What a shield leaves behind whose script has been ended, as Firefox does. */
import { afterEach, expect, test } from "vitest";
import { createCovers } from "../../../lib/page/cover.ts";
import { createGuard } from "../../../lib/page/guard.ts";
import { clearLeftovers, keepText } from "../../../lib/page/leftovers.ts";
import { createPresence } from "../../../lib/page/presence.ts";
import { click, createClock, insideOf, openPage } from "./fixtures.ts";

afterEach(() => {
  document.body.innerHTML = "";
});

/** A paragraph with a veil over its second sentence. */
function veiledParagraph(present: boolean): ShadowRoot {
  document.body.innerHTML = "<p>One. <spoiler-shield><spoiler-veil></spoiler-veil> Two.</spoiler-shield></p>";
  const root = document.querySelector("spoiler-veil")!.attachShadow({ mode: "closed" });
  const drawn = document.createElement("span");
  drawn.textContent = "xxxx xxxx";
  root.append(drawn);
  keepText(root, "Mami dies.", drawn, present);
  return root;
}

test("another shield makes the page's text again of either way in which it has been kept", () => {
  for (const present of [true, false]) {
    veiledParagraph(present);
    clearLeftovers(document, insideOf, () => {});
    expect(document.body.innerHTML).toBe("<p>One. Mami dies. Two.</p>");
    expect(document.querySelector("p")?.childNodes).toHaveLength(1);
  }
});

test("what another shield has covered is seen and read aloud again", () => {
  const page = openPage('<p data-spoiler-cover="" aria-hidden="true">One.</p>');
  expect(document.body.innerHTML).toBe("<p>One.</p>");
  page.stop();
});

test("a picture whose words are lost stays covered, one that tells by itself is covered anew and can be shown", async () => {
  const html =
    '<img alt="Mami dies."><a title="Mami dies." style="background: url(x.png)"><b>x</b></a>' +
    '<img src="/mami-dies-here-now.jpg">';
  const before = openPage(html);
  const left = document.body.innerHTML;
  before.stop();
  expect(document.body.innerHTML).toBe(html);
  const page = openPage(left);
  const pictures = [...document.querySelectorAll("img, a")];
  const covers = () => pictures.map((each) => each.getAttribute("data-spoiler-cover"));
  expect(covers()).toEqual(["image", "backdrop", "image"]);
  expect(page.shield.summary().veils).toBe(1);
  // A page that goes on with its elements has them looked at once more.
  for (const picture of pictures) document.body.append(picture);
  await page.turn();
  expect(covers()).toEqual(["image", "backdrop", "image"]);
  click(pictures[2]);
  expect(covers()).toEqual(["image", "backdrop", null]);
  expect(pictures[2]?.outerHTML).toBe('<img src="/mami-dies-here-now.jpg">');
  page.stop();
});

test("such a picture is what it was when it has been covered for a while as one that waits to be read", () => {
  document.body.innerHTML = '<img data-spoiler-cover="image">';
  const image = document.querySelector("img") as Element;
  const clock = createClock();
  const covers = createCovers(
    document,
    createGuard(clock.schedule.now, 1, 1),
    clock.schedule.later,
    () => {},
  );
  clearLeftovers(document, insideOf, covers.disown);
  const held = {};
  covers.hold(image, held, "unread");
  expect(image.outerHTML).toBe('<img data-spoiler-cover="unread" aria-hidden="true">');
  covers.release(held);
  expect(image.outerHTML).toBe('<img data-spoiler-cover="image">');
  covers.hold(image, held, "image");
  covers.release(held);
  expect(image.outerHTML).toBe("<img>");
});

test("a sheet that is not at work hides nothing: then the text is kept where nothing draws it", () => {
  let found = 0;
  const present = createPresence(document, () => found++);
  for (let i = 0; i < 5; i++) expect(present()).toBe(false);
  expect(found).toBe(0);
  expect(document.documentElement.lastElementChild).toBe(document.body);
  const root = veiledParagraph(present());
  expect(root.textContent).toBe("xxxx xxxx");
  expect(root.lastChild?.nodeType).toBe(8);
});
