/** Whatever a page writes: no exception, sound offsets, and hidden, foreign or styled letters do not hide a name. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { english } from "../../../lib/catalog/build/english.ts";
import { reasonWords } from "../../../lib/detect/reasons.ts";
import type { Role } from "../../../lib/detect/types.ts";
import { clean } from "../../../lib/page/clean.ts";
import { compose, cut, longest, rangesOf } from "../../../lib/page/passages.ts";
import { record } from "../../figures.ts";
import { detector, page, shows, text } from "./detector.ts";

/** What tells something to the detector, so that random text does not stay random text to it. */
const names = shows.flatMap(({ title, characters }) => [title, ...characters.map(({ name }) => name)]);
const words = [
  "dies",
  "killed by",
  "was the killer",
  "'s death",
  "turns into a witch",
  "spoilers",
  "?",
  ". ",
];
/** What breaks readers of text: halves of letters, letters of no width, directions, marks, look-alikes. */
const odd = [
  ..."\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202e\u2066\u2069\u034f\u180e\ufe0f\u0301\u20dd\u3099",
  "\ud800",
  "\udfff",
  "М\u0430mi",
  "Ｍａｍｉ",
  "𝐌𝐚𝐦𝐢 ",
  "\ud835",
  "\udc0c",
  "👩‍👩‍👧",
  "ﬁ",
  "İ",
  "ß",
  "\u0000",
  "\u2028",
  "魔法少女",
];
const bit = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(...words),
  fc.constantFrom(...odd),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constant(" "),
);
const anyText = fc.array(bit, { maxLength: 60 }).map((bits) => bits.join(""));
const role = fc.constantFrom<Role>("heading", "item", "text", "caption", "row", "label");
const passage = fc.record({ text: anyText, role, level: fc.integer({ min: 0, max: 6 }) });

test("random Unicode in any order: no exception, offsets within the text, the same twice", () => {
  let cases = 0;
  let findings = 0;
  fc.assert(
    fc.property(anyText, fc.webUrl(), fc.array(passage, { maxLength: 6 }), (title, url, passages) => {
      let context = detector.begin({ title, url });
      for (const each of passages) {
        const reading = detector.read(each, context);
        expect(detector.read(each, context)).toEqual(reading);
        for (const finding of reading.findings) {
          const { start, end, score } = finding;
          expect(start >= 0 && start < end && end <= each.text.length).toBe(true);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          for (const words of reasonWords(finding, english)) expect(words).not.toBe("");
          findings++;
        }
        context = reading.after;
        cases++;
      }
    }),
    { numRuns: 1_500 },
  );
  // Else the words above tell the detector nothing any more.
  expect(findings).toBeGreaterThan(cases / 20);
  record("fuzz: passages of random Unicode", { cases, findings });
});

/** Text nodes of a line, some of them too long for one passage, and what joins them. */
const node = fc
  .tuple(
    anyText,
    fc.oneof(
      { weight: 15, arbitrary: fc.constant("") },
      fc.constantFrom("Mami. ".repeat(longest / 6 - 5), "x".repeat(longest - 20)),
    ),
  )
  .map(([words, before]) => ({ data: before + words }) as Text);
