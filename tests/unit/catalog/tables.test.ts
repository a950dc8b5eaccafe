import { expect, test } from "vitest";
import { compileFacts } from "../../../lib/catalog/build/facts.ts";
import { compileNames } from "../../../lib/catalog/build/names.ts";
import { allTitleSpellings, characterNames } from "../../../lib/catalog/build/spellings.ts";
import type { Show } from "../../../lib/catalog/schema.ts";
import * as strength from "../../../lib/catalog/strength.ts";
import { strengthMask } from "../../../lib/catalog/tables.ts";
import { bearersAt, emptyText, readText } from "../../../lib/detect/named-text.ts";
import { characterAt, decodeNames, showAt, strengthAt } from "../../../lib/detect/names.ts";
import { loadShows } from "../../corpus/detector.ts";
import { show, spoiler } from "./fixtures.ts";

interface Ref {
  readonly show: string;
  /** undefined: the title. */
  readonly character: string | undefined;
  readonly strength: keyof typeof strength;
}

/** Whom a text means if all of it is one name. */
function lookUp(shows: readonly Show[]): (name: string) => Ref[] {
  const index = decodeNames(compileNames(shows));
  const text = emptyText(index);
  const strengths = Object.entries(strength) as [keyof typeof strength, number][];
  return (name) => {
    readText(text, name);
    const out: Ref[] = [];
    if (text.hits.from[0] !== 0 || text.hits.to[0] !== text.tokens.count) return out;
    for (const r of bearersAt(text, 0)) {
      const bearer = shows[showAt(index, r)]!;
      out.push({
        show: bearer.id,
        character: bearer.characters[characterAt(index, r) - 1]?.id,
        strength: strengths.find(([, s]) => s === (strengthAt(index, r) & strengthMask))![0],
      });
    }
    return out;
  };
}

const shows = loadShows();
const bearers = lookUp(shows);
const strengthsOf = (name: string, id: string) =>
  bearers(name)
    .filter((r) => r.show === id)
    .map((r) => r.strength);

test("each spelling of each name of the catalog leads to its bearer and to nobody who does not bear it", () => {
  let count = 0;
  const expected = new Map<string, Set<string>>();
  const put = (spelling: readonly string[], bearer: string) => {
    const key = spelling.join(" ");
    const set = expected.get(key) ?? new Set();
    expected.set(key, set.add(bearer));
  };
  const titles = allTitleSpellings(shows);
  for (const [i, s] of shows.entries()) {
    for (const { spelling } of titles[i]!) put(spelling, `${s.id}/`);
    for (const c of s.characters) {
      const { full, alone, native } = characterNames(c);
      for (const spelling of [...full, ...alone, ...native]) put(spelling, `${s.id}/${c.id}`);
    }
  }
  for (const [spelling, set] of expected) {
    const found = bearers(spelling).map((r) => `${r.show}/${r.character ?? ""}`);
    if (found.sort().join() !== [...set].sort().join())
      expect.soft([spelling, found]).toEqual([spelling, [...set]]);
    count++;
  }
  expect(count).toBeGreaterThan(shows.length * 5);
});

test("a word that nobody bears leads to nobody", () => {
  expect(bearers("Quorlibexian")).toEqual([]);
});

test("ordinary words are ordinary names, common names are shared, words in a row are cased, the rest is distinct", () => {
  expect(strengthsOf("Light", "death-note")).toEqual(["ordinary"]);
  expect(strengthsOf("L", "death-note")).toEqual(["ordinary"]);
  expect(strengthsOf("Monster", "monster")).toContain("ordinary");
  expect(strengthsOf("Orange", "orange")).toContain("ordinary");
  expect(strengthsOf("Arima", "your-lie-in-april")).toEqual(["shared"]);
  expect(strengthsOf("Your Lie in April", "your-lie-in-april")).toEqual(["cased"]);
  expect(strengthsOf("Light Yagami", "death-note")).toEqual(["distinct"]);
  expect(strengthsOf("Neon Genesis Evangelion", "neon-genesis-evangelion")).toEqual(["distinct"]);
});

test("a name that shows of different stories use is shared; sequels of one story do not share", () => {
  const orrery = show();
  const namesake = show({ id: "other-orrery", title: "Vellum Brigade" });
  const sequel = show({ id: "orrery-two", title: "Quiet Orrery Returns", continues: "quiet-orrery" });
  const strengths = (list: Show[]) => lookUp(list)("Ilven").map((r) => r.strength);
  expect(strengths([orrery])).toEqual(["distinct"]);
  expect(strengths([orrery, namesake])).toEqual(["shared", "shared"]);
  expect(strengths([orrery, sequel])).toEqual(["distinct", "distinct"]);
});

test("a title beats a character of the same name elsewhere, and two shows may bear one title", () => {
  const orrery = show();
  const title = show({
    id: "marrosk",
    title: "Marrosk",
    characters: [{ id: "x", name: "Xeldrin", pronoun: "it" }],
    spoilers: [spoiler({ who: [] })],
  });
  const find = lookUp([orrery, title]);
  expect(find("Marrosk")).toEqual([
    { show: "marrosk", character: undefined, strength: "distinct" },
    { show: "quiet-orrery", character: "ilven", strength: "shared" },
  ]);
  const remake = show({ id: "quiet-orrery-2020" });
  expect(lookUp([orrery, remake])("Quiet Orrery").map((r) => r.strength)).toEqual(["distinct", "distinct"]);
});

test("a fact keeps its kind, place and people; its names are no scene words", () => {
  const [record] = compileFacts([
    show({
      characters: [
        { id: "ilven", name: "Ilven Marrosk", given: "Ilven", family: "Marrosk", pronoun: "she" },
        { id: "dome", name: "Tharn", pronoun: "they", roles: ["Warden"] },
      ],
      spoilers: [
        spoiler({
          who: [{ character: "dome", as: "agent" }, { character: "ilven" }],
          scene: ["orchid", "Ilven"],
        }),
        spoiler({ id: "b", where: { part: 2 } }),
        spoiler({ id: "c", where: { source: true } }),
        { ...spoiler({ id: "d" }), where: undefined },
      ],
    }),
  ]);
  expect(record!.pronouns).toEqual([0, 2]);
  expect(record!.roles).toEqual([[], [[["warden"]]]]);
  expect(record!.spoilers.map((f) => f.where)).toEqual([[1, 3, 0], [2, 10, 1], [], undefined]);
  expect(record!.spoilers[0]).toMatchObject({ kind: 0, people: [[0], [1], []] });
  expect(record!.spoilers[0]!.scene).toContain("orchid");
  expect(record!.spoilers[0]!.scene).not.toContain("ilven");
});

test("a place says what its number counts: chapters of a manga, nothing in a film", () => {
  const where = { part: 1, episode: 1 };
  const placed = (change: Parameters<typeof show>[0]) =>
    compileFacts([show({ spoilers: [spoiler({ where })], ...change })])[0]!.spoilers[0]!.where;
  expect(placed({})).toEqual([1, 1, 0]);
  expect(placed({ format: "manga" })).toEqual([1, 1, 2]);
  expect(placed({ format: "film", parts: [{ title: "Film", episodes: 1 }] })).toEqual([1, 1, 1]);
});
