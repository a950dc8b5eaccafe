// @vitest-environment happy-dom
/** What a shield leaves behind whose script has been ended, as Firefox does. */
import { afterEach, expect, test } from "vitest";
import { clearLeftovers, keepText } from "../../../lib/page/leftovers.ts";
import { createPresence } from "../../../lib/page/presence.ts";
import { insideOf, openPage } from "./fixtures.ts";

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
