/** What people write beside a title in the languages of the interface, as our lists of titles have it in English. */
import type { Status } from "./types.ts";
import { status } from "./values.ts";

const statuses: Readonly<Record<Status | "open", string>> = {
  completed:
    "seen|done|rewatched|read|gesehen|geschaut|angeschaut|durchgeschaut|fertig|beendet|abgeschlossen|gelesen|vu|vue|regardé|regardée|terminé|terminée|fini|finie|lu|lue|visto|vista|completado|completada|terminado|terminada|finalizado|finalizada|leído|leída|assistido|assistida|completo|completa|concluído|concluída|lido|lida|視聴済み|視聴済|視聴完了|見た|観た|見終わった|完走|読了|既読",
  watching:
    "in progress|sehe ich gerade|schaue ich gerade|lese ich gerade|am schauen|angefangen|begonnen|en cours|en cours de lecture|commencé|commencée|viendo|viéndolo|leyendo|leyéndolo|en curso|en progreso|empezado|empezada|assistindo|lendo|em andamento|em progresso|視聴中|読書中|読んでいる|途中",
  paused:
    "stalled|on hiatus|pausiert|unterbrochen|en pause|en pausa|en espera|pausado|pausada|em pausa|em espera|一時停止|保留|中断",
  dropped:
    "wont watch|will not watch|not interested|gave up|abgebrochen|aufgegeben|abandonné|abandonnée|arrêté|arrêtée|abandonado|abandonada|dropado|視聴中止|断念|切った",
  planned:
    "want to watch|want to read|to watch|to read|ptw|ptr|not watched|not yet watched|not watched yet|not seen|not seen yet|not read|unwatched|unseen|unread|not started|not started yet|not yet started|watch later|watchlist|backlog|geplant|will ich sehen|will ich schauen|will ich lesen|möchte ich sehen|nicht gesehen|noch nicht gesehen|nicht geschaut|ungesehen|nicht angefangen|noch nicht angefangen|nicht begonnen|noch nicht begonnen|à voir|à regarder|à lire|prévu|pas vu|pas encore vu|non vu|pas commencé|pas encore commencé|non commencé|por ver|por leer|pendiente|planeado|quiero ver|quiero leer|no visto|no vista|sin ver|sin empezar|no empezado|quero ver|quero assistir|quero ler|para ver|para assistir|planejado|não visto|não vista|não assistido|não assistida|não iniciado|não começado|視聴予定|読む予定|見る予定|見たい|観たい|積み|未視聴|未読|見ていない|観ていない",
  open: "never shield|never shielded|nie verdecken|隠さない|jamais masqué|nunca ocultar",
};

const meanings = new Map(
  Object.entries(statuses).flatMap(([status, words]) =>
    words.split("|").map((word) => [word, status as Status | "open"]),
  ),
);

/** What these words say of a show, in any of these languages and whatever their case; undefined where they say nothing. */
export const statusIn = (words: string): Status | "open" | undefined =>
  status(words) ??
  meanings.get(
    words
      .trim()
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\s_-]+/g, " ")
      .replace(/['’]/g, ""),
  );

const number = "(\\d{1,4})";
/** What counts episodes; what counts chapters is part of a title more often, unless a sign parts it off. */
const counted =
  "(?:folgen?|[ée]p(?:isodes?)?\\.?|ep[ií]s[oó]dios?|cap(?:[ií]tulos?)?\\.?|(?<=[-–—:,;(|]\\s*)(?:ch(?:ap(?:ters?|itres?)?)?|kap(?:itel)?)\\.?)";

const phrases: readonly (readonly [RegExp, string])[] = [
  // "第3話", "3話まで", "3/24話"
  [new RegExp(`\\s*第?${number}(?:\\s*/\\s*全?${number})?[話回](?:まで)?(?=[)\\]]?$)`, "u"), " ep $1/$2"],
  // "Folge 3 von 24", "(épisode 3 sur 24)"
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])${counted}\\s*#?${number}(?:\\s*(?:/|of|von|sur|de)\\s*${number})?(?=[)\\]]?$)`,
      "iu",
    ),
    "ep $1/$2",
  ],
  // Without a space before it, as in "進撃の巨人第2期".
  [/\s*(第\d{1,2}(?:期|シーズン|クール))/u, " $1"],
];

/** The line with its place as it is written in English: "Monster - Folge 3 von 74" → "Monster - ep 3/74". */
export const inEnglish = (line: string): string =>
  phrases
    .reduce((text, [pattern, english]) => text.replace(pattern, english), line)
    // Where nothing is said of the end.
    .replace(/(?<=ep \d+)\/(?=[)\]]?$)/, "");

/** Full-width signs and digits as their narrow ones: "（視聴中）", "３話". */
export const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
