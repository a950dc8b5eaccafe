/** How headings and warnings move the context on. */
import { castKey, emptySection, openSection, type Section, type State, titleDomain } from "./context.ts";
import { factsOf } from "./judge.ts";
import type { Judged, JudgedSentence } from "./judged.ts";
import type { Mention } from "./mentions.ts";
import { nothing, promiseBoth, promisedBy } from "./promise.ts";
import { isStatus } from "./status.ts";
import { hashWord, type Tokens } from "./tokens.ts";
import type { Passage } from "./types.ts";
import { bit, holdsAny } from "./words.ts";

const warning =
  /\bspoilers?\b.{0,40}\b(ahead|below|follow|warning|alert|beware|from here|start)|\b(warning|beware|heavy|major|full|contains?)\b.{0,30}\bspoilers?\b/i;

/** "#10: …", "3. …" */
const numberedHeading = /^\W*(no\.? ?)?\d{1,3}[.:)–-]/i;

const warningWords = [hashWord("spoiler"), hashWord("spoilers")];

/** Could the text hold a warning? Most passages cost no more than this. */
export function holdsWarning({ hash, count }: Tokens): boolean {
  const [one, more] = warningWords;
  for (let i = 0; i < count; i++) if (hash[i] === one || hash[i] === more) return true;
  return false;
}

/** A heading opens a section; h1 speaks for the page. `tokens`: the heading's. */
export function enterSection(
  state: State,
  passage: Passage,
  tokens: Tokens,
  mentions: readonly Mention[],
): State {
  const shows = [...new Set(mentions.map((m) => m.show))];
  const characters = mentions.filter((m) => m.character >= 0).map((m) => castKey(m.show, m.character));
  const level = passage.level || 6;
  const promised = promisedBy(tokens, mentions);
  const section: Section = {
    ...emptySection,
    level,
    shows,
    characters,
    numbered: numberedHeading.test(passage.text),
    warned: warning.test(tokens.reading()),
    promised: level === 1 ? nothing : promised,
    status: isStatus(tokens),
  };
  const page = level === 1 ? [...new Set([...state.page, ...shows])] : state.page;
  const domain = level === 1 && holdsAny(tokens, bit.domain) ? titleDomain : 0;
  return {
    ...state,
    page,
    domain: state.domain + domain,
    promised: level === 1 ? promiseBoth(state.promised, promised) : state.promised,
    sections: openSection(state.sections, section),
    sectionDensity: state.density,
    salient: [],
    before: [],
  };
}

/** "Spoilers ahead" in a passage warns of the rest of its section. */
export function heedWarning(state: State, tokens: Tokens): State {
  if (!warning.test(tokens.reading())) return state;
  const last = state.sections[state.sections.length - 1];
  if (!last) return { ...state, sections: [{ ...emptySection, warned: true }] };
  return { ...state, sections: [...state.sections.slice(0, -1), { ...last, warned: true }] };
}

/** A heading that is itself a spoiler makes its section one: the last of `sections`. */
export function scoreSection(
  sections: readonly Section[],
  heading: readonly JudgedSentence[],
): readonly Section[] {
  let top: Judged | undefined;
  for (const { judged } of heading) if (judged[0] && !(top && top.score >= judged[0].score)) top = judged[0];
  if (!top) return sections;
  const fact = top.candidate.evidence.fact?.index ?? -1;
  const { show } = top.candidate;
  const scored = {
    ...sections.at(-1)!,
    score: top.score,
    fact,
    factShow: show,
    told: factsOf(top.candidate),
  };
  return [...sections.slice(0, -1), scored];
}
