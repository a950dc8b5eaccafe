/** Family and given name in Japanese script, which mostly has nothing between them: 春野サクラ, 煉獄杏寿郎. */
import type { Character } from "../schema.ts";

const kanji = /^[\u3005\u3400-\u9fff]+$/;
const hiragana = /^[\u3041-\u3096ー]+$/;
const katakana = /^[\u30a1-\u30fcー]+$/;
const scripts = [kanji, hiragana, katakana];

/** Names alone, family before given; none where it cannot be told where the one ends. */
export function nativeParts({ native = "", given, family }: Character): string[] {
  if (!given || !family || /[^\u3005\u3041-\u30fc\u3400-\u9fff]|・/.test(native)) return [];
  const at = kanji.test(native) ? byLength(native, family, given) : byScript(native);
  return at === 0 ? [] : [native.slice(0, at), native.slice(at)].filter(isName);
}

const polite = /^(先輩|先生|博士)$/;

/** A letter or two say too little: "さき" is "before". */
function isName(name: string): boolean {
  return name.length >= (hiragana.test(name) ? 3 : 2) && !polite.test(name);
}

const scriptOf = (letter: string) => scripts.findIndex((script) => script.test(letter));

/** Where the script changes for the only time; 0: it does so more often. */
function byScript(native: string): number {
  const changes: number[] = [];
  for (let i = 1; i < native.length; i++)
    if (native[i] !== "ー" && scriptOf(native[i]!) !== scriptOf(native[i - 1]!)) changes.push(i);
  return changes.length === 1 ? changes[0]! : 0;
}

/** How much better the best place has to be than any other, in morae a character. */
const clearly = 0.4;

/** 杏寿郎, 惣右介: given names of three. */
const three = /^.{4}[郎助介丸]$/;

/** Each kanji stands for about as many morae: Saka-guchi is two, Hi-nata two. 0: two places are as good. */
function byLength(native: string, family: string, given: string): number {
  if (three.test(native)) return 2;
  const [f, g] = [morae(family), morae(given)];
  const uneven = (at: number) => Math.abs(f / at - g / (native.length - at));
  const places = Array.from({ length: native.length - 1 }, (_, i) => i + 1);
  const [best, next] = places.sort((a, b) => uneven(a) - uneven(b));
  if (best === undefined) return 0;
  return next === undefined || uneven(next) - uneven(best) >= clearly ? best : 0;
}

function morae(romaji: string): number {
  const long = /[āīūēōâîûêô]/gi;
  const plain = romaji.normalize("NFD").replace(/[^a-z]/gi, "");
  return (romaji.match(long)?.length ?? 0) + (plain.match(/[aeiou]|n(?![aeiouy])/gi)?.length ?? 0);
}
