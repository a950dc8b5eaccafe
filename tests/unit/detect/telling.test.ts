import { expect, test } from "vitest";
import { compileTables } from "../../../lib/catalog/build/plugin.ts";
import { type ShowFile, showSchema } from "../../../lib/catalog/schema.ts";
import { createInspector } from "../../../lib/detect/inspect.ts";

type Spoiler = ShowFile["spoilers"][number];
const fact = (kind: Spoiler["kind"], who: Spoiler["who"]): Spoiler => ({
  id: kind,
  kind,
  who,
  sentence: "It happens.",
  scene: ["zither"],
  example: "It happens with a zither.",
  nearMiss: "Nothing happens.",
});
const people = [
  "Marwen",
  "Tivolin",
  "Obrecht",
  "Qlarion",
  "Veshnal",
  "Zelkor",
  "Ondria",
  "Harvick",
  "Orphel",
];
const show: ShowFile = {
  id: "death-lantern",
  title: "Death Lantern",
  year: 2001,
  format: "tv",
  parts: [{ title: "Season 1", episodes: 12 }],
  characters: people.map((name) => ({ id: name.toLowerCase(), name, pronoun: "she" })),
  spoilers: [
    fact("couple", [{ character: "marwen" }, { character: "tivolin" }]),
    fact("betrayal", [{ character: "obrecht", as: "agent" }, { character: "marwen" }]),
    fact("villain", [{ character: "qlarion" }]),
    fact("identity", [{ character: "veshnal" }, { character: "zelkor" }]),
    fact("return", [{ character: "ondria" }]),
    fact("loss", [{ character: "harvick" }]),
    fact("death", [{ character: "orphel" }]),
  ],
};
const detector = createInspector(compileTables([showSchema.parse(show)]));
const page = detector.begin({ title: "Death Lantern", url: "https://site.example/a" });

