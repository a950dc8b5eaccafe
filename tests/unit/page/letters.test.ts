// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { openPage, type Page, p, text, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

describe("a script that works on the letters it finds", () => {
  /** All texts on the page that hold something, those in our elements as well. */
  const found = () => {
    const walker = document.createTreeWalker(document.body, 4);
    const texts: Text[] = [];
    while (walker.nextNode())
      if (/\S/.test(walker.currentNode.nodeValue ?? "")) texts.push(walker.currentNode as Text);
    return texts;
  };
  const around = (name: string, node: Text, from: number, to: number) => {
    const rest = node.splitText(from);
    rest.splitText(to - from);
    const element = document.createElement(name);
    rest.replaceWith(element);
    element.append(rest);
  };
  const instead = (html: string, node: Text) => {
    const made = document.createElement("p");
    made.innerHTML = html;
    node.replaceWith(...made.childNodes);
  };
  const loud = (node: Text) => node.data.toUpperCase();

  test.each<[string, () => void, string]>([
    ["splits them", () => text().splitText(2), "One. Mami dies. Two."],
    ["marks some", () => around("mark", text(), 0, 3), "<mark>One</mark>. Mami dies. Two."],
    [
      "marks what stands behind a veil",
      () => around("mark", found()[1] as Text, 1, 4),
      "One. Mami dies. <mark>Two</mark>.",
    ],
    ["puts links among them", () => instead("<a>One</a>. ", text()), "<a>One</a>. Mami dies. Two."],
    [
      "writes into all that it finds",
      () => {
        for (const node of found()) node.data = loud(node);
      },
      "ONE. Mami dies. TWO.",
    ],
    [
      "puts what it finds into elements, as Chromium does that translates",
      () => {
        for (const node of found()) instead(`<font>${loud(node)}</font>`, node);
      },
      "<font>ONE. </font>Mami dies.<font> TWO.</font>",
    ],
    [
      "takes our element away and leaves what is in it",
      () =>
        document
          .querySelector("spoiler-shield")
          ?.replaceWith(...document.querySelector("spoiler-shield")!.childNodes),
      "One. Mami dies. Two.",
    ],
  ])("%s: that stays, and nothing is lost", async (_, work, html) => {
    page = openPage("<p>One. Mami dies. Two.</p>");
    work();
    await page.turn();
    expect(visibleText()).not.toContain("dies");
    expect(veils()).toHaveLength(1);
    page.shield.revealAll();
    expect(p().innerHTML).toBe(html);
  });

  test("a browser that translates one text after the other loses none", async () => {
    for (const more of ["", " Two."]) {
      page = openPage(`<p>One. Mami dies.${more}</p>`);
      document.documentElement.lang = "xx";
      for (const node of found()) {
        node.data = loud(node);
        await page.turn();
      }
      expect(veils()).toHaveLength(1);
      page.shield.revealAll();
      expect(p().innerHTML).toBe(`ONE. Mami dies.${more.toUpperCase()}`);
      document.documentElement.lang = "";
      if (more) return;
      page.stop();
    }
  });

  test("a page that changes its language writes its texts anew, and takes them out", async () => {
    page = openPage("<p>One. Mami dies. Two.</p><div>So. <i></i>Mami dies. End.</div>");
    const last = document.querySelector("i")?.nextSibling as Text;
    document.documentElement.lang = "xx";
    text().data = "Eins. Und sonst gar nichts.";
    // React puts what comes after a text behind it, and takes a text out where another says the same.
    last.remove();
    await page.turn();
    document.documentElement.lang = "";
    expect(document.body.innerHTML).toBe("<p>Eins. Und sonst gar nichts.</p><div>So. <i></i></div>");
  });

  test("a copy of a veil that the page puts beside it is none of its work", async () => {
    page = openPage("<p>One. Mami dies. Two.</p>");
    veils()[0]?.after(veils()[0]?.cloneNode(true) as Node);
    await page.turn();
    expect(veils()).toHaveLength(1);
    page.shield.revealAll();
    expect(p().innerHTML).toBe("One. Mami dies. Two.");
  });

  test("what the page puts behind its own text comes after all of that", async () => {
    page = openPage("<p>One. Mami dies. Two.</p>");
    text().after(document.createElement("img"));
    await page.turn();
    page.shield.revealAll();
    expect(p().innerHTML).toBe("One. Mami dies. Two.<img>");
  });
});
