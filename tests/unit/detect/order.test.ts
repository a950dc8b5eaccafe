import { expect, test } from "vitest";
import { inEnglishOrder, type Word } from "../../../lib/detect/order.ts";
import { hashWord, Tokens, tokenize } from "../../../lib/detect/tokens.ts";
import { tongueNamed } from "../../../lib/detect/tongue.ts";

/**
 * What becomes of words that are English already and stand as in `lang`: names are Mami and Sayaka Miki, nouns have
 * capitals.
 */
function ordered(text: string, lang: string): string {
  const tokens = new Tokens();
  tokenize(text, tokens);
  const words = Array.from({ length: tokens.count }, (_, i): Word => {
    const written = tokens.word(i);
    const name = ["mami", "sayaka", "miki"].indexOf(written);
    return {
      start: tokens.start[i]!,
      end: tokens.end[i]!,
      length: tokens.length[i]!,
      capital: tokens.capital[i]!,
      hash: hashWord(written),
      said: name < 0 ? written : undefined,
      name: Math.min(name, 1),
    };
  });
  return inEnglishOrder(words, text, tongueNamed(lang))
    .map(({ start, end, hash }) => {
      const written = text.slice(start, end).toLowerCase();
      return hash === hashWord(written) ? written : "[other]";
    })
    .join(" ");
}

test.each([
  ["Mami was in Episode 12 murdered", "mami was murdered in episode 12"],
  ["Mami is killed been", "mami is been killed"],
  ["Sayaka Miki has Mami betrayed", "sayaka miki has betrayed mami"],
  ["I cried, because Mami in Episode 12 died", "i cried because mami died in episode 12"],
  ["I heard, that Mami in Episode 12 killed was", "i heard that mami was killed in episode 12"],
  ["Mami were almost in Episode 12 died", "mami were almost died in episode 12"],
  ["Mami is in Episode 12 almost died", "mami is almost died in episode 12"],
  ["Mami has still never somebody killed", "mami has still never killed somebody"],
  ["Was Mami in Episode 12 murdered?", "was mami murdered in episode 12"],
  ["Mami is the Killer", "mami is the killer"],
])("German verbs stand together: %s", (text, english) => {
  expect(ordered(text, "de")).toBe(english);
});

test("words that another one stands for have its hash", () => {
  expect(ordered("Mami, the in the End dies, smiles", "de")).toBe("mami [other] dies in the end smiles");
  expect(ordered("Mami was of Sayaka Miki killed", "de")).toBe("mami was killed [other] sayaka miki");
});

test.each([
  ["de", "At the End dies Mami", "at the end mami dies"],
  ["de", "In Episode 12 was Sayaka Miki betrayed", "in episode 12 sayaka miki was betrayed"],
  ["de", "In the End kills Mami the Witch", "in the end mami kills the witch"],
  ["de", "How dies Mami?", "how mami dies"],
  ["de", "Dies Mami?", "dies mami"],
  ["de", "Why must Mami die?", "why must mami die"],
  ["de", "The Killer is Mami", "the killer is mami"],
  ["es", "There dies Mami, and I cried", "there mami dies and i cried"],
  ["es", "Dies Mami", "mami dies"],
  ["pt", "In the end killed Mami", "in the end killed mami"],
  ["es", "Then meets Mami", "then meets mami"],
  ["fr", "The killer is Mami", "the killer is mami"],
  ["fr", "Mami was in episode 12 murdered", "mami was in episode 12 murdered"],
])("the subject stands before its verb, %s: %s", (lang, text, english) => {
  expect(ordered(text, lang)).toBe(english);
});
