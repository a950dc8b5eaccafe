// Of whom a sentence says in plain words that they die.
import { expect, test } from "vitest";
import type { Judged } from "../../../lib/detect/judged.ts";
import { after, eager, heading, page, text } from "./fixtures.ts";

test.each([
  ["Marwen dies.", true],
  ["Marwen's death", true],
  ["Marwen was killed at dawn.", true],
  ["Marwen kills Sakura.", false],
  ["Marwen murders the captain.", false],
  ["Haruto kills Marwen.", true],
  ["Haruto finally killed Marwen.", true],
  ["Haruto kills Marwen's men.", false],
  ["Haruto wants to kill Marwen.", false],
  ["If Haruto kills Marwen, who sings?", false],
  ["Haruto saw how fever kills Marwen.", true],
  ["A fever kills Marwen's men.", false],
  ["The author kills off poor Marwen.", true],
  ["He was killed by Marwen.", false],
  ["One idea: kills Marwen.", false],
  ["The voice of Marwen died.", false],
  ["The death of Marwen", true],
  ["Marwen died in 1995.", false],
  ["Marwen, the keeper of the light, dies.", true],
  ["Marwen (the keeper) dies.", true],
  ["Marwen, the keeper of the light, sings and nobody dies.", false],
  ["Marwen dies before he could tell.", true],
  ["Marwen might die.", false],
  ["Marwen takes her last breath.", true],
  ["Marwen has the last word.", false],
  ["Marwen's last words", true],
  ["Marwen bites the dust.", true],
  ["Marwen smiles and dies.", true],
  ["Marwen and her friend die.", true],
  ["Marwen sees Sakura fall and die.", false],
  ["Marwen brutally murders herself.", true],
  ["Marwen is the first to die.", true],
  ["Marwen is dying to see it.", false],
  ["Marwen ends up dead at the end.", true],
  ["RIP Marwen", true],
  ["So Marwen is gone.", true],
  ["Marwen is gone to school.", false],
  ["Marwen from Death Lantern dies.", true],
  ["Haruto rips Marwen's coat.", false],
  ["Does Marwen die?", false],
  ["How does Marwen die?", true],
  ["does marwen die in the end", false],
  ["how does marwen die", true],
  ["why did haruto kill marwen", true],
  ["did haruto kill marwen", false],
  ["Why did they kill Marwen?", true],
  ["Now that Marwen is dead, who leads them?", true],
  ["Marwen DIES???", true],
  ["In which episode does Marwen die?", true],
  ["What happens if Marwen dies?", false],
  ["I knew Marwen would die.", true],
  ["Haruto knew Marwen would die.", false],
  ["Marwen should have lived.", true],
  ["If only Marwen had lived.", true],
  ["I wish Marwen hadn't died.", true],
  ["Marwen is no more.", true],
  ["Marwen is the first to see the ship die.", false],
  ["Marwen and Haruto both die.", true],
  ["The man who drew Marwen passed away.", false],
  ["Marwen is killing me.", false],
  ["I'll never forgive them for killing Marwen.", true],
  ["Why they had to kill Marwen", true],
  ["A funeral for Marwen", true],
  ["I would die for Marwen.", false],
  ["RIP Marwen's homework", false],
  ["Marwen's murderer is his own brother.", true],
  ["Marwen's brother meets his end.", false],
  ["Marwen goes to fight.", false],
  ["I'm scared Marwen dies.", false],
  ["They couldn't save Marwen.", true],
])("only of whom it happens to does a sentence plainly say that they die: %s", (words, plain) => {
  const { sentences } = eager.inspect(text(words), page("Death Lantern"));
  expect(sentences[0]!.judged[0]!.candidate.plain.length > 0).toBe(plain);
});

test.each([
  ["She dies in the end.", true],
  ["Then they killed her.", true],
  ["They killed her father.", false],
  ["Her death broke me.", true],
  ["Her dead friend sings.", false],
  ["Watching her die is hard.", true],
  ["He dies.", false],
  ["She never makes it easy.", false],
])("of whom a pronoun means, too: %s", (words, plain) => {
  const { sentences } = eager.inspect(text(words), after(page("Death Lantern"), text("I like Marwen.")));
  expect(sentences[0]!.judged.some((j) => j.candidate.plain.length > 0)).toBe(plain);
});

test.each([
  ["Did Marwen die in the storm?", true],
  ["does marwen die", true],
  ["Is Marwen dead?", true],
  ["How did Marwen die in the storm?", false],
  ["Marwen died in the storm.", false],
])("whether somebody dies is only asked, and no death is told: %s", (words, asked) => {
  const { sentences } = eager.inspect(text(words), page("Death Lantern"));
  const [{ candidate }] = sentences[0]!.judged as [Judged];
  expect(candidate.elses).toBe(asked);
});

test.each([
  ["Yes.", true],
  ["Sadly, she does.", true],
  ["Yes, in the ninth episode.", true],
  ["Yes, but she never cared.", false],
  ["No.", false],
  ["I liked it.", false],
])("whoever says yes to that has told it, in the same passage or below: %s", (words, plain) => {
  const start = page("Death Lantern");
  const tells = (answer: string, context = start) =>
    eager
      .inspect(text(answer), context)
      .sentences.at(-1)!
      .judged.some((j) => j.candidate.plain.length > 0);
  expect(tells(`Does Marwen die? ${words}`)).toBe(plain);
  expect(tells(words, after(start, heading(2, "Does Marwen die?")))).toBe(plain);
  expect(tells(words, after(start, text("Does Marwen sing?")))).toBe(false);
  expect(tells(words, after(start, text("Does Marwen die?"), text("Who knows, Haruto thought.")))).toBe(
    false,
  );
});
