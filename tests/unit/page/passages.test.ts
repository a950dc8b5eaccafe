// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test } from "vitest";
import { isUntouched, roleOf } from "../../../lib/page/elements.ts";
import { line, lineStart } from "../../../lib/page/flow.ts";
import { compose, cut, longest, rangesOf } from "../../../lib/page/passages.ts";

function body(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}
function texts(root: Node): Text[] {
  const walker = document.createTreeWalker(root, 4);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}
const dataOf = (text: Text) => text.data;
const holds = (text: Text) => /\S/.test(text.data);
/** The line that the text is in, of which nothing has been read. */
const start = (text: Text) => lineStart(text, holds, () => false) ?? text;
const lineOf = (text: Text) => line(start(text), dataOf).bits;

/** All passages of a page, in document order. */
function passages(html: string): string[] {
  const found: string[] = [];
  const seen = new Set<Text>();
  for (const text of texts(body(html))) {
    if (seen.has(text) || isUntouched(text) || text.parentElement?.closest("rp")) continue;
    const bits = lineOf(text);
    for (const bit of bits) if (typeof bit !== "string") seen.add(bit);
    for (const pieces of cut(bits, dataOf)) found.push(compose(pieces, false));
  }
  return found.filter((text) => text);
}

test.each([
  ["<p>Ma<b>do</b>ka dies.</p>", ["Madoka dies."]],
  ["<p>Ma&shy;do<wbr>ka&nbsp;dies.</p>", ["Madoka dies."]],
  ["<p>One<br>two</p>", ["One\ntwo"]],
  ["<div>One<br><br>two</div>", ["One", "two"]],
  ["<div>One <p>two</p> three <i>four</i></div>", ["One", "two", "three four"]],
  [
    "<table><tr><td>Mami</td><td>dies <b>here</b></td></tr><tr><td>x</td></tr></table>",
    ["Mami | dies here", "x"],
  ],
  ["<ul><li>One</li><li>two</li></ul>", ["One", "two"]],
  ["<p>See <code>Mami dies</code> now <script>1</script>!</p>", ["See now !"]],
  ["<p>I <span contenteditable>write</span> this</p>", ["I this"]],
  ["<my-card>One</my-card><my-card>two</my-card>", ["One", "two"]],
  ["<p>Mami <my-cake>x</my-cake> dies</p><h2><my-title>One</my-title></h2>", ["Mami x dies", "One"]],
  // Parted by the page's style alone.
  ["<div><span>Mami dies.</span><b>Sad</b></div>", ["Mami dies. Sad"]],
  ["<div><span>Mami dies</span><b>Sad</b><b>2</b></div>", ["Mami dies Sad 2"]],
  ["<div><span>in episode 3</span><b>Sad</b></div>", ["in episode 3 Sad"]],
  ["<p>Ma<b>mi\n5 dies</b></p>", ["Mami 5 dies"]],
  ["<div><span>Mami dies</span><b>12</b><b>0</b></div>", ["Mami dies 120"]],
  [
    "<p>“Mami dies.”<i>Or so</i> M<b>Ami</b> says, i<b>Phone</b> Vi<b>V</b>id</p>",
    ["“Mami dies.” Or so MAmi says, iPhone ViVid"],
  ],
  // Controls of the site.
  [
    "<div><span>Mami dies</span><b>Reply</b> <a>Like (2)</a> · <a>3 Replies</a><i>So sad</i></div>",
    ["Mami dies\n\n· \nSo sad"],
  ],
  ["<p>Mami dies in it <a>Read more</a></p>", ["Mami dies in it"]],
  ["<p>マミが死ぬ <a>返信</a><a>いいね 12</a></p>", ["マミが死ぬ"]],
  ["<p>Mami dies <i>(edited)</i> Tea</p><p>Reply</p>", ["Mami dies \nTea", "Reply"]],
  ["<p>Mami would <b>like</b> to <i>Liked</i></p>", ["Mami would like to Liked"]],
  ["<h2><span>Deaths</span> <span>Like</span> <span>Mami's</span></h2>", ["Deaths Like Mami's"]],
  // How it is read.
  [
    "<p><ruby>巴<rp>(</rp><rt>ともえ</rt><rp>)</rp></ruby>マミが<ruby>死<rt>し</rt></ruby>ぬ</p>",
    ["巴マミが死ぬ", "ともえ", "し"],
  ],
  // Tags say something each.
  ["<p><a>#tea</a> <a>#mami dies</a> <a>#so sad</a></p>", ["#tea \n#mami dies \n#so sad"]],
  ["<p>My <a>#tea</a> and <a>#cake</a></p>", ["My #tea and #cake"]],
])("%s", (html, expected) => {
  expect(passages(html)).toEqual(expected);
});

