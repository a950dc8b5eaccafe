/** The title of the tab: masked where it tells, and exactly restored. */
import type { Finding } from "../detect/types.ts";
import type { Stretch } from "./choose.ts";
import type { Guard } from "./guard.ts";
import { longest } from "./passages.ts";
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
  /**
   * Our words as they stand in the title, and for which. Kept: when the extension is gone nobody says them any more.
   */
  let ours = "";
  let secrets: string[] = [];
  /** What the page has put together with ours, as it would be without us. */
  let meant: string | undefined;

  /** "(1) " before what is there: a page that counts takes our words for its own. */
  const unmask = (title: string): string => {
    let next = 0;
    const real = ours && secrets.length ? title.replaceAll(ours, (same) => secrets[next++] ?? same) : title;
    if (!next) secrets = [];
    meant = next ? real : undefined;
    return real;
  };
  const restore = () => {
    if (node && mask !== data && node.data === mask) node.data = data;
    mask = data;
  };
  const draw = () => {
    restore();
    hidden = choose(original, findings);
    const title = document.head?.querySelector("title");
    const first = title?.firstChild;
    if (first?.nodeType !== 3 || title?.childNodes.length !== 1) return;
    node = first as Text;
    data = meant ?? node.data;
    meant = undefined;
    if (!hidden.length || fights.isTired(words)) {
      if (node.data !== data) node.data = data;
      return;
    }
    ours ||= words.hidden;
    let text = original;
    for (const { start, end } of [...hidden].reverse()) text = text.slice(0, start) + ours + text.slice(end);
    secrets = hidden.map(({ start, end }) => original.slice(start, end));
    node.data = mask = text;
    seen = document.title;
    fights.fight(words);
  };
  return {
    real: () => original || document.title,
    check() {
      const title = document.title;
      if (title === seen) return false;
      const real = unmask(title);
      const changed = real !== original;
      seen = title;
      original = real;
      mask = data = "";
      return changed || meant !== undefined;
    },
    read() {
      // Nobody sees more of it, however long it is.
      findings = original ? find(original.slice(0, longest)) : [];
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