test.each([
  ["Marwen and Tivolin get married.", true],
  ["Marwen ends up with Tivolin.", true],
  ["I was at the wedding of Marwen and Tivolin", true],
  ["Marwen and Tivolin argue like an old married couple.", false],
  ["Marwen and Tivolin should get married.", false],
  ["Marwen and Harvick get married.", false],
  ["Marwen walks with Tivolin.", false],
  ["Marwen and Tivolin tie the knot.", true],
  ["Marwen and Tivolin fanart where they marry", false],
  ["So it was Qlarion.", true],
  ["I think it was Qlarion.", false],
  ["It was Qlarion's idea.", false],
  ["The bad guy was Qlarion.", true],
  ["The man behind it all was Qlarion.", true],
  ["I think Qlarion is the killer.", false],
  ["Qlarion planned everything from the start.", true],
  ["Obrecht is a spy film fan.", false],
  ["Obrecht is a spy for the duke.", true],
  ["Obrecht is nobody's traitor.", false],
  ["I knew Obrecht would betray them.", true],
  ["Harvick will never walk again.", true],
  ["Harvick doesn't remember anyone.", true],
  ["Harvick remembers everyone.", false],
  ["Ondria's return explained", true],
  ["Ondria's brother returns.", false],
  ["Ondria doesn't want to die.", false],
  ["Marwen finally chooses Tivolin.", true],
  ["Marwen kisses Tivolin's hand.", false],
  ["Obrecht betrays them all.", true],
  ["Obrecht's betrayal hurt.", true],
  ["Obrecht is a double agent.", true],
  ["The traitor is Obrecht.", true],
  ["Marwen is no traitor, says Obrecht.", false],
  ["Is Obrecht the traitor?", false],
  ["Marwen betrays nobody.", false],
  ["Qlarion is the real villain.", true],
  ["The killer was Qlarion.", true],
  ["Qlarion turns evil.", true],
  ["Qlarion is not the villain.", false],
  ["Qlarion hunts the killer.", false],
  ["Veshnal is Zelkor.", true],
  ["Zelkor turns out to be none other than Veshnal.", true],
  ["Veshnal's true identity is Zelkor.", true],
  ["Veshnal and Zelkor are the same person.", true],
  ["Veshnal is taller than Zelkor.", false],
  ["Veshnal and Zelkor are friends.", false],
  ["Veshnal is Harvick.", false],
  ["Ondria is alive.", true],
  ["Ondria comes back to life.", true],
  ["Ondria comes back to the harbour.", false],
  ["If Ondria is alive, who rings?", false],
  ["Harvick is alive.", false],
  ["Harvick loses her arm.", true],
  ["Harvick loses her way.", false],
  ["Ondria loses her arm.", false],
  ["Obrecht trusts the traitor.", false],
  ["Qlarion is fighting the villain.", false],
  ["Marwen and Tivolin kiss.", true],
  ["Marwen and Tivolin's daughter sings.", true],
  ["Marwen meets Tivolin's daughter.", false],
  ["Marwen and Tivolin pretend to be married.", false],
  ["Obrecht, the traitor", true],
  ["They were betrayed by Obrecht.", true],
  ["Obrecht was betrayed.", false],
  ["How could Obrecht betray them?", true],
  ["It was Qlarion all along.", true],
  ["It was Qlarion who killed them.", true],
  ["It was Qlarion who made me laugh.", false],
  ["Qlarion is revealed as the mastermind.", true],
  ["Ondria turns out to be alive.", true],
  ["Ondria didn't die.", true],
  ["Ondria survives.", true],
  ["Ondria survives; the bell was empty.", true],
  ["Ondria is back among the living", true],
  ["Ondria resurfaces years later.", true],
  ["Ondria emerges alive from the rubble.", true],
  ["Ondria emerges from the shop.", false],
  ["Ondria gets a second chance at life.", true],
  ["Ondria regains consciousness.", true],
  ["Ondria breathes again.", true],
  ["Ondria is brought in, the healer of them all.", false],
  ["Ondria survives the exam.", false],
  ["Ondria returns in the last episode.", true],
  ["Ondria returns the book.", false],
  ["The return of Ondria", true],
  ["They bring Ondria back.", true],
  ["Ondria brings back the ball.", false],
  ["Harvick's arm is cut off.", true],
  ["Harvick is blind to love.", false],
  ["Orphel, who dies in episode 9, is great.", true],
  ["The one who dies is Orphel.", true],
  ["Orphel: killed in episode 12", true],
  ["The loss of Orphel hurt.", true],
  ["We lost to Orphel.", false],
  ["Rest in peace Orphel.", true],
  ["Did they have to kill Orphel?", true],
  ["Who will kill Orphel?", false],
  ["Orphel's funeral", true],
  ["Orphel's funeral outfit", false],
  ["Orphel's dead father sings.", false],
  ["Orphel sacrifices a pawn.", false],
  ["Orphel's sacrifice bunt wins the game.", false],
  ["Orphel had to die.", true],
  ["Orphel had me dying.", false],
  ["I thought Orphel died.", false],
  ["What if Orphel died?", false],
  ["They find Orphel's body.", true],
  ["Find Orphel's body pillow here.", false],
  ["Orphel is going to die if he falls.", false],
  ["Qlarion's killer is caught.", false],
  ["Qlarion, the villain's sister, sings.", false],
  ["It was not Qlarion who killed them.", false],
  ["What if Obrecht is the traitor?", false],
  ["What if Orphel dies?", false],
  ["Will Orphel have to die?", false],
  ["Orphel, killing the monster, smiles.", false],
])("it is plain only where the catalog says so of whom it names: %s", (text, plain) => {
  const { sentences } = detector.inspect({ text, role: "text", level: 0 }, page);
  expect(sentences[0]!.judged[0]!.candidate.plain.length > 0).toBe(plain);
});

test.each([
  ["She betrays them all.", "Obrecht", true],
  ["She turns out to be the killer.", "Qlarion", true],
  ["She is alive.", "Ondria", true],
  ["It keeps her alive.", "Ondria", false],
  ["She betrays them all.", "Harvick", false],
  ["She ends up with Tivolin.", "Marwen", true],
  ["They killed her in episode 3.", "Orphel", true],
])("of whom a pronoun means, too: %s (%s)", (text, name, plain) => {
  const before = { text: `${name} is my favourite.`, role: "text", level: 0 } as const;
  const { sentences } = detector.inspect({ text, role: "text", level: 0 }, detector.read(before, page).after);
  expect(sentences[0]!.judged[0]!.candidate.plain.length > 0).toBe(plain);
});

