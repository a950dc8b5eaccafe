/** The title of the tab: masked where it tells, and exactly restored. */
import type { Finding } from "../detect/types.ts";
import type { Stretch } from "./choose.ts";
import { isText } from "./flow.ts";
import type { Guard } from "./guard.ts";
import { longest } from "./passages.ts";
import type { Words } from "./words.ts";

export interface TabTitle {
  /** What the page itself calls the tab. */
  real(): string;
  /** Has the page written it, be it the same once more? Then it is to be read. */
  check(): boolean;
  /** Reads it (again): its context may have changed. */
  read(): void;
  refilter(): void;
  hidden(): readonly Stretch[];
  /** What it says, and what has been found in it. */
  found(): { readonly text: string; readonly findings: readonly Finding[] };
  clear(): void;
}

/** A page that keeps writing its title back gets its way as long as the guard says so. */
export function createTabTitle(
  document: Document,
  find: (text: string) => readonly Finding[],
  choose: (text: string, findings: readonly Finding[]) => Stretch[],
  words: Words,
  fights: Guard,
): TabTitle {
  let seen = "";
  let original = "";
  /** The texts that it is made of, as the page has them and as we have left them. */
  let parts = new Map<Text, { readonly data: string; readonly mask: string }>();
  let findings: readonly Finding[] = [];
  let hidden: Stretch[] = [];
  /**
   * Our words as they stand in the title, and for which. Kept: when the extension is gone nobody says them any more.
   */
  let ours = "";
  let secrets: string[] = [];

  /** "(1) " before what is there: a page that counts takes our words for its own. */
  const unmask = (data: string): string => {
    let next = 0;
    return ours && secrets.length ? data.replaceAll(ours, (same) => secrets[next++] ?? same) : data;
  };
  /** Its texts, each as it would be without us. Wherever it stands in the document: browsers take the first. */
  const own = (): [Text, string][] =>
    [...(document.querySelector("title:not(svg title)")?.childNodes ?? [])].filter(isText).map((node) => {
      const part = parts.get(node);
      return [node, part?.mask === node.data ? part.data : unmask(node.data)];
    });
  const draw = () => {
    const texts = own();
    hidden = choose(original, findings);
    const masked = hidden.length > 0 && texts.length > 0 && !fights.isTired(words);
    let text = original;
    if (masked) {
      ours ||= words.hidden;
      for (const { start, end } of [...hidden].reverse())
        text = text.slice(0, start) + ours + text.slice(end);
      // Drawn anew over what we have left there it is none: the reader may reveal and tick as often as they like.
      if (texts.some(([node]) => node.data !== parts.get(node)?.mask)) fights.fight(words);
    }
    secrets = masked ? hidden.map(({ start, end }) => original.slice(start, end)) : [];
    // All of it stands in the first of them then.
    parts = new Map(
      texts.map(([node, data], index) => [node, { data, mask: masked ? (index ? "" : text) : data }]),
    );
    for (const [node, { mask }] of parts) if (node.data !== mask) node.data = mask;
    seen = document.title;
  };
  return {
    real: () => original || document.title,
    check() {
      const title = document.title;
      if (title === seen) return false;
      seen = title;
      const texts = own().map(([, data]) => data);
      // As browsers do with it.
      original = texts.length ? texts.join("").replace(/\s+/g, " ").trim() : title;
      return true;
    },
    read() {
      // Nobody sees more of it, however long it is.
      findings = original ? find(original.slice(0, longest)) : [];
      draw();
    },
    refilter: draw,
    hidden: () => hidden,
    found: () => ({ text: original, findings }),
    clear() {
      for (const [node, { data, mask }] of parts) if (node.data === mask) node.data = data;
    },
  };
}
