import { expect, test } from "vitest";
import { after, belongs, eager, heading, mentions, page, plainPage, text } from "./fixtures.ts";

test("a name of its own names its show wherever it stands", () => {
  expect(mentions("then oskalla left", plainPage)).toEqual(["death-lantern/marwen"]);
  expect(mentions("I read QLARION'S diary", plainPage)).toEqual(["death-lantern/marwen"]);
});

test("a name of its own with somebody else's surname is somebody else, but in a heading", () => {
  expect(mentions("Then Qlarion Whitfield left.", plainPage)).toEqual([]);
  expect(mentions("Then Qlarion Haruto left.", plainPage)).toEqual([
    "death-lantern/marwen",
    "death-lantern/haruto",
  ]);
  expect(mentions("Then Qlarion. Whitfield left.", plainPage)).toEqual(["death-lantern/marwen"]);
  expect(after(plainPage, heading(2, "Why Qlarion Left")).topical).toBe(true);
});

test("a title of ordinary words in a row needs its capitals", () => {
  expect(mentions("We watched Death Lantern yesterday.", plainPage)).toEqual(["death-lantern"]);
  expect(mentions("Death by the lantern is how death lantern shops sell.", plainPage)).toEqual([]);
});

test.each([
  "The ship left the harbor at night.",
  "The Harbor was closed for repairs.",
  "Harbor seals sleep on rocks.",
])("a title that is an ordinary word does not count in running text: %s", (sentence) => {
  expect(mentions(sentence, plainPage)).toEqual([]);
});

test.each([
  "The anime Harbor is short.",
  "All of Harbor season two is short.",
  "Harbor (2004) is short.",
  "We talked about “Harbor” all night.",
  "I rewatched Harbor episode three.",
  "Harbor Chapter 12 is out.",
])("but does in a clear context: %s", (sentence) => {
  expect(mentions(sentence, plainPage)).toEqual(["harbor"]);
});

test.each([
  "I have finally finished Last Harbor and cried.",
  "Last Harbor is the best of them.",
  "Just seen Last Harbor.",
  "Last Harbor Fans Unite",
])("a title of several words counts where only they are written with capitals: %s", (sentence) => {
  expect(mentions(sentence, plainPage)).toEqual(["harbor"]);
});

test.each([
  "Our Week at the Last Harbor Hotel",
  "They reached the last Harbor before the winter.",
  "This Is a Song: Call Me by Last Harbor",
])("and not among other capitals, or with half of its own: %s", (sentence) => {
  expect(mentions(sentence, plainPage)).toEqual([]);
});

test.each([
  "how does ace die in last harbor",
  "last harbor ace episode",
  "who poisons ace in harbor",
  "Who poisons Ace in Last Harbor?",
])("a title and somebody of its show prove each other in a few words: %s", (words) => {
  expect(mentions(words, plainPage).sort()).toEqual(["harbor", "harbor/ace"]);
});

test.each([
  "an ace is in the harbor tonight",
  "the last harbor was closed",
  "We bring an ace to the last harbor",
  `how does ace sail to the last harbor ${"and back ".repeat(20)}`,
])("but not where a word may be a word: %s", (words) => {
  expect(mentions(words, plainPage)).toEqual([]);
});

test("who writes without capitals means whom the page is about by a word, too", () => {
  const topic = page("Last Harbor");
  expect(mentions("ace left at dawn", topic)).toEqual(["harbor/ace"]);
  expect(mentions("Nobody had an ace left at dawn.", topic)).toEqual([]);
});

test("by itself between the marks of a page's title a title of several words counts, one word on a site for shows", () => {
  for (const title of [
    "Last Harbor - Wikipedia",
    "Reviews | Last Harbor",
    "Harbor - MyAnimeList.net",
    "Harbor 12 – Tide",
  ])
    expect(page(title).topical, title).toBe(true);
  for (const title of [
    "Harbor 2 – Tide",
    "Harbor 12 boats",
    "Harbor - Wikipedia",
    "The Last Harbor Hotel | Book Now",
    "Boats at Harbor | Fandom",
  ])
    expect(page(title).topical, title).toBe(false);
});

