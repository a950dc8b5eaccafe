/** What kind of page it is, by the words of its title, address and first heading. */
import { stem } from "./stems.ts";
import { type Tokens, words } from "./tokens.ts";

export const modes = {
  /** Lists of deaths, sad moments. */
  deaths: 1,
  /** Twists, reveals, betrayals, villains. */
  twists: 2,
  /** "Ending explained", finales, last chapters. */
  ending: 4,
  /** Trailers, casting, release dates. */
  news: 8,
  /** Actors and authors who died, interviews. */
  people: 16,
  review: 32,
  recap: 64,
  /** Wiki pages and biographies of characters. */
  wiki: 128,
  guide: 256,
  warned: 512,
} as const;

const cues: Readonly<Record<keyof typeof modes, string>> = {
  deaths:
    "death deaths die died dies dead killed kill kills saddest sad heartbreaking tragic emotional tearjerker sacrifice sacrifices cry funeral",
  twists:
    "twist twists reveal reveals revealed betrayal betrayals traitor traitors villain villains plot secret truth identity shocking mastermind",
  ending: "ending endings ends explained finale final conclusion epilogue last end",
  news: "trailer teaser cast visual announced announces premiere premieres release date news streaming dub blu-ray season staff confirmed",
  people:
    "voice actor actress seiyuu director obituary interview passes creator author mangaka composer concert",
  review: "review reviews impressions thoughts verdict rating analysis essay retrospective rewatch",
  recap:
    "recap episode episodes chapter chapters summary synopsis discussion thread spoilers liveblog reaction",
  wiki: "wiki fandom character biography profile history personality",
  guide:
    "recommendations recommended watch order guide best top underrated beginner beginners buy figure figures shop",
  warned: "spoiler spoilers",
};

/** Modes by stem, made for the first title: it costs nothing at start. */
let byStem: Map<string, number> | undefined;

function index(): Map<string, number> {
  const out = new Map<string, number>();
  for (const [name, list] of Object.entries(cues) as [keyof typeof modes, string][]) {
    for (const w of words(list)) out.set(stem(w), (out.get(stem(w)) ?? 0) | modes[name]);
  }
  out.delete("");
  return out;
}

/** The modes (bits) that a title or heading speaks for. */
export function modesOf(tokens: Tokens): number {
  byStem ??= index();
  let mode = 0;
  for (let i = 0; i < tokens.count; i++) mode |= byStem.get(stem(tokens.word(i))) ?? 0;
  return mode;
}
