/**
 * The form of a show's record, once for both ways (bits.ts): what is known of a show, in an order in which each thing
 * says much of the next. Words are numbers of the vocabulary, the commonest first. A word that the show has had already
 * is coded by how long ago that was, any other by its number; sets of words have no order, so they rise.
 */
import type { FactRecord, Run, ShowRecord } from "../catalog/tables.ts";
import type { Coder } from "./bits.ts";

/**
 * Contexts of one kind of number: its length bit by bit, its lower bits where it is short, its highest where it is
 * long.
 */
const kindOfNumber = 48;
const longest = 16;
const lengthsApart = 16;

/** Where each kind of thing has its contexts. */
function makePlaces() {
  let count = 0;
  const place = (kinds = 1) => {
    const at = count;
    count += kinds * kindOfNumber;
    return at;
  };
  const set = () => ({ seen: place(8), rank: place(lengthsApart), fresh: place(lengthsApart) });
  const kinds = {
    characters: place(),
    pronoun: place(),
    roles: place(),
    facts: place(),
    kind: place(2),
    where: place(2),
    part: place(),
    sign: place(),
    episode: place(2),
    people: place(3),
    person: place(3),
    scene: place(2),
    weight: place(10 + lengthsApart),
    clues: place(2),
    parts: place(),
    run: place(2),
    options: place(2),
    ofScene: set(),
    ofClue: set(),
    ofRole: set(),
  };
  return { ...kinds, count };
}
type Places = ReturnType<typeof makePlaces>;
type SetPlace = Places["ofScene"];
/** Made with the first record: a frame that reads none pays nothing. */
let made: Places | undefined;

function places(): Places {
  made ??= makePlaces();
  return made;
}

/** How many contexts `Coder.bit` must know. */
export const contextCount = () => places().count;

const bitsOf = (n: number) => 31 - Math.clz32(n + 1);

/** A number from 0, the smaller the shorter. */
function number(c: Coder, context: number, value: number): number {
  const own = bitsOf(value);
  let length = 0;
  while (length < longest - 1 && c.bit(context + length, length < own ? 1 : 0)) length++;
  const low = value + 1 - (1 << length);
  if (length <= 3) {
    let node = 1;
    for (let i = length - 1; i >= 0; i--) {
      node = node * 2 + c.bit(context + longest + (1 << length) + node - 1, (low >> i) & 1);
    }
    return node - 1;
  }
  const top = c.bit(context + 32 + length, (low >> (length - 1)) & 1);
  const rest = c.plain(length - 1, low & ((1 << (length - 1)) - 1));
  return (1 << length) + (top << (length - 1)) + rest - 1;
}

/** Rising numbers, by what lies between them. */
function rising(c: Coder, context: number, count: number, values: readonly number[]): number[] {
  const out: number[] = [];
  let before = -1;
  for (let i = 0; i < count; i++) {
    const gap = number(c, context + bitsOf(before + 1) * kindOfNumber, (values[i] ?? 0) - before - 1);
    before += gap + 1;
    out.push(before);
  }
  return out;
}

/** Numbers by how long ago they were used. */
class Recent {
  /** The last one last: that is where most of what is used again stands. */
  private readonly list: number[] = [];

  /** How many others have been used since; -1: it has never been used. */
  rankOf(value: number): number {
    const i = this.list.lastIndexOf(value);
    return i < 0 ? -1 : this.list.length - 1 - i;
  }

  at(rank: number): number {
    return this.list[this.list.length - 1 - rank]!;
  }

  use(value: number): void {
    const i = this.list.lastIndexOf(value);
    if (i >= 0) this.list.splice(i, 1);
    this.list.push(value);
  }

  /** One that has never been used. */
  add(value: number): void {
    this.list.push(value);
  }
}

/** A set of `count` words; the first `seen` of `list` the show has had before. */
function words(
  c: Coder,
  where: SetPlace,
  recent: Recent,
  count: number,
  given: readonly number[],
): { list: number[]; seen: number } {
  const ranks: number[] = [];
  const others: number[] = [];
  for (const word of given) {
    const rank = recent.rankOf(word);
    if (rank < 0) others.push(word);
    else ranks.push(rank);
  }
  const seen = number(c, where.seen + Math.min(count, 7) * kindOfNumber, ranks.length);
  const list = rising(c, where.rank, seen, ranks.sort(upwards)).map((rank) => recent.at(rank));
  list.push(...rising(c, where.fresh, count - seen, others.sort(upwards)));
  for (let i = 0; i < list.length; i++) {
    if (i < seen) recent.use(list[i]!);
    else recent.add(list[i]!);
  }
  return { list, seen };
}

