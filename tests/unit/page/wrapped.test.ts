import fc from "fast-check";
import { expect, it } from "vitest";
import { unwrap } from "../../../lib/page/wrapped.ts";

const column = (text: string, width: number) =>
  text.split(" ").reduce((all, word) => {
    const line = all.slice(all.lastIndexOf("\n") + 1);
    return all + (line.length + 1 + word.length > width ? "\n" : " ") + word;
  });

const told =
  "Nobody who has seen the third episode forgets what the witch of sweets does to Mami, and I had gone into it with no more than a poster.";

it("breaks of a column are spaces", () => {
  const wrapped = column(told, 60);
  expect(wrapped.split("\n").length).toBe(3);
  expect(unwrap(wrapped)).toBe(told);
});

it("where a paragraph ends, a line does", () => {
  expect(unwrap(`${column(told, 60)}\n${column(told, 60)}`)).toBe(`${told}\n${told}`);
});

it("Japanese is put together without a space that would part it", () => {
  const line = "巴マミは第三話でお菓子の魔女に頭から食べられてしまい仲間の二人の目の前で命を落とすことになる";
  expect(unwrap([line, line, "悲しい"].join("\n"))).toBe(`${line}\u200b${line}\u200b悲しい`);
});

it("a word goes on in the next line behind a hyphen, in a column and beside it", () => {
  const [first, ...rest] = column(told, 60).split("\n");
  expect(unwrap(`${first?.slice(0, -1)}-\n${rest.join("\n")}`)).toBe(
    `${first?.slice(0, -1)}\xad\xad${rest.join(" ")}`,
  );
  expect(unwrap("Mami is kil-\nled.")).toBe("Mami is kil\xad\xadled.");
  expect(unwrap("Spider-\nMan -\nhe flies")).toBe("Spider-\nMan -\nhe flies");
});

it.each([
  [
    "lines that had room for the next word",
    "I cried\nwhen she fell\nand then the credits rolled over it all for minutes",
  ],
  ["a narrow column", column(told, 30)],
  ["two lines", "a line that is long enough for a column of text\nand one more"],
  ["lines as long as a page", column(`${told} ${told} ${told} ${told} ${told}`, 220)],
  ["a text without lines", told],
])("%s stay as they are", (_, text) => {
  expect(unwrap(text)).toBe(text);
});

it("property: each letter keeps its place", () => {
  const words = fc.array(
    fc.constantFrom("Mami", "a", "extraordinarily", "頭", "\n", "dies.", "\ud83d\ude2d"),
    {
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 30, max: 90 }), (list, width) => {
      const text = list.length ? column(list.join(" "), width) : "";
      const found = unwrap(text);
      expect(found.length).toBe(text.length);
      for (let i = 0; i < text.length; i++) if (text[i] !== "\n") expect(found[i]).toBe(text[i]);
    }),
  );
});
