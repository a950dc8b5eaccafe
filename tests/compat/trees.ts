/** Trees of text and inline markup, made at random: secrets cut up by elements, comments, breaks and odd spaces. */
import fc from "fast-check";
import { secrets } from "./apps/story.ts";

const plain = fc.constantFrom(
  "The tea in it looks lovely.",
  "I rewatched it in spring.",
  "Yuki Kajiura wrote the music.",
  "It has twelve episodes.",
);
const between = fc.constantFrom("<!-- -->", "<br>", "<wbr>", "&nbsp;", "&shy;", "\n  ", "&#8203;");
const inline = fc.constantFrom("b", "i", "em", 'a href="#x"', 'span class="y"', "mark");

const wrap = (tag: string, inside: string) => `<${tag}>${inside}</${tag.split(" ")[0]}>`;

/** A secret, whole or cut at up to three places, pieces of it in elements. */
const cut = fc
  .tuple(
    fc.constantFrom(...secrets),
    fc.array(fc.nat(1000), { maxLength: 3 }),
    fc.array(fc.option(inline), { minLength: 4, maxLength: 4 }),
    fc.array(fc.option(between), { minLength: 4, maxLength: 4 }),
  )
  .map(([secret, places, tags, joints]) => {
    const at = [0, ...places.map((n) => n % secret.length).sort((a, b) => a - b), secret.length];
    return at
      .slice(1)
      .map((end, i) => {
        const piece = secret.slice(at[i], end);
        const tag = tags[i];
        return (tag && piece ? wrap(tag, piece) : piece) + (i + 2 < at.length ? (joints[i] ?? "") : "");
      })
      .join("");
  });

const { tree } = fc.letrec<{ tree: string; line: string }>((tie) => ({
  line: fc
    .array(
      fc.oneof(
        { weight: 2, arbitrary: cut },
        { weight: 3, arbitrary: plain },
        { weight: 1, arbitrary: fc.tuple(inline, plain).map(([tag, text]) => wrap(tag, text)) },
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((parts) => parts.join(" ")),
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(fc.constantFrom("p", "div", "blockquote"), tie("line")).map(([tag, line]) => wrap(tag, line)),
    fc
      .array(tie("line"), { minLength: 1, maxLength: 2 })
      .map((lines) => wrap("ul", lines.map((line) => wrap("li", line)).join(""))),
    fc.array(tie("tree"), { minLength: 1, maxLength: 2 }).map((trees) => wrap("section", trees.join("\n"))),
  ),
}));

/** The same trees each time. */
export const trees = (count: number): string[] => fc.sample(tree, { seed: 5, numRuns: count });
