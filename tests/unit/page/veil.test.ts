// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { click, insideOf, openPage, type Page, veils, visibleText, watched } from "./fixtures.ts";

let page: Page;
afterEach(() => page.stop());

test("veils the sentence, keeps the rest, and restores the same nodes", () => {
  page = openPage("<p>Tea is lovely. Mami dies here. It goes on.</p>");
  const p = document.querySelector("p") as Element;
  const text = p.firstChild as Text;
  expect(text.data).toBe("Tea is lovely. ");
  expect(text.nextSibling).toBe(p.querySelector("spoiler-shield"));
  expect(p.textContent).toBe("Tea is lovely.  It goes on.");
  expect(page.shield.summary()).toEqual({
    veils: 1,
    shows: { x: 1 },
    kinds: { x: { death: 1 } },
    rules: 0,
    revealed: false,
  });
  click(veils()[0]);
  expect(p.childNodes.length).toBe(1);
  expect(p.firstChild).toBe(text);
  expect(text.data).toBe("Tea is lovely. Mami dies here. It goes on.");
  expect(page.shield.summary().veils).toBe(0);
});

test("nothing of the text is in the veil; it is announced as a button", () => {
  page = openPage("<p>Homura dies.</p>");
  const root = insideOf(veils()[0] as Element);
  expect(root.innerHTML).not.toMatch(/Homura|dies/);
  expect(root.querySelector("button")?.getAttribute("aria-label")).toBe("Spoiler hidden. Show it.");
  expect(root.textContent).toBe("");
});

test("only a person reveals, and a link around the veil is not followed", () => {
  page = openPage('<p><a href="#x">Mami dies.</a></p>');
  click(veils()[0], false);
  expect(veils()).toHaveLength(1);
  const event = click(veils()[0]);
  expect(veils()).toHaveLength(0);
  expect(event.defaultPrevented).toBe(true);
});

test("shown by keyboard, reading and tabbing go on where the text begins; by a click nothing is selected", () => {
  page = openPage("<p>Tea is lovely. Mami dies here. Homura dies too.</p>");
  const selection = () => window.getSelection() as Selection;
  selection().removeAllRanges();
  click(veils()[1]);
  expect(selection().rangeCount).toBe(0);
  insideOf(veils()[0] as Element)
    .querySelector("button")
    ?.focus();
  click(veils()[0]);
  const { anchorNode, anchorOffset, isCollapsed } = selection();
  expect([anchorNode, anchorOffset, isCollapsed]).toEqual([
    document.querySelector("p")?.firstChild,
    15,
    true,
  ]);
});

test.each([
  "<time><span>(today at 12:30)</span></time>",
  "<span>(edited)</span>",
  "<b> (編集済み)</b>",
])("what a site says behind a sentence without a full stop is no part of it: %s", (remark) => {
  page = openPage(`<p><span>Mami dies</span> ${remark}</p>`);
  expect(visibleText().trim()).toBe(remark.replace(/<.*?>/g, "").trim());
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(`<p><span>Mami dies</span> ${remark}</p>`);
});

test("one finding across several nodes is one group; several veils in one node are not", () => {
  page = openPage("<p>Mami <b>dies</b> <i>here</i>. Clean. Homura dies too. End.</p>");
  expect(veils()).toHaveLength(5);
  expect(page.shield.summary().veils).toBe(2);
  const buttons = veils().filter((veil) => insideOf(veil).querySelector("button"));
  expect(buttons).toHaveLength(2);
  click(veils()[1]);
  expect(veils()).toHaveLength(1);
  expect(visibleText()).toBe("Mami dies here. Clean.  End.");
});

test("a veil that stays is not made anew when another goes", () => {
  page = openPage("<p>A dies. B. C dies. D. E dies. F.</p>");
  const [, second, third] = veils();
  click(veils()[0]);
  expect(veils()).toEqual([second, third]);
  click(third);
  expect(veils()).toEqual([second]);
  expect(visibleText()).toBe("A dies. B.  D. E dies. F.");
});

test("preferences: watched clears, off clears, progress and level decide", () => {
  page = openPage("<p>Mami dies. And a twist.</p>");
  const { shield } = page;
  expect(shield.summary().shows).toEqual({ x: 1, y: 1 });
  shield.update(watched, true);
  expect(shield.summary().shows).toEqual({ y: 1 });
  shield.update({ ...watched, shows: { y: { state: "watching", part: 1, episode: 3 } } }, true);
  expect(shield.summary().shows).toEqual({ x: 1 });
  shield.update(closedSnapshot, false);
  expect(document.body.innerHTML).toBe("<p>Mami dies. And a twist.</p>");
  shield.update(undefined, true);
  expect(shield.summary().veils).toBe(2);
});

test("the page tells whether anything on it has been revealed: of its text, its labels or its title", async () => {
  document.title = "Somebody dies";
  page = openPage('<p>Mami dies. Homura dies.</p><p title="Kyoko dies.">Tea.</p>');
  const { shield } = page;
  const told = () => {
    const { veils, revealed } = shield.summary();
    return [veils, revealed];
  };
  expect(told()).toEqual([4, false]);
  click(veils()[0]);
  expect(told()).toEqual([3, true]);
  shield.hideAgain();
  expect(told()).toEqual([4, false]);
  shield.revealAll();
  expect(told()).toEqual([0, true]);
  // What has been watched would not be hidden again.
  shield.update(watched, true);
  expect(told()).toEqual([0, false]);
  shield.update(closedSnapshot, true);
  expect(told()).toEqual([0, true]);
  document.querySelector("p")?.remove();
  await page.turn();
  expect(told()).toEqual([0, true]);
  document.querySelector("p")?.remove();
  await page.turn();
  expect(told()).toEqual([0, true]);
  document.title = "";
  await page.turn();
  expect(told()).toEqual([0, false]);
});

