// @vitest-environment happy-dom
/**
 * The page layer over random markup that the page rewrites at random: no problem is reported, what is hidden is not in
 * the document, and when the shield ends the page is as the page itself has made it.
 */
import fc from "fast-check";
import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { record } from "../../figures.ts";
import { openPage, type Page, watched } from "../page/fixtures.ts";

const words = [
  "Mami ",
  "dies. ",
  "A twist! ",
  "Tea",
  " and ",
  "\u200b",
  "\u202e",
  "\ud83d",
  "😀",
  "|",
  "|Cake|",
  "\n",
  "  ",
];
const tags = ["p", "b", "i", "div", "span", "h2", "li", "td", "wbr", "br", "a", "code", "my-card", "section"];
/** Unclosed, crossed and doubled: the parser makes something of it. */
const markupOf = (...more: string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...words) },
        { weight: 2, arbitrary: fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])) },
        {
          weight: 1,
          arbitrary: fc.constantFrom("<!-- dies. -->", "&shy;", "&#0;", "<", ...more),
        },
      ),
      { maxLength: 40 },
    )
    .map((bits) => bits.join(""));

/**
 * A copy of a masked attribute cannot be told from one that the page has written itself: where pages copy, there is
 * none.
 */
const markup = markupOf();
const withImages = markupOf("<img alt='Mami dies.'>", "<a title='A twist!'>", "<i aria-label='dies.'>");

type Act = { readonly do: string; readonly at: number; readonly html: string };
const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom(
    ...["text", "remove", "append", "move", "inner", "clone", "reveal", "time", "watch"],
    ...["split", "mark", "link"],
  ),
  at: fc.nat(1_000),
  html: markup,
});

/** What the page's own scripts do to a node of theirs. */
function carryOut({ do: what, at, html }: Act, document: Document): void {
  const elements = [...document.body.querySelectorAll("*")].filter((e) => !e.closest("spoiler-shield"));
  const element = elements[at % Math.max(1, elements.length)];
  const text = [...(element?.childNodes ?? [])].find((node) => node.nodeType === 3) as Text | undefined;
  // Never just what we have left of it: that is what a script writes, too, which writes back what it has read
  // (split.ts).
  if (what === "text" && text) text.data = `${html}·`;
  else if (what === "remove") element?.remove();
  else if (what === "append") element?.append(html, document.createElement("b"));
  else if (what === "move" && element) document.body.prepend(element);
  else if (what === "inner" && element) element.innerHTML = html;
  else if (what === "clone" && element) document.body.append(element.cloneNode(true));
  else if (/split|mark|link/.test(what)) letters(what, document);
}

/** What scripts do to letters that they find; those of this word are never hidden. */
function letters(what: string, document: Document): void {
  const walker = document.createTreeWalker(document.body, 4);
  let node = walker.nextNode() as Text | null;
  while (node && !(node.data.includes("Cake") && !node.parentElement?.closest("mark")))
    node = walker.nextNode() as Text | null;
  if (!node) return;
  const at = node.data.indexOf("Cake");
  const mark = document.createElement("mark");
  mark.append("Cake");
  if (what === "link") {
    node.replaceWith(node.data.slice(0, at), mark, node.data.slice(at + 4));
    return;
  }
  const rest = node.splitText(at);
  if (what === "split") return;
  rest.splitText(4);
  rest.replaceWith(mark);
}

/** What the reader does, and time. */
function befall({ do: what, at }: Act, { clock, shield }: Page): void {
  if (what === "time") clock.pass(at);
  else if (what === "watch") shield.update(at % 2 ? watched : undefined, at % 5 > 0);
  else if (what === "reveal") shield[at % 2 ? "revealAll" : "hideAgain"]();
}

test("random markup, random changes: in the end the page is what it would be without us", async () => {
  let acts = 0;
  let veiled = 0;
  await fc.assert(
    fc.asyncProperty(markup, fc.array(act, { maxLength: 12 }), async (html, changes) => {
      // The same page without a shield.
      const twin = new Window().document as unknown as Document;
      twin.body.innerHTML = html;
      const page = openPage(html);
      for (const change of changes) {
        carryOut(change, twin);
        carryOut(change, document);
        await page.turn();
        befall(change, page);
        veiled += document.querySelectorAll("spoiler-veil").length;
        acts++;
      }
      page.clock.pass(5_000);
      await page.turn();
      expect(page.problems()).toEqual([]);
      page.stop();
      expect(document.body.innerHTML).toBe(twin.body.innerHTML);
    }),
    { numRuns: 150 },
  );
  expect(veiled).toBeGreaterThan(50);
  record("fuzz: pages that rewrite themselves", { cases: 150, changes: acts, veils: veiled });
});

test("the text of any markup is the same before and after the shield", async () => {
  await fc.assert(
    fc.asyncProperty(withImages, async (html) => {
      document.body.innerHTML = html;
      const before = [document.body.innerHTML, document.body.textContent];
      const page = openPage(html);
      await page.turn();
      expect(page.problems()).toEqual([]);
      page.stop();
      expect([document.body.innerHTML, document.body.textContent]).toEqual(before);
    }),
    { numRuns: 200 },
  );
  record("fuzz: malformed markup", { cases: 200 });
});
