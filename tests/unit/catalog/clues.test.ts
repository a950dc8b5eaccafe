import { expect, test } from "vitest";
import { compileClues, expandClue, passedOver } from "../../../lib/catalog/build/clues.ts";
import { detectorOf } from "../../../lib/catalog/build/examples.ts";
import { compileFacts } from "../../../lib/catalog/build/facts.ts";
import type { ShowFile } from "../../../lib/catalog/schema.ts";
import { patternText } from "../../../lib/detect/pattern.ts";
import { show, spoiler } from "./fixtures.ts";

test("parts and alternatives that no sentence is asked for are named; in a row of words they do no harm", () => {
  expect(passedOver("dies|her + dome")).toEqual(["her"]);
  expect(passedOver("alive + who are you")).toEqual(["who are you"]);
  expect(passedOver("kills her + the dome + h*")).toEqual([]);
});

test("what a hyphen ties among alternatives is a run of its own", () => {
  expect(expandClue("half-brother|sibling|next-of-kin + killed")).toEqual([
    "sibling + killed",
    "half brother + killed",
    "next kin + killed",
  ]);
  expect(expandClue("hou-ken|houken")).toEqual(["houken", "hou ken"]);
  expect(expandClue("run-over|hit|gives-up + truck|hit-and-run")).toHaveLength(6);
});

test("prefixes keep their star, also behind a hyphen, and what is one word stays as it is", () => {
  expect(expandClue("double-cross*|betray*")).toEqual(["betray*", "double cross*"]);
  expect(expandClue("self-destruct*")).toEqual(["self destruct*"]);
  // Of "isn't" patterns read "isn", of "her's" nothing.
  expect(expandClue("isn't|never real")).toEqual(["isn't|never real"]);
  expect(expandClue("silver|white hair + cut")).toEqual(["silver|white hair + cut"]);
});

test("what another pattern of the fact finds anyway is left out, whichever stands first", () => {
  const kept = (...clues: string[]) =>
    compileClues(clues).map((parts) => parts.map((run) => run.map((w) => w.join("|")).join(" ")).join(" + "));
  expect(kept("rope + cut|chop", "cut + old rope + night", "cuts + rope")).toEqual(["rope + cut|chop"]);
  expect(kept("winged lion + bridge", "lion")).toEqual(["lion"]);
  expect(kept("betray*", "betrays|leaves + captain", "betrayed*")).toEqual([
    "betray*",
    "betray|leave + captain",
  ]);
  expect(kept("rope + rope", "rope")).toEqual(["rope + rope"]);
  expect(kept("last old rope", "last rope")).toEqual(["last old rope", "last rope"]);
});

test("each way of a clue is found", () => {
  const orrery = show({
    spoilers: [spoiler({ clues: ["half-brother|sibling + rope|steel-cable"], scene: ["winch", "hoist"] })],
  });
  expect(compileFacts([orrery])[0]!.spoilers[0]!.clues).toHaveLength(4);
  const detector = detectorOf([orrery]);
  const context = detector.begin({ title: "Quiet Orrery", url: "https://site.example/a" });
  const clueIn = (text: string) =>
    detector.inspect({ text, role: "text", level: 0 }, context).sentences[0]?.judged[0]?.candidate.evidence
      .clue;
  expect(clueIn("It was her half-brother at the winch who let go of the rope.")).toBeDefined();
  expect(clueIn("A sibling cuts the steel cable.")).toBeDefined();
  expect(clueIn("Her brother has half a rope.")).toBeUndefined();
});

test("a clue means its characters, whichever of their names a sentence has", () => {
  const characters: ShowFile["characters"] = [
    {
      id: "ilven",
      name: "Ilven Marrosk",
      given: "Ilven",
      family: "Marrosk",
      native: "星野未来",
      pronoun: "she",
    },
    {
      id: "thorvek",
      name: "Thorvek Gant",
      given: "Thorvek",
      family: "Gant",
      pronoun: "he",
      aliases: ["Brass Crow"],
    },
    { id: "bell", name: "Bell", pronoun: "she", aliases: ["Quorvane"] },
  ];
  const clues = ["marrosk + retires", "thorvek + crow", "bell + rings", "ilven + thorvek"];
  const orrery = show({ characters, spoilers: [spoiler({ clues, scene: ["observatory"] })] });
  const detector = detectorOf([orrery]);
  const context = detector.begin({ title: "Quiet Orrery", url: "https://site.example/a" });
  const clueIn = (text: string) => {
    const { sentences } = detector.inspect({ text, role: "text", level: 0 }, context);
    const found = sentences[0]?.judged[0]?.candidate.evidence.clue;
    return found && patternText(found, (c) => characters[c]!.id);
  };
  for (const who of ["Marrosk", "Ilven", "Ilven Marrosk", "星野未来"])
    expect(clueIn(`${who} retires.`), who).toBe("ilven + retir");
  // Who is named twice is meant by both names, and who says nothing but names says who they are.
  expect(clueIn("Thorvek is the Brass Crow.")).toBe("thorvek + crow");
  expect(clueIn("There Thorvek sits.")).toBeUndefined();
  expect(clueIn("Ilven Marrosk and Gant meet.")).toBeUndefined();
  // A name that is a word may be just that.
  expect(clueIn("Quorvane rings.")).toBe("bell|bell + ring");
  expect(clueIn("A bell rings.")).toBe("bell|bell + ring");
});
