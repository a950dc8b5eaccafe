/**
 * What each application shows, step by step: one state, one text, whatever the framework. An application draws
 * `lines(state)` as heading, paragraphs and list items, the list keyed by `id`.
 */

export interface Item {
  readonly id: string;
  /** Stands in an element of its own, so that a sentence runs through several nodes. */
  readonly who: string;
  readonly what: string;
}

export interface State {
  readonly told: string;
  readonly open: boolean;
  readonly items: readonly Item[];
}

export interface Step {
  readonly name: string;
  /** Undefined: the application has been taken off the page. */
  readonly state: State | undefined;
}

export const title = "Madoka Magica, ten years on";
export const before = "I rewatched it in spring.";
export const after = "The soundtrack is by Yuki Kajiura.";
export const nothing = "Nothing left to tell.";

const mami = "In the third episode Mami is killed by the witch Charlotte, who bites off her head.";
const sayaka = "Sayaka turns into the witch Oktavia, and Kyoko dies with her.";
const tea = "Mami pours the best tea in town.";

/** Who and what of the paragraph that is toggled. */
export const more: Item = {
  id: "more",
  who: "Sayaka",
  what: "turns into the witch Oktavia, and Kyoko dies with her.",
};
const kyoko: Item = {
  id: "kyoko",
  who: "Kyoko",
  what: "dies with her and blows herself up to kill Oktavia.",
};
const hitomi: Item = { id: "hitomi", who: "Hitomi", what: "plays the piano after school." };
const friend: Item = {
  id: "mami",
  who: "Mami",
  what: "is killed by the witch Charlotte, who bites off her head.",
};
const kyosuke: Item = { id: "kyosuke", who: "Kyosuke", what: "plays the violin." };
const homura: Item = { id: "homura", who: "Homura", what: "is new in town." };

/** Sentences that nobody may see, and a word of each that stands nowhere else. */
export const secrets: readonly string[] = [
  mami,
  sayaka,
  `${kyoko.who} ${kyoko.what}`,
  `${friend.who} ${friend.what}`,
];
export const secretWords = ["Charlotte", "Oktavia"] as const;

const first: State = { told: mami, open: false, items: [hitomi, kyoko, kyosuke] };

export const steps: readonly Step[] = [
  { name: "first render", state: first },
  { name: "open", state: { ...first, open: true } },
  { name: "close", state: first },
  { name: "open again", state: { ...first, open: true } },
  { name: "edit to harmless", state: { ...first, open: true, told: tea } },
  { name: "edit to another spoiler", state: { ...first, open: true, told: sayaka } },
  { name: "lengthen", state: { ...first, open: true, told: `${sayaka} ${tea}` } },
  { name: "reverse the list", state: { ...first, open: true, items: [kyosuke, kyoko, hitomi] } },
  { name: "insert", state: { ...first, open: true, items: [kyosuke, friend, homura, kyoko, hitomi] } },
  { name: "swap ends", state: { ...first, open: true, items: [hitomi, friend, homura, kyoko, kyosuke] } },
  { name: "delete", state: { ...first, open: true, items: [hitomi, friend, kyosuke] } },
  { name: "empty", state: { ...first, items: [] } },
  { name: "fill again", state: { ...first, items: [friend, hitomi, kyoko] } },
  { name: "take off the page", state: undefined },
];

/** The text of each block of the page, in order. */
export function lines(state: State | undefined): string[] {
  if (!state) return [];
  const item = ({ who, what }: Item) => `${who} ${what}`;
  return [
    title,
    `${before} ${state.told} ${after}`,
    ...(state.open ? [item(more)] : []),
    ...(state.items.length ? state.items.map(item) : [nothing]),
  ];
}