const bits = fc.array(fc.oneof({ weight: 3, arbitrary: node }, fc.constantFrom(" ", "\n", " | ")), {
  maxLength: 5,
});
/** What is left of a text without what passages add or take away. */
const bare = (words: string) => clean(words, false).replace(/[\s|]/g, "");
/** Does `at` part the halves of one letter? */
const parts = ({ data }: Text, at: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(data.slice(at - 1, at + 1));

test("findings in random Unicode lead back to their own letters in the page's nodes, to whole ones", () => {
  const figures = { cases: 0, findings: 0 };
  fc.assert(
    fc.property(bits, fc.boolean(), (line, lines) => {
      for (const pieces of cut(line, ({ data }) => data)) {
        const words = compose(pieces, lines);
        figures.cases++;
        for (const { start, end } of detector.read(text(words), page).findings) {
          const ranges = rangesOf(pieces, start, end);
          for (const { node, from, to } of ranges) {
            expect(0 <= from && from < to && to <= node.data.length).toBe(true);
            expect([parts(node, from), parts(node, to)]).toEqual([false, false]);
          }
          const letters = ranges.map(({ node, from, to }) => node.data.slice(from, to)).join("");
          expect(bare(letters)).toBe(bare(words.slice(start, end)));
          figures.findings++;
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(figures.findings).toBeGreaterThan(figures.cases / 20);
  record("fuzz: from findings back to the page", figures);
});

const spoiler = "Mami Tomoe is killed by the witch Charlotte in the third episode.";
const scores = (words: string) => detector.read(text(words), page).findings.map(({ score }) => score);
/** Letters that nobody sees: between any two letters of a name they change nothing. */
const unseen = [
  // All that Unicode says is to be ignored, but of the thousands in plane 14 a tag and a selector.
  ...Array.from({ length: 0x20000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => /\p{Default_Ignorable_Code_Point}/u.test(letter)),
  "\u{e0041}",
  "\u{e0101}",
  // Marks: of Latin, of Cyrillic ("a҉"), of Hebrew and Arabic, and around a letter.
  ..."\u0301\u0336\u0489\u05b0\u0651\u20dd",
];

test.each(
  unseen.map((letter) => [letter.codePointAt(0)!.toString(16).padStart(4, "0"), letter]),
)("U+%s between all letters leaves the finding as it is", (_code, letter) => {
  const hidden = [...spoiler].map((each) => (/\p{L}/u.test(each) ? each + letter : each)).join("");
  const plain = scores(spoiler);
  expect(plain.length).toBeGreaterThan(0);
  expect(scores(hidden)).toEqual(plain);
});

test("at random places, too", () => {
  const plain = scores(spoiler);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(spoiler.length), fc.constantFrom(...unseen)), { maxLength: 30 }),
      (marks) => {
        let hidden = spoiler;
        // A mark over a space or a full stop is another sign.
        for (const [at, letter] of marks.sort(([a], [b]) => b - a))
          if (/\p{L}/u.test(spoiler.charAt(at - 1))) hidden = hidden.slice(0, at) + letter + hidden.slice(at);
        expect(scores(hidden)).toEqual(plain);
      },
    ),
    { numRuns: 500 },
  );
  record("fuzz: hidden letters inside names", { cases: 500 + unseen.length });
});

/** What Unicode says looks like them: Cyrillic and Greek letters. */
const twins: Readonly<Record<string, string>> = {
  M: "\u041c\u039c",
  T: "\u0422\u03a4",
  C: "\u0421\u03f9",
  a: "\u0430\u03b1",
  e: "\u0435",
  h: "\u04bb",
  i: "\u0456\u03b9",
  o: "\u043e\u03bf",
  r: "\u0433",
  s: "\u0455",
  y: "\u0443",
};

test("look-alikes of other alphabets, with a Latin letter left in each word", () => {
  const plain = scores(spoiler);
  fc.assert(
    fc.property(fc.array(fc.nat(2), { minLength: spoiler.length, maxLength: spoiler.length }), (pick) => {
      const disguised = spoiler.replace(/\p{L}+/gu, (word, at: number) => {
        const letters = [...word].map((each, i) => twins[each]?.[pick[at + i]! - 1] ?? each);
        return letters.some((each) => /[a-z]/i.test(each)) ? letters.join("") : word;
      });
      expect(scores(disguised)).toEqual(plain);
    }),
    { numRuns: 500 },
  );
  record("fuzz: look-alikes inside words", { cases: 500 });
});

/** Where each style of mathematics, circles and squares has its A and, unless it has capitals alone, its a. */
const styles: readonly (readonly [number, number?])[] = [
  ...Array.from({ length: 13 }, (_, i) => [0x1d400 + i * 52, 0x1d41a + i * 52] as const),
  [0xff21, 0xff41],
  [0x24b6, 0x24d0],
  ...[0x1f110, 0x1f130, 0x1f150, 0x1f170].map((capital) => [capital] as const),
];
/** A letter in a style; where Unicode has left a hole (the script e is as old as physics), the plain one. */
function styled(letter: string, [capital, small = capital]: readonly [number, number?]): string {
  const at = letter.toLowerCase().charCodeAt(0) - 0x61;
  if (at < 0 || at > 25) return letter;
  const sign = String.fromCodePoint((letter === letter.toLowerCase() ? small : capital) + at);
  return /\p{Cn}/u.test(sign) ? letter : sign;
}

test("letters in any style, mixed as may be: the same findings, from the same letter to the same letter", () => {
  const plain = detector.read(text(spoiler), page).findings;
  const pick = fc.array(fc.option(fc.constantFrom(...styles)), {
    minLength: spoiler.length,
    maxLength: spoiler.length,
  });
  fc.assert(
    fc.property(pick, (picked) => {
      // Capitals alone would make a name of any word.
      const letters = [...spoiler].map((letter, i) => {
        const style = picked[i];
        return style && (style[1] || letter !== letter.toLowerCase()) ? styled(letter, style) : letter;
      });
      const at = (letter: number) => letters.slice(0, letter).join("").length;
      const found = detector.read(text(letters.join("")), page).findings;
      expect(found).toEqual(plain.map((each) => ({ ...each, start: at(each.start), end: at(each.end) })));
    }),
    { numRuns: 500 },
  );
  record("fuzz: letters in other styles", { cases: 500 });
});
