/** Words to stems, so that one cue covers dies, died, dying and death stays apart from them. */
import { stemmer } from "stemmer";

/** Forms that a suffix stemmer cannot join, each line "base: forms". */
const irregular = `
die: dies died dying
kill: killed kills killing killer killers killings
lie: lies lying
lose: lost losing loses
leave: left leaving leaves
say: said says
tell: told tells
find: found finds
come: came coming comes
become: became becoming
give: gave given gives
take: took taken takes taking
break: broke broken breaks
fall: fell fallen falls
bleed: bled bleeds
shoot: shot shoots shooting
slay: slew slain slays
hang: hung hanged
drown: drowned drowning
eat: ate eaten eats
bite: bit bitten bites biting
tear: tore torn
throw: threw thrown
steal: stole stolen
betray: betrayal betrayals
burn: burnt
catch: caught
buy: bought
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
freeze: froze frozen
hide: hid hidden hiding
fly: flew flown flies
choose: chose chosen
forget: forgot forgotten
sacrifice: sacrificed sacrifices sacrificing
marry: married marries marriage
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
lay: laid
pay: paid
sell: sold
strike: struck
stab: stabbed stabbing stabs
bury: buried buries burial
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

const bases = new Map<string, string>();
for (const line of irregular.trim().split("\n")) {
  const [base, forms] = line.split(": ") as [string, string];
  bases.set(base, base);
  for (const form of forms.split(" ")) bases.set(form, base);
}

/** Words that patterns and evidence pass over, in text and catalog alike. */
const skipped = new Set(
  "a an the his her hers its their theirs my mine your yours our ours s t d ll re ve m and of to in on at by for with as that this these those is are was were be been being am he she they him them i you we me us who whom which what".split(
    " ",
  ),
);

const cacheLimit = 20_000;
const cache = new Map<string, string>();

/** The stem of a folded word; "" for words that evidence passes over. */
export function stem(folded: string): string {
  let s = cache.get(folded);
  if (s === undefined) {
    s = skipped.has(folded) ? "" : (bases.get(folded) ?? (folded.length > 3 ? stemmer(folded) : folded));
    if (cache.size >= cacheLimit) cache.clear();
    cache.set(folded, s);
  }
  return s;
}
