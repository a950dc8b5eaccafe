import { expect, test } from "vitest";
import { cueClasses } from "../../../lib/detect/cues.ts";
import type { Context } from "../../../lib/detect/types.ts";
import { after, belongs, eager, heading, page, plainPage, text } from "./fixtures.ts";

test("a page's title or address makes its show the topic", () => {
  expect(page("Zelkova Skies! review").topical).toBe(true);
  expect(page("A review", "https://site.example/2024/zelkova-skies-review.html").topical).toBe(true);
  expect(page("A review", "https://site.example/a?q=zelkova+skies").topical).toBe(false);
  expect(page("My week in the harbor", "https://site.example/my-week").topical).toBe(false);
});

test("a word is a title in no address but one that speaks of anime", () => {
  expect(page("Ships today", "https://site.example/harbor").topical).toBe(false);
  expect(page("Ships today", "https://site.example/anime/harbor").topical).toBe(true);
  expect(page("The best anime", "https://site.example/harbor").topical).toBe(true);
});

test("no address is too odd to begin with", () => {
  for (const url of [
    "",
    "about:blank",
    "https://site.example/%E0%A4%A",
    "data:text/html,x",
    "not an address",
  ]) {
    expect(page("Harbor", url).topical).toBe(true);
    expect(page("Nothing", url).topical).toBe(false);
  }
});

test("a sentence without a name belongs to the page", () => {
  expect(belongs("She dies.", page("Zelkova Skies!"))).toEqual([["zelkova-skies by page"]]);
});

test("a sentence belongs to the show that it names, whatever the page", () => {
  const [first] = belongs("Oskalla dies.", page("Zelkova Skies!"));
  // Whose name it is may be chance: the page's own show stays possible.
  expect(first).toEqual(["death-lantern by character", "zelkova-skies by page"]);
  expect(belongs("In Death Lantern she dies.", page("Zelkova Skies!"))[0]).toContain(
    "death-lantern by title",
  );
});

test("a sentence in a section belongs to the show of its heading", () => {
  const context = after(page("Zelkova Skies!"), heading(1, "Ten shows"), heading(2, "Death Lantern"));
  expect(belongs("She dies.", context)).toEqual([["death-lantern by section"]]);
});

test("a heading may name its show through a character", () => {
  const context = after(plainPage, heading(2, "3. Marwen Oskalla"));
  expect(belongs("She dies.", context)).toEqual([["death-lantern by section"]]);
});

test("a title that is a word heads an entry of a list about anime, before a colon or in brackets, once a show has been named", () => {
  const anime = after(page("Ten anime, ranked"), heading(2, "1. Death Lantern"), text("It is long."));
  for (const entry of ["Harbor: The Cook Did It", "7. Harbor: The Cook Did It", "The Cook Did It (Harbor)"]) {
    expect(belongs("She dies.", after(anime, heading(2, entry))), entry).toEqual([["harbor by section"]]);
    expect(after(page("Ten coasts, ranked"), heading(2, entry)).topical, entry).toBe(false);
  }
  for (const entry of ["Harbor Seals: A Guide", "The Cook Did It at Harbor", "7. harbor: the cook did it"])
    expect(belongs("She dies.", after(anime, heading(2, entry))).flat(), entry).not.toContain(
      "harbor by section",
    );
});

test("a heading's show goes on through the headings below it", () => {
  const context = after(plainPage, heading(2, "Death Lantern"), heading(3, "Story"));
  expect(belongs("She dies.", context)).toEqual([["death-lantern by section"]]);
});

test("and ends with its section", () => {
  const context = after(plainPage, heading(2, "Death Lantern"), text("Nice."), heading(2, "Zelkova Skies!"));
  expect(belongs("She dies.", context)).toEqual([["zelkova-skies by section"]]);
  const back = after(page("Zelkova Skies!"), heading(2, "Death Lantern"), text("Nice."), heading(2, "Music"));
  const [first] = belongs("She dies.", back);
  expect(first).toContain("zelkova-skies by page");
  expect(first).not.toContain("death-lantern by section");
});

test("a show named in passing is forgotten after a while", () => {
  const other = Array.from({ length: 12 }, () => text("The weather is fine today."));
  const context = after(plainPage, text("We saw Death Lantern."), ...other);
  expect(context.topical).toBe(true);
  expect(belongs("She dies.", context)).toEqual([[]]);
});

test("a title with a death word is no death, and neither is a name", () => {
  const death = cueClasses.indexOf("death");
  const cues = (words: string) =>
    eager.inspect(text(words), plainPage).sentences.map((s) => s.cues.counts[death]);
  expect(cues("Death Lantern is lovely.")).toEqual([0]);
  expect(cues("Death Lantern ends with a death.")).toEqual([1]);
});

test("how much a page has spoken of a show: who has been named, and how often anime was spoken of", () => {
  const presence = (start: Context) =>
    eager.inspect(text("Then she left."), start).sentences[0]?.judged[0]?.candidate.presence;
  const passing = after(plainPage, text("Oskalla is what my cat is called."));
  expect(presence(passing)).toEqual({ cast: 1, proven: true, topics: 1, domain: 0, titled: false });
  const spoken = after(plainPage, text("Oskalla and Haruto share three episodes."), text("It rained."));
  expect(presence(spoken)).toEqual({ cast: 2, proven: true, topics: 1, domain: 1, titled: false });
  for (const named of [
    page("Death Lantern"),
    page("Veshnalor"),
    after(plainPage, text("We saw Death Lantern.")),
  ])
    expect(presence(named)?.titled).toBe(true);
  for (const titled of [page("An anime diary"), after(plainPage, heading(1, "An anime diary"))])
    expect(presence(after(titled, text("Oskalla is what my cat is called.")))).toEqual({
      cast: 1,
      proven: true,
      topics: 1,
      domain: 2,
      titled: false,
    });
});

test("where nothing but one name says that a show is meant, a sentence has to be surer", () => {
  const score = (start: Context, words = "Then Oskalla left the hall.") =>
    eager.inspect(text(words), start).sentences[0]!.judged[0]!.score;
  const once = score(plainPage);
  expect(once).toBeLessThan(score(page("Death Lantern")));
  expect(once).toBeLessThan(score(after(plainPage, text("We saw Death Lantern."))));
  expect(once).toBeLessThan(score(after(plainPage, text("Oskalla and Haruto were there."))));
  expect(once).toBeLessThan(score(plainPage, "Then Oskalla and Haruto left the hall."));
});
