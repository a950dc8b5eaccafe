/**
 * Text in, findings out. The way of a passage:
 *
 *   text ──tokens──▶ names ──mentions──▶ sentences ──candidates──▶ features ──model──▶ findings
 *          (fold)    (trie)  (context)    (scanner)   (shows that    (rules,    (learned
 *                                                      it may be      scene,     weights)
 *                                                      about)         cues)
 *
 * A passage without a name, where no show is the topic, costs the tokens and the look-ups and allocates nothing.
 */
import type { Tables } from "../catalog/tables.ts";
import { addressWords, mostTitle } from "./address.ts";
import { type Analysis, analyse, type Workshop } from "./analyse.ts";
import { emptyState, nameShow, type State, titleDomain } from "./context.ts";
import { type Glossary, readGlossary, translate } from "./glossary.ts";
import { findingsOf } from "./judge.ts";
import { type Knowledge, readKnowledge } from "./knowledge.ts";
import { namesake, resolve, sharesShow, topicsOf } from "./mentions.ts";
import { type ModeWords, modesOf, readModes } from "./modes.ts";
import { emptyText, readText } from "./named-text.ts";
import { decodeNames, type NameIndex } from "./names.ts";
import { promiseBoth, promisedBy } from "./promise.ts";
import { createScales } from "./scales.ts";
import type { Tokens } from "./tokens.ts";
import { type Commonest, readCommonest, tongueNamed, tongueOf } from "./tongue.ts";
import type { Context, Detector, PageInfo, Passage, Reading } from "./types.ts";
import { createUnpacker } from "./unpack.ts";
import { bit, holdsAny, tidyWords } from "./words.ts";

/** A detector, and what it works with: of that no page makes use (inspect.ts). */
export interface OpenDetector {
  readonly detector: Required<Detector>;
  /** Reads a passage, which `tokens` hold then; undefined: it has nothing to say. `pool`: as for `analyse`. */
  look(passage: Passage, state: State, pool?: Float32Array[]): Analysis | undefined;
  readonly tokens: Tokens;
  know(show: number): Knowledge;
}

/** `names`: where they have been decoded already (gate.ts). */
export const createDetector = (tables: Tables, names?: NameIndex): Required<Detector> =>
  openDetector(tables, names).detector;

/** The same, with what it works with. */
export function openDetector(tables: Tables, names: NameIndex = decodeNames(tables.names)): OpenDetector {
  const shows = new Map<number, Knowledge>();
  const text = emptyText(names);
  const { tokens, hits } = text;
  const unpack = createUnpacker(tables);
  const know = (show: number) => {
    let k = shows.get(show);
    if (!k) shows.set(show, (k = readKnowledge(unpack(show))));
    return k;
  };
  const scales = createScales(tables, know);
  let patient = false;
  let modeWords: ModeWords | undefined;
  const workshop: Workshop = {
    text,
    know,
    modes() {
      modeWords ??= readModes(tables.modes);
      return modesOf(modeWords, tokens);
    },
    scales() {
      if (patient && !scales.ready) throw unready;
      return scales.all();
    },
    kin: {
      relatives: relativesOf(tables.follows),
      namesake: (mention, show) => namesake(text, mention, show),
    },
  };

  function begin(page: PageInfo): State {
    tidyWords();
    const start = { ...emptyState, tongue: tongueNamed(page.lang) };
    const titled = hear(page.title.slice(0, mostTitle), start);
    return hear(addressWords(page.url), { ...titled, mode: workshop.modes() }, true);
  }

  /**
   * The context once the page's title has been read, or its `address`: "/air" or "/x" is any page, unless something
   * speaks of anime.
   */
  function hear(letters: string, before: State, address = false): State {
    readText(text, letters);
    let state = { ...before, tongue: understand(before.tongue) };
    const domain = holdsAny(tokens, bit.domain) ? titleDomain : state.domain;
    const { list } = resolve(text, state, !address || domain > 0);
    state = { ...state, domain, promised: promiseBoth(state.promised, promisedBy(tokens, list)) };
    for (const m of list) {
      if (state.page.includes(m.show)) continue;
      state = {
        ...state,
        topical: true,
        page: [...state.page, m.show],
        titled: state.titled || m.title === true,
        recent: nameShow(state.recent, m.show),
      };
    }
    return state;
  }

  let commonest: Commonest | undefined;
  const glossaries: Glossary[] = [];

  /** Has the passage at hand in English. The tongue it is in; `before`: that of the text before it. */
  function understand(before: number, topics: readonly number[] = []): number {
    commonest ??= readCommonest(tables.commonest);
    const tongue = tongueOf(commonest, tokens, before);
    if (tongue > 0)
      translate(
        text,
        (glossaries[tongue] ??= readGlossary(tables.english, tables.glossaries.split(" ")[tongue - 1]!)),
        tongue,
        (name, others) => sharesShow(names, name, topics, others),
      );
    return tongue;
  }

  const pool: Float32Array[] = [];

  function look(passage: Passage, state: State, pool?: Float32Array[]): Analysis | undefined {
    readText(text, passage.text);
    if (tokens.count === 0) return undefined;
    if (hits.from.length === 0 && !state.topical && passage.role !== "heading") return undefined;
    const tongue = understand(state.tongue, topicsOf(state));
    return analyse(workshop, passage, tongue === state.tongue ? state : { ...state, tongue }, pool);
  }

  const read = (passage: Passage, before: Context): Reading => {
    const analysis = look(passage, before as State, pool);
    if (!analysis) return { findings: [], after: before };
    return { findings: findingsOf(analysis, know), after: analysis.after };
  };

  const detector: Required<Detector> = {
    begin,
    read,
    tryRead(passage, before) {
      patient = true;
      try {
        return read(passage, before);
      } catch (error) {
        if (error !== unready) throw error;
        return undefined;
      } finally {
        patient = false;
      }
    },
    prepare: scales.prepare,
  };
  return { detector, look, tokens, know };
}

/**
 * Thrown where something is needed that is still being made ready. No Error: to say where one was made, V8 parses the
 * whole script anew for each function that it was made in, 11 ms at the start of every frame.
 */
const unready = Symbol("not ready");

/** Sequels of a show and the show that it continues. */
function relativesOf(follows: Tables["follows"]): (show: number) => readonly number[] {
  const map = new Map<number, number[]>();
  for (const [sequel, before] of follows) {
    map.set(sequel, [...(map.get(sequel) ?? []), before]);
    map.set(before, [...(map.get(before) ?? []), sequel]);
  }
  return (show) => map.get(show) ?? [];
}