test("words, letters and lines that a script has put into elements of their own are one line", () => {
  const words = (text: string) =>
    text
      .split(" ")
      .map((word) => `<div>${word}</div>`)
      .join(" ");
  const letters = (text: string) => [...text].map((letter) => `<div>${letter}</div>`).join("");
  const heading = body(`<h2>${words("Mami dies early")}</h2>`).innerHTML;
  expect(passages(heading)).toEqual(["Mami dies early"]);
  expect(passages(`<h2><div>${words("Mami dies")}</div><div>${words("too early")}</div></h2>`)).toEqual([
    "Mami dies too early",
  ]);
  expect(passages(`<h2><div>${letters("Mami")}</div> <div>${letters("dies")}</div></h2>`)).toEqual([
    "Mami dies",
  ]);
  const moved = (word: string) => `<div style="position: relative; display: inline-block">${word}</div>`;
  expect(passages(`<div>${moved("Mami")} ${moved("dies")}</div><div>Tea</div>`)).toEqual([
    "Mami dies",
    "Tea",
  ]);
  body("<p></p>").querySelector("p")!.innerHTML = "<div>Mami</div> <div>dies</div>";
  expect(lineOf(texts(document.body)[0]!).filter((bit) => typeof bit !== "string")).toHaveLength(3);
});

test("what a script has put into a line break, or between a ruby's brackets, is a line of its own", () => {
  body("<p>Mami <br>dies. <ruby>x<rp>(</rp></ruby> Tea</p>");
  for (const name of ["br", "rp"]) {
    const inner = document.createTextNode("inside");
    document.querySelector(name)?.replaceChildren(inner);
    expect(start(inner)).toBe(inner);
    expect(lineOf(inner).filter((bit) => typeof bit !== "string")).not.toContain(
      document.querySelector("p")?.lastChild,
    );
    expect(lineOf(texts(document.body)[0]!)).not.toContain(inner);
  }
});

test("roles and levels", () => {
  const role = (html: string, selector: string) => roleOf(body(html).querySelector(selector));
  expect(role("<h2><div>x</div></h2>", "div")).toEqual({ role: "heading", level: 2 });
  expect(role('<div role="heading" aria-level="4">x</div>', "div")).toEqual({ role: "heading", level: 4 });
  expect(role("<ul><li><p>x</p><p id=b>y</p></li></ul>", "p")).toEqual({ role: "item", level: 0 });
  expect(role("<ul><li><p>x</p><p id=b>y</p></li></ul>", "#b")).toEqual({ role: "text", level: 0 });
  expect(role("<h2><ruby>x<rt>y</rt></ruby></h2>", "rt")).toEqual({ role: "text", level: 0 });
  expect(role("<figure><figcaption>x</figcaption></figure>", "figcaption")).toEqual({
    role: "caption",
    level: 0,
  });
});

test.each([
  ["at spaces", "lorem ipsum ", / $/],
  ["between sentences", "Lorem ipsum dolor (sit amet!) Consectetur. ", /[.!)] $/],
  ["behind a full stop of Japanese", "いろはにほへと。ちりぬるを。", /。$/],
  ["anywhere", "𝐀", /𝐀$/],
])("a long text is cut %s, and nothing is lost", (_, words, end) => {
  const data = words.repeat(3000);
  const [text] = texts(body(`<p>${data}</p>`));
  const drafts = cut([text as Text], (node) => node.data);
  for (const [{ data: part } = { data: "" }] of drafts) {
    expect(part.length).toBeLessThanOrEqual(longest + 1);
    expect(part).toMatch(end);
  }
  expect(drafts.flatMap((pieces) => pieces.map((piece) => piece.data)).join("")).toBe(data);
});

test("property: a stretch of a passage leads back to its letters in the nodes", () => {
  const words = fc.array(fc.constantFrom("Ma", "do\u00adka", " dies", "  ", "\n", "x", ". "), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (parts, a, b) => {
      const p = document.createElement("p");
      parts.forEach((part, index) => {
        const parent = index % 3 === 1 ? p.appendChild(document.createElement("b")) : p;
        parent.append(document.createTextNode(part));
      });
      const first = texts(p)[0] as Text;
      const pieces = cut(lineOf(first), (node) => node.data)[0] ?? [];
      const text = compose(pieces, false);
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const letters = rangesOf(pieces, start, end)
        .map((range) => range.node.data.slice(range.from, range.to))
        .join("");
      const bare = (value: string) => value.replace(/[\s\u00ad]/g, "");
      expect(bare(letters)).toBe(bare(text.slice(start, end)));
    }),
  );
});
