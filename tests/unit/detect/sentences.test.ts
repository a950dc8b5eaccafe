import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceEnds } from "../../../lib/detect/sentences.ts";

/** The sentences of a text; marks inside `title` belong to it. */
function split(text: string, title = ""): string[] {
  const at = title === "" ? -1 : text.indexOf(title);
  const inside = (i: number) => at >= 0 && i > at && i <= at + title.length;
  let start = 0;
  return sentenceEnds(text, inside).map((end) => {
    const sentence = text.slice(start, end).trim();
    start = end;
    return sentence;
  });
}

test("marks with a capital after them end a sentence", () => {
  expect(split("She runs. He waits! Who dies? Nobody.")).toEqual([
    "She runs.",
    "He waits!",
    "Who dies?",
    "Nobody.",
  ]);
  expect(split('He said "Run." She ran.')).toEqual(['He said "Run."', "She ran."]);
});

test("a footnote's number belongs to the sentence before it", () => {
  expect(split('She runs.[2][a] He said "Wait!"[citation needed] Who dies?[3]')).toEqual([
    "She runs.[2][a]",
    'He said "Wait!"[citation needed]',
    "Who dies?[3]",
  ]);
  for (const whole of ["She runs.[2] and waits.", "She runs.[2]He waits.", "She runs [2] He waits."])
    expect(split(`I saw it. ${whole}`)).toHaveLength(2);
});

test("what a site puts behind a headline with a dot and a number is none of it", () => {
  expect(split("She runs · 3 min read")).toEqual(["She runs", "· 3 min read"]);
  expect(split("She runs • 12 comments · share")).toEqual(["She runs", "• 12 comments · share"]);
  for (const whole of ["She · he · they", "Vol·3 of it", "A·3 · B"]) expect(split(whole)).toEqual([whole]);
});

test("abbreviations and initials end none", () => {
  for (const whole of [
    "Portgas D. Ace dies there.",
    "Dr. Tenma meets Mr. Leonhart vs. Johan.",
    "Many die, e.g. Mami, in Vol. 3 of it.",
    "It was made by P.A. Works in Japan.",
  ]) {
    expect(split(whole)).toEqual([whole]);
  }
  expect(split("So did I. Then she left.")).toHaveLength(2);
});

test("a mark within a title ends no sentence", () => {
  expect(split("Angel Beats! is sad. Really.")).toEqual(["Angel Beats! is sad.", "Really."]);
  expect(split("I saw Angel Beats! Kanade sings.", "Angel Beats!")).toHaveLength(1);
  expect(split("I saw the beats! Kanade sings.")).toHaveLength(2);
});

test("an ellipsis goes on before a small letter and ends before a capital", () => {
  expect(split("She waits... and then falls.")).toHaveLength(1);
  expect(split("She waits… and then falls.")).toHaveLength(1);
  expect(split("She waits... Then she falls.")).toHaveLength(2);
});

test("who writes without capitals has sentences too", () => {
  expect(split("she dies. he cries! the end.")).toEqual(["she dies.", "he cries!", "the end."]);
  expect(split("Mami dies. he cries.")).toHaveLength(1);
});

test("several marks end a sentence before a small letter, too", () => {
  expect(split("Who saw that?! not me!!! Kyubey did.")).toEqual([
    "Who saw that?!",
    "not me!!!",
    "Kyubey did.",
  ]);
  for (const whole of ["I saw Go! as a child.", "They die (yes, really!!) and nobody cares."])
    expect(split(whole)).toEqual([whole]);
});

test("a face at the end of a sentence ends it", () => {
  expect(split("So sad :( Ash could have left.")).toEqual(["So sad :(", "Ash could have left."]);
  expect(split("They find him 😭😭 if you know")).toEqual(["They find him 😭😭", "if you know"]);
  expect(split("He waits 💀 My guy.")).toEqual(["He waits 💀", "My guy."]);
  expect(split("I 💀 at this")).toHaveLength(1);
});

test("Japanese marks end a sentence without a space", () => {
  expect(split("彼女は死ぬ。彼は泣く！なぜ？")).toEqual(["彼女は死ぬ。", "彼は泣く！", "なぜ？"]);
  expect(split("「死ぬな。」彼は泣く。")).toEqual(["「死ぬな。」", "彼は泣く。"]);
});

test("a line break always ends one, a mark inside a word or number never", () => {
  expect(split("first line\nsecond line")).toEqual(["first line", "second line"]);
  expect(split("Version 2.5 of site.example/a.B is out.")).toHaveLength(1);
});

test("an empty text has no sentence", () => {
  expect(sentenceEnds("", () => false)).toEqual([]);
});

test("property: ends rise, and the last is the text's length", () => {
  const piece = fc.constantFrom(
    ..."a|B|. |.|! |?|…|。|」|”| |\n|\u00a0|D.|Mr. |\ud800|e.g.|...".split("|"),
    "|",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.boolean(), (pieces, within) => {
      const text = pieces.join("");
      const ends = sentenceEnds(text, () => within);
      ends.forEach((end, i) => {
        expect(end).toBeGreaterThan(ends[i - 1] ?? 0);
      });
      expect(ends.at(-1)).toBe(text.length);
    }),
    { numRuns: 1000 },
  );
});

test("a space in the midst of Japanese parts what is said, if it is not in a name", () => {
  expect(split("俺はこの回がダメだった 何度見ても泣ける　最終回もすごい")).toEqual([
    "俺はこの回がダメだった",
    "何度見ても泣ける",
    "最終回もすごい",
  ]);
  expect(split("3位 灯台の夏")).toEqual(["3位 灯台の夏"]);
  expect(split("とても長い灯台 無限の夏を見た", "とても長い灯台 無限の夏")).toHaveLength(1);
  expect(split("그는 마지막 이야기에서 죽는다")).toHaveLength(1);
  expect(split("灯台は長い。 夏は短い。")).toEqual(["灯台は長い。", "夏は短い。"]);
});
