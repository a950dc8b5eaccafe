/** Words to stems, so that one cue covers dies, died, dying and death stays apart from them. */
import { stemmer } from "stemmer";

/** Forms that a suffix stemmer cannot join, each line "base: forms". */
const irregular = `
die: dies died dying
kill: killed kills killing killer killers killings
lie: lies lying
lose: lost losing loses
leave: left leaving leaves
say: said says saying
tell: told tells
find: found finds
come: came coming comes
become: became becomes becoming
give: gave given gives
take: took taken takes taking
break: broke broken breaks
fall: fell fallen falls
bleed: bled bleeds
shoot: shot shoots shooting
slay: slew slain slays slaying
hang: hung hanged
drown: drowned drowning
eat: ate eaten eats
bite: bit bitten bites biting
tear: tore torn
throw: threw thrown
steal: stole stolen
betray: betrays betrayed betraying betrayal betrayals
burn: burnt
catch: caught
buy: bought buys buying
bring: brought
think: thought
fight: fought
hold: held
stand: stood
know: knew known
grow: grew grown
see: saw seen
go: went gone goes
begin: began begun
sing: sang sung
sink: sank sunk
drive: drove driven
write: wrote written writing
speak: spoke spoken
wake: woke woken waking
freeze: froze frozen freezes freezing
hide: hid hidden hiding
fly: flew flown flies
choose: chose chosen chooses choosing
forget: forgot forgotten
sacrifice: sacrificed sacrifices sacrificing
marry: married marries marrying marriage
meet: met
keep: kept
sleep: slept
feel: felt
deal: dealt
mean: meant
dream: dreamt
build: built
send: sent
spend: spent
lead: led
run: ran
win: won
wear: wore worn
swear: swore sworn
blow: blew blown
draw: drew drawn
lay: laid lays laying
pay: paid pays paying
sell: sold
strike: struck
stab: stabbed stabbing stabs
bury: buried buries burying burial
man: men
woman: women
child: children
wife: wives
knife: knives
life: lives
wolf: wolves
tooth: teeth
foot: feet
mom: mum mommy mummy mother
dad: daddy father
kid: kids
`;

/** Words that patterns and evidence pass over, in text and catalog alike. */
const skipped =
  "a an the his her hers its their theirs my mine your yours our ours s t d ll re ve m and of to in on at by for with as that this these those is are was were be been being am he she they him them i you we me us who whom which what";

/**
 * Stems that no rule gives; "" for words that are passed over. Built with the first word: it costs nothing at start.
 */
let fixed: Map<string, string> | undefined;

function fix(): Map<string, string> {
  const out = new Map<string, string>(skipped.split(" ").map((word) => [word, ""]));
  for (const line of irregular.trim().split("\n")) {
    const [base, forms] = line.split(": ") as [string, string];
    for (const form of [base, ...forms.split(" ")]) if (out.get(form) !== "") out.set(form, base);
  }
  return out;
}

/**
 * The stem of a folded word; "" for words that evidence passes over. Slow: what is met in texts is remembered
 * (words.ts).
 */
export function stem(folded: string): string {
  fixed ??= fix();
  return fixed.get(folded) ?? (folded.length > 3 ? stemmer(folded) : folded);
}

/** Stems as numbers, so that patterns compare numbers: 0 is "". Ids are never used again. */
const ids = new Map<string, number>([["", 0]]);
const texts: (string | undefined)[] = [""];
/** Ids below it belong to texts alone if they are not in here. */
const kept = new Set<number>([0]);

/** The id of a stem that patterns or facts are made of: it is never forgotten. */
export function keepStem(text: string): number {
  const id = idOf(text);
  kept.add(id);
  return id;
}

/** The id of a stem that a text has. It holds until `forgetStems`. */
export function idOf(text: string): number {
  let id = ids.get(text);
  if (id === undefined) {
    id = texts.length;
    texts.push(text);
    ids.set(text, id);
  }
  return id;
}

export function stemText(id: number): string {
  return texts[id] ?? "";
}

/** Forgets the stems that only texts have: a page that goes on for days must not fill the memory. */
export function forgetStems(): void {
  for (const [text, id] of ids) {
    if (kept.has(id)) continue;
    ids.delete(text);
    texts[id] = undefined;
  }
}