test("reveal all, hide again; a reveal sticks when the page renders the same text again", async () => {
  page = openPage("<p>Mami dies. Homura dies.</p>");
  click(veils()[0]);
  document.body.innerHTML = "<div>Mami dies. Homura dies.</div>";
  await page.turn();
  expect(visibleText()).toBe("Mami dies. ");
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe("<div>Mami dies. Homura dies.</div>");
  page.shield.hideAgain();
  expect(page.shield.summary().veils).toBe(2);
});

test("all revealed is all on this page: when it becomes another, what has been seen stays, what comes is hidden", async () => {
  document.title = "Mami";
  page = openPage("<p>Mami dies.</p>");
  page.shield.revealAll();
  document.body.append("Homura dies.");
  await page.turn();
  expect(veils()).toHaveLength(0);
  document.title = "Sayaka";
  document.body.append(Object.assign(document.createElement("p"), { textContent: "Sayaka dies." }));
  await page.turn();
  expect(veils()).toHaveLength(1);
  expect(document.body.textContent).toBe("Mami dies.Homura dies.");
  document.title = "";
});

test("where nothing hits, and after the end, the page is untouched", async () => {
  const html = '<p title="x">An <b>onion</b> soup.</p><img alt="soup">';
  page = openPage(html);
  document.body.append(document.createElement("hr"));
  await page.turn();
  expect(document.body.innerHTML).toBe(`${html}<hr>`);
  expect(document.adoptedStyleSheets ?? []).toHaveLength(0);
  expect(document.querySelector("style")).toBeNull();
  page.stop();
  page = openPage("<p>Mami dies.</p><img alt='Mami dies.'>");
  page.stop();
  expect(document.body.innerHTML).toBe('<p>Mami dies.</p><img alt="Mami dies.">');
});

/** Trees of blocks and inline elements, some of whose sentences are spoilers. */
const tree = fc.letrec<{ node: string; inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(
      "Mami dies. ",
      "Clean here. ",
      "Homura",
      " dies again",
      ". ",
      "a twist. ",
      "<br>",
      "&nbsp;",
      "<wbr>",
      "\n  ",
    ),
    fc
      .tuple(fc.constantFrom("b", "a", "span"), fc.array(tie("inline"), { maxLength: 3 }))
      .map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`),
  ),
  node: fc.oneof(
    { depthSize: "small" },
    tie("inline"),
    fc
      .tuple(
        fc.constantFrom("p", "div", "li", "h2", "section", "blockquote"),
        fc.array(tie("node"), { maxLength: 4 }),
      )
      .map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`),
  ),
}));

test("property: veil, then reveal, gives the identical tree and the same nodes", () => {
  const all = (root: Node) => {
    const walker = document.createTreeWalker(root, 0xffffffff);
    const nodes: Node[] = [];
    do nodes.push(walker.currentNode);
    while (walker.nextNode());
    return nodes;
  };
  fc.assert(
    fc.property(fc.array(tree.node, { minLength: 1, maxLength: 4 }), fc.boolean(), (parts, oneByOne) => {
      document.body.innerHTML = parts.join("");
      const html = document.body.innerHTML;
      page?.stop();
      page = openPage(html, { settle: false });
      const nodes = all(document.body);
      const copy = document.body.cloneNode(true) as Element;
      for (const element of [copy, ...copy.querySelectorAll("[data-spoiler-cover]")])
        for (const name of ["data-spoiler-cover", "aria-hidden"]) element.removeAttribute(name);
      page.clock.pass(4000);
      expect(visibleText()).not.toMatch(/Mami dies/);
      expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
      if (oneByOne) for (let veil = veils()[0], i = 0; veil && i < 99; veil = veils()[0], i++) click(veil);
      else page.shield.revealAll();
      expect(document.body.innerHTML).toBe(html);
      expect(document.body.isEqualNode(copy)).toBe(true);
      expect(all(document.body)).toEqual(nodes);
      expect(all(document.body).every((node, index) => node === nodes[index])).toBe(true);
      expect(page.problems()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a veil in the place of a cover is not faded in, for it would be seen to come and go; what comes later is", async () => {
  const box = { left: 0, right: 60, top: 0, bottom: 20, width: 60, height: 20 };
  const laidOut = vi
    .spyOn(Range.prototype, "getClientRects")
    .mockReturnValue([box] as unknown as DOMRectList);
  page = openPage("<p>Mami dies.</p><div></div>");
  const isLate = (veil: Element) => insideOf(veil).querySelector(".decoy")?.classList.contains("late");
  expect(veils().map(isLate)).toEqual([false]);
  laidOut.mockRestore();
  document.querySelector("div")?.insertAdjacentHTML("beforeend", "<p>Homura dies.</p>");
  await page.turn();
  expect(veils().map(isLate)).toEqual([false, true]);
});
