/** The title of the tab: masked where it tells, and exactly restored. */
import type { Finding } from "../detect/types.ts";
import type { Stretch } from "./choose.ts";
import type { Guard } from "./guard.ts";
import type { Words } from "./words.ts";

export interface TabTitle {
  /** What the page itself calls the tab. */
  real(): string;
  /** Looks whether the page has changed it; true if so. */
  check(): boolean;
  /** Reads it (again): its context may have changed. */
  read(): void;
  refilter(): void;
  hidden(): readonly Stretch[];
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
  let node: Text | undefined;
  /** The node's own text and what we have made of it; the same while nothing is hidden. */
  let data = "";
  let mask = "";
  let findings: readonly Finding[] = [];
  let hidden: Stretch[] = [];

  const restore = () => {
    if (node && mask !== data && node.data === mask) node.data = data;
    mask = data;
  };
  const draw = () => {
    restore();
    hidden = choose(original, findings);
    const title = document.head?.querySelector("title");
    const first = title?.firstChild;
    if (!hidden.length || first?.nodeType !== 3 || title?.childNodes.length !== 1) return;
    if (fights.isTired(words)) return;
    let text = original;
    for (const { start, end } of [...hidden].reverse())
      text = text.slice(0, start) + words.hidden + text.slice(end);
    node = first as Text;
    data = node.data;
    node.data = mask = text;
    seen = document.title;
    fights.fight(words);
  };
  return {
    real: () => original || document.title,
    check() {
      const title = document.title;
      if (title === seen) return false;
      const changed = title !== original;
      seen = original = title;
      mask = data = "";
      return changed;
    },
    read() {
      findings = original ? find(original) : [];
      draw();
    },
    refilter() {
      draw();
      seen = document.title;
    },
    hidden: () => hidden,
    clear: restore,
  };
}