test.each([
  ["de", "Am Ende stirbt Orphel."],
  ["de", "Orphel wurde in Folge 12 ermordet."],
  ["de", "Orphel wird am Ende getötet."],
  ["de", "Orphel opfert sich für die anderen."],
  ["de", "Warum musste Orphel sterben?"],
  ["es", "Ondria vuelve a la vida."],
  ["pt", "Obrecht é o traidor."],
  ["ja", "Orphelの死が悲しかった。"],
  ["ja", "Ondriaが復活する。"],
  ["ja", "Qlarionが黒幕だった。"],
])("in other languages: %s, %s", (lang, text) => {
  const there = detector.begin({ title: "Death Lantern", url: "", lang });
  const { sentences } = detector.inspect({ text, role: "text", level: 0 }, there);
  expect(sentences[0]!.judged[0]!.candidate.plain.length > 0).toBe(true);
});

test.each([
  ["Orphel's sister died before the story.", true],
  ["Orphel kills the monster.", true],
  ["Orphel grieves the death of her mother.", true],
  ["Orphel dies.", false],
  ["Marwen kills Orphel.", false],
])("whose death is meant, where it is not hers who is named: %s", (text, elses) => {
  const { sentences } = detector.inspect({ text, role: "text", level: 0 }, page);
  expect(sentences[0]!.judged[0]!.candidate.elses).toBe(elses);
});

const heading = (level: number, text: string) => ({ text, role: "heading", level }) as const;

test.each([
  ["Orphel", [], "Status: Deceased", true],
  ["Orphel", [heading(3, "Status")], "Deceased", true],
  ["Orphel", [heading(3, "Status"), heading(3, "Born")], "Deceased", false],
  ["Orphel", [heading(3, "Status")], "Alive", false],
  ["Orphel", [], "Cause of death | Decapitated by Marwen", true],
  ["Orphel", [heading(3, "Cause of death")], "Decapitated by Marwen", true],
  ["Orphel", [heading(3, "Killed by")], "Marwen", true],
  ["Orphel", [heading(3, "Death")], "October 31, 2018", true],
  ["Orphel", [heading(3, "Killed by"), { ...heading(0, "Marwen"), role: "text" } as const], "Tivolin", false],
  ["Tivolin", [heading(3, "Killed by")], "Marwen", false],
  ["Orphel", [], "Capture and death", true],
  ["Tivolin", [], "Capture and death", false],
  ["Orphel", [], "They talk of love, of war, of songs and death", false],
  ["Marwen", [], "Spouse: Tivolin", true],
  ["Marwen", [], "Sister: Tivolin", false],
])("rows of a character's page: %s %j %s", (name, above, text, plain) => {
  let context = page;
  for (const each of [heading(1, name), ...above]) context = detector.read(each, context).after;
  const { sentences } = detector.inspect({ text, role: "row", level: 0 }, context);
  expect((sentences[0]!.judged[0]?.candidate.plain.length ?? 0) > 0).toBe(plain);
});

test("a premise about nobody by name leaves alone what is said of somebody; one about them is what may be meant", () => {
  const premise = (who: NonNullable<ShowFile["premise"]>[number]["who"]) => ({
    kind: "betrayal" as const,
    ...(who && { who }),
    sentence: "It is about ambition and betrayal.",
    scene: ["ambition"],
  });
  const told = (who?: NonNullable<ShowFile["premise"]>[number]["who"]) => {
    const inspector = createInspector(
      compileTables([showSchema.parse({ ...show, premise: [premise(who)] })]),
    );
    const start = inspector.begin({ title: "Death Lantern", url: "https://site.example/a" });
    const { sentences } = inspector.inspect(
      { text: "Obrecht betrays everyone.", role: "text", level: 0 },
      start,
    );
    return sentences[0]!.judged[0]!.candidate.plain.length > 0;
  };
  expect(told()).toBe(true);
  expect(told([{ character: "marwen" }])).toBe(true);
  expect(told([{ character: "obrecht" }])).toBe(false);
});