test("a title that is a number counts beside what is said of shows alone", () => {
  for (const title of ["71 review", "71 episode 3 is out", "The 71 anime"])
    expect(page(title).topical, title).toBe(true);
  for (const title of ["71", "71 reviews of phones", "A 71 episode epic", "All 71 episodes"])
    expect(page(title).topical, title).toBe(false);
});

test("a short form names its show in headings and beside what people say of shows, written as it is written", () => {
  expect(page("ZkS finale thoughts").topical).toBe(true);
  expect(page("ZKS compilers").topical).toBe(false);
  expect(page("zks").topical).toBe(false);
  expect(mentions("I finished the ZkS manga.", plainPage)).toEqual(["zelkova-skies"]);
  expect(mentions("Our ZkS server is down.", plainPage)).toEqual([]);
});

test("a hashtag may be a title of several words or a short form, which may be written in capitals", () => {
  expect(mentions("He left. #ZkS", plainPage)).toEqual(["zelkova-skies"]);
  expect(mentions("HE LEFT #ZKS", plainPage)).toEqual(["zelkova-skies"]);
  expect(mentions("He left #LastHarbor", plainPage)).toEqual(["harbor"]);
  for (const words of ["He left #zks", "He left #Harbor", "He left LastHarbor", "He left #LastHarborHotel"])
    expect(mentions(words, plainPage), words).toEqual([]);
});

test("a heading of a page that has spoken of anime is a title by itself, however it is written", () => {
  const list = after(page("15 anime that broke me"), text("Oskalla first."));
  const below = (title: string, start = list) => belongs("Then she left.", after(start, heading(2, title)));
  expect(below("death lantern")).toEqual([["death-lantern by section"]]);
  for (const title of ["3. last harbor", "harbor"]) expect(below(title)).toEqual([["harbor by section"]]);
  expect(below("zks")).toEqual([["zelkova-skies by section"]]);
  for (const [title, start] of [
    ["the harbor at night", list],
    ["harbor", after(plainPage, text("Oskalla first."))],
  ] as const)
    expect(below(title, start)).toEqual([["death-lantern by recent"]]);
});

test("what begins a line of such a page with a mark behind it is a title, and a short form is one anywhere", () => {
  const anime = after(page("15 anime that broke me"), text("Oskalla first."));
  for (const words of ["Harbor - he leaves", "3. Harbor: he leaves", "I cried at ZkS too", "and ZKS"])
    expect(mentions(words, anime), words).toEqual([words.includes("Harbor") ? "harbor" : "zelkova-skies"]);
  for (const words of ["At night, Harbor - he leaves", "harbor - he leaves", "Harbor lights", "and zks"])
    expect(mentions(words, anime), words).toEqual([]);
  for (const words of ["Harbor - he leaves", "I cried at ZkS too"])
    expect(mentions(words, after(plainPage, text("Oskalla first."))), words).toEqual([]);
});

test("whom the page has named is meant again, however long ago that was", () => {
  const long = Array.from({ length: 12 }, () => text("Nothing of the kind was said."));
  const start = after(plainPage, text("Haruto came with Oskalla."), ...long);
  expect(mentions("Like Haruto, he left.", start)).toEqual(["death-lantern/haruto"]);
  expect(mentions("Like Haruto, he left.", after(plainPage, ...long))).toEqual([]);
});

test("a name that is an ordinary word counts only where its show is the topic, and only with its capital", () => {
  expect(mentions("Then Ace dies.", plainPage)).toEqual([]);
  expect(mentions("Then Ace dies.", page("Harbor"))).toEqual(["harbor/ace"]);
  expect(mentions("He is an ace pilot.", page("Harbor"))).toEqual([]);
  expect(mentions("Tivolin waits and Ace dies.", plainPage)).toEqual(["harbor/tivolin", "harbor/ace"]);
});

test("a common name counts only where its show is the topic", () => {
  expect(mentions("Haruto dies.", plainPage)).toEqual([]);
  expect(mentions("Haruto dies.", page("Death Lantern, episode 3"))).toEqual(["death-lantern/haruto"]);
  expect(mentions("Haruto dies.", page("Zelkova Skies!"))).toEqual([]);
});