const upwards = (a: number, b: number) => a - b;

function run(c: Coder, where: SetPlace, recent: Recent, given: Run): Run {
  const at = places();
  const role = where === at.ofRole ? 1 : 0;
  const count = number(c, at.run + role * kindOfNumber, given.length - 1) + 1;
  return times(count, (i) => {
    const options = number(c, at.options + role * kindOfNumber, (given[i]?.length ?? 1) - 1) + 1;
    return words(c, where, recent, options, given[i] ?? []).list;
  });
}

function times<T>(count: number, make: (i: number) => T): T[] {
  const out: T[] = [];
  for (let i = 0; i < count; i++) out.push(make(i));
  return out;
}

const noFact: FactRecord = {
  kind: 0,
  where: undefined,
  people: [[], [], []],
  scene: [],
  weights: [],
  clues: [],
};
const noRun: Run = [[0]];

/** Writes `given`, or reads what has been written; `given` is then an empty record. */
export function codeShow(c: Coder, given: ShowRecord): ShowRecord {
  const at = places();
  const recent = new Recent();
  const people = new Recent();
  const lastWeight = new Map<number, number>();
  let part = 0;
  let episode = 0;

  const characters = number(c, at.characters, given.pronouns.length);
  for (let i = characters - 1; i >= 0; i--) people.use(i);
  const pronouns = times(characters, (i) => number(c, at.pronoun, given.pronouns[i] ?? 0));
  const roles = times(characters, (i) => {
    const own = given.roles[i] ?? [];
    return times(number(c, at.roles, own.length), (n) => run(c, at.ofRole, recent, own[n] ?? noRun));
  });

  const where = (w: readonly number[] | undefined, premise: number): number[] | undefined => {
    const form = w === undefined ? 0 : w.length === 0 ? 1 : 2 + w[2]!;
    const how = number(c, at.where + premise * kindOfNumber, form);
    if (how < 2) return how === 0 ? undefined : [];
    const [p = 0, e = 0] = w ?? [];
    const later = number(c, at.part, p >= part ? p - part : part - p + 100);
    if (later !== 0) episode = 0;
    part = later < 100 ? part + later : part - later + 100;
    const back = c.bit(at.sign + (later ? 1 : 0), e < episode ? 1 : 0);
    const step = number(c, at.episode + back * kindOfNumber, Math.abs(e - episode));
    episode += back ? -step : step;
    return [part, episode, how - 2];
  };
  const fact = (f: FactRecord, premise: number): FactRecord => {
    const kind = number(c, at.kind + premise * kindOfNumber, f.kind);
    const when = where(f.where, premise);
    const involved = times(3, (as) => {
      const list = f.people[as]!;
      return times(number(c, at.people + as * kindOfNumber, list.length), (i) => {
        const rank = number(c, at.person + as * kindOfNumber, people.rankOf(list[i] ?? 0));
        const one = people.at(rank);
        people.use(one);
        return one;
      });
    });
    const { list: scene, seen } = words(
      c,
      at.ofScene,
      recent,
      number(c, at.scene + premise * kindOfNumber, f.scene.length),
      f.scene,
    );
    const weights = scene.map((word, i) => {
      const like = i < seen ? (lastWeight.get(word) ?? 0) : 10 + bitsOf(word);
      const given = f.weights[f.scene.indexOf(word)] ?? 0;
      const weight = number(c, at.weight + like * kindOfNumber, given);
      lastWeight.set(word, weight);
      return weight;
    });
    const clues = times(number(c, at.clues + premise * kindOfNumber, f.clues.length), (i) => {
      const parts = number(c, at.parts, (f.clues[i]?.length ?? 1) - 1) + 1;
      return times(parts, (p) => run(c, at.ofClue, recent, f.clues[i]?.[p] ?? noRun));
    });
    return { kind, where: when, people: involved, scene, weights, clues };
  };
  const spoilers = number(c, at.facts, given.spoilers.length);
  const premises = number(c, at.facts, given.premise.length);
  return {
    pronouns,
    roles,
    spoilers: times(spoilers, (i) => fact(given.spoilers[i] ?? noFact, 0)),
    premise: times(premises, (i) => fact(given.premise[i] ?? noFact, 1)),
  };
}