test("a name that two shows have means the one that is the topic", () => {
  expect(mentions("Sakura dies.", page("Death Lantern"))).toEqual(["death-lantern/sakura"]);
  expect(mentions("Sakura dies.", page("Zelkova Skies!"))).toEqual(["zelkova-skies/sakura"]);
});

test("a long name with a letter too many, too few, changed about or another one is meant on a page about its show", () => {
  const about = page("Death Lantern");
  for (const name of ["Oskala", "Osskalla", "Oksalla", "Oskolla", "Marwenn Oskalla", "MARVEN"])
    expect(mentions(`There ${name} leaves.`, about), name).toContain("death-lantern/marwen");
  for (const name of ["Askalla", "oskala", "Oskola", "Marine"])
    expect(mentions(`There ${name} leaves.`, about), name).toEqual([]);
  expect(mentions("There Oskala leaves.", page("Harbor, the anime"))).toEqual([]);
  expect(mentions("There Oskala leaves.", plainPage)).toEqual([]);
});

test("a possessive without its apostrophe, as in German, names whom it belongs to on a page about the show", () => {
  const about = page("Death Lantern");
  const german = after(
    about,
    text("Das ist nicht die Folge, die ich mit euch sehen wollte, und es war auch nicht gut."),
  );
  for (const context of [about, german]) {
    expect(mentions("Dort ist Harutos Grab.", context)).toEqual(["death-lantern/haruto"]);
    expect(mentions("Dort ist harutos Grab.", context)).toEqual([]);
  }
  // Other slips of the pen are looked for in English alone.
  expect(mentions("There Oskala leaves.", about)).toEqual(["death-lantern/marwen"]);
  expect(mentions("Dort geht Oskala fort und ist nicht mehr da, und das war es.", german)).toEqual([]);
});

test("who gave the show its name is meant by it where the show is the topic", () => {
  expect(mentions("Veshnalor dies.", page("Veshnalor"))).toEqual(["veshnalor/veshnalor"]);
  expect(mentions("Veshnalor dies.", plainPage)).toEqual(["veshnalor"]);
  expect(belongs("She dies.", page("Veshnalor"))).toEqual([["veshnalor by page"]]);
});

test("where a show is the topic, its names are no other show's title", () => {
  expect(mentions("Veshnalor dies.", page("Tallow Roads"))).toEqual(["tallow-roads/veshnalor"]);
});

test("of two topics that have a name the likelier is meant", () => {
  const both = page("Veshnalor, and more on Tallow Roads");
  expect(mentions("Veshnalor dies.", both)).toEqual(["veshnalor/veshnalor"]);
  expect(mentions("Veshnalor dies.", after(both, heading(2, "Tallow Roads")))).toEqual([
    "tallow-roads/veshnalor",
  ]);
});

test("three names of one show, none of which proves anything, prove it together", () => {
  expect(mentions("Sakura, Kenji and Hiroshi die.", plainPage)).toEqual([
    "zelkova-skies/sakura",
    "zelkova-skies/kenji",
    "zelkova-skies/hiroshi",
  ]);
  expect(mentions("Sakura and Kenji die.", plainPage)).toEqual([]);
  expect(mentions("Kenji, Hiroshi and Haruto die.", plainPage)).toEqual([]);
});

test("the last of them may come in a later passage", () => {
  const context = after(plainPage, text("Kenji runs home to Hiroshi."));
  expect(mentions("Sakura dies.", context)).toEqual(["zelkova-skies/sakura"]);
});

test("one name twice proves nothing", () => {
  expect(mentions("Kenji and Kenji met.", plainPage)).toEqual([]);
});

test("what a list puts before an entry's first sentence is a sentence of its own", () => {
  const sentences = (words: string) =>
    eager
      .inspect(text(words), plainPage)
      .sentences.map(({ sentence: { start, end } }) => words.slice(start, end));
  expect(sentences("Death Lantern (2011) Marwen walks home.")).toEqual([
    "Death Lantern (2011)",
    "Marwen walks home.",
  ]);
  expect(sentences("Death Lantern – What happens: Marwen walks home.")).toHaveLength(2);
  expect(sentences("Death Lantern (2011) is about Marwen.")).toHaveLength(1);
});
