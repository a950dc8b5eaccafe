/**
 * The second, exact layer. The page's own text node stays where it is, shortened to what stands before the first
 * veil; right after it comes one element of ours with the veils and the rest of the text:
 *
 *   "Before. Spoiler. After."   →   "Before. " <spoiler-shield> <spoiler-veil/> " After." </spoiler-shield>
 *
 * As long as `node.data === prefix && node.nextSibling === shield` the page has not touched it. Frameworks keep their
 * text node and write into it; whoever does anything else is mended: ours goes, and the node gets its text back only
 * if it still holds our prefix (else the page has written something new).
 *
 * `normalize` takes out a node that holds nothing, or puts what is left of it to the text before it. That looks as if
 * the page had taken the node away, but for an empty text of ours, the last in our element, which goes with it.
 *
 * Some scripts know nothing of what a text node meant, only of the letters in it: they put marks, links and pictures
 * among them, or translate each text by itself. They would lose what we hold. So there the page's work stays, ours
 * becomes text beside it (`dissolve`), and that is read anew.
 */
import { isElement, isText } from "./flow.ts";
import { createLost } from "./lost.ts";
import { shieldTag, veilTag } from "./names.ts";
import { all, closest, nameOf, parentElementOf, previousOf, typeOf } from "./nodes.ts";
import { createOwn } from "./own.ts";
import type { Changes } from "./watch.ts";

/** A stretch `[from, to)` of a node's text and the veil that stands for it. `token` tells one stretch from another. */
export interface VeilAt {
  readonly from: number;
  readonly to: number;
  readonly token: unknown;
  readonly make: () => HTMLElement;
}

/** So many elements of ours that have gone are remembered besides those that stand: the page may have copied them. */
const spare = 500;

interface Split {
  readonly node: Text;
  readonly full: string;
  readonly whole: boolean;
  prefix: string;
  readonly shield: HTMLElement;
  veils: { from: number; to: number; token: unknown; host: HTMLElement }[];
}

export interface Splits {
  /** The whole text of a node, whether veiled or not. */
  textOf(node: Text): string;
  /**
   * Veils exactly these stretches (in order, not overlapping); an empty list restores the node. `whole`: the node keeps
   * nothing, and all of its text goes into our element, which then is one box (asked only when it is laid out anew).
   */
  set(node: Text, veils: readonly VeilAt[], whole?: () => boolean): void;
  /**
   * Restores what the page has changed or taken out, unless it is at work among the letters; returns the nodes to read
   * again. Where it has written nothing into a node that already held nothing, it has emptied it (a script that writes
   * back what it has just read is told from that only where there was something to read). `grows`: has the page written
   * on in this node before? Then it does so again, and has read only what it was left.
   */
  mend(changes: Changes, grows: (node: Text) => boolean): Node[];
  /** Our element that the node is in (or is), if any. */
  owner(node: Node): Element | null;
  /** The page has copied our element: makes it text again and returns that. */
  heal(copy: Element): Text;
  /** Elements like ours that the page has made (`cloneNode`, `innerHTML += …`) in what it has added. */
  copies(node: Node): Element[];
  readonly size: number;
  clear(): void;
}

export function createSplits(document: Document): Splits {
  const splits = new Map<Text, Split>();
  const shields = new WeakSet<Element>();
  /** What we have put behind veils. */
  const rests = new WeakSet<Node>();
  /** By number, what a copy of our element stood for; the page sees only the number. */
  const originals = new Map<string, { full: string; prefix: string }>();
  const lost = createLost(document);
  let number = 0;
  // What another document has numbered (a copy that was kept, or printed) is not to be taken for ours.
  const series = Math.floor(Math.random() * 2 ** 40);
  const lang = () => document.documentElement?.lang;
  const spoken = lang();

  const restore = (split: Split, emptied = false) => {
    splits.delete(split.node);
    split.shield.remove();
    const { node, full, prefix } = split;
    if (node.data === prefix && !emptied) node.appendData(full.slice(prefix.length));
  };
  /** `normalize` has taken the node out: gives its text to whom it would have given it, and returns that. */
  const merge = ({ node, full, prefix, shield }: Split): Text => {
    const before = shield.previousSibling;
    if (before?.nodeType !== 3) {
      shield.before(node);
      return node;
    }
    (before as Text).data += full.slice(prefix.length);
    return before as Text;
  };
  /**
   * Makes text of the veils, and leaves whatever stands around them; returns what is to be read again. A node that the
   * page has left as it was gets back what comes before the page's work.
   */
  const dissolve = ({ node, full, prefix, shield, veils }: Split): Node[] => {
    splits.delete(node);
    const hosts = new Map<ChildNode, string>(veils.map(({ from, to, host }) => [host, full.slice(from, to)]));
    let whole = node.data === prefix && node.nextSibling === shield;
    for (const child of shield.childNodes.length ? [...shield.childNodes] : hosts.keys()) {
      const text = hosts.get(child) ?? (rests.has(child) ? child.nodeValue : null);
      whole &&= text !== null;
      if (whole) node.appendData(text ?? "");
      if (whole || text === "") child.remove();
      else if (hosts.has(child)) child.replaceWith(text ?? "");
    }
    const parts = [...shield.childNodes];
    shield.replaceWith(...parts);
    return [node, ...parts];
  };
  /** Has the page dealt with the letters that it has found, and not with what the node means to it? */
  const isTransformed = (split: Split, { shields: touched, written, added }: Changes): boolean => {
    const { node, full, prefix, shield, veils } = split;
    const before = previousOf(shield);
    const { data } = node;
    // Else our elements have been copied or taken out, or `normalize` was here.
    if (!veils.every(({ host }) => host.isConnected)) return false;
    if (shield.isConnected && (shield.lastChild?.nodeValue || all(shield, veilTag).length > veils.length))
      return false;
    if (touched.has(shield)) return true;
    if (before !== node)
      return (
        !!before &&
        added.has(before) &&
        !(node.isConnected && data === prefix) &&
        // What Chromium translates stands in such elements.
        ((isElement(before) && nameOf(before) === "font") || holds(split))
      );
    // A browser that translates goes from text to text: it has written about as much as there was in this one.
    return written.has(node) && lang() !== spoken && !!data && data.length ** 2 < prefix.length * full.length;
  };
  /** Lays out prefix, veils and rest without moving a veil that stays: moving would restart its fading in. */
  const lay = (split: Split) => {
    const { full, shield, veils, whole } = split;
    const before = full.slice(0, veils[0]?.from ?? full.length);
    split.prefix = whole ? "" : before;
    const wanted: Node[] = whole && before ? [document.createTextNode(before)] : [];
    veils.forEach((veil, index) => {
      const rest = full.slice(veil.to, veils[index + 1]?.from ?? full.length);
      wanted.push(veil.host);
      if (rest) wanted.push(document.createTextNode(rest));
    });
    wanted.push(document.createTextNode(""));
    const hosts = new Set<Node>(wanted);
    for (const part of wanted) if (isText(part)) rests.add(part);
    for (const child of [...shield.childNodes]) if (!hosts.has(child)) child.remove();
    let at = shield.firstChild;
    for (const node of wanted) {
      if (node === at) at = at.nextSibling;
      else shield.insertBefore(node, at);
    }
    // In part, where that will do: in a text that is written anew the page's ranges lose their places.
    const { node, prefix } = split;
    if (node.data === full) node.deleteData(prefix.length, full.length);
    else if (node.data !== prefix) node.data = prefix;
    if (split.node.nextSibling !== shield) split.node.after(shield);
    const id = shield.getAttribute("data-n") ?? "";
    originals.delete(id);
    originals.set(id, { full, prefix: split.prefix });
    for (const old of originals.keys()) {
      if (originals.size <= splits.size + spare) break;
      originals.delete(old);
    }
  };
  return {
    textOf: (node) => splits.get(node)?.full ?? node.data,
    set(node, veils, isWhole = () => false) {
      const old = splits.get(node);
      if (!veils.length) {
        if (old) restore(old);
        return;
      }
      if (old?.veils.length === veils.length && veils.every((veil, i) => same(old.veils[i], veil))) return;
      if (!node.parentNode) return;
      const shield = old?.shield ?? createOwn(document, shieldTag);
      if (!old) {
        shields.add(shield);
        shield.setAttribute("data-n", String(series + ++number));
        // Without a box of its own it cannot be laid out by rules of the page that were not meant for it.
        shield.style.setProperty("display", "contents", "important");
      }
      const whole = old?.whole ?? (!isAlone(node.data, veils) && isWhole());
      if (whole) shield.style.setProperty("display", "inline", "important");
      const split: Split = { node, full: old?.full ?? node.data, whole, prefix: "", shield, veils: [] };
      // None begins where another does.
      const before = new Map(old?.veils.map((veil) => [veil.from, veil]));
      split.veils = veils.map((veil) => {
        const there = before.get(veil.from);
        const host = there && same(there, veil) ? there.host : veil.make();
        return { from: veil.from, to: veil.to, token: veil.token, host };
      });
      splits.set(node, split);
      lay(split);
    },
    mend(changes, grows) {
      const { shields: touched, written } = changes;
      const again: Node[] = [];
      for (const split of [...splits.values()]) {
        const { node, shield, prefix } = split;
        const emptied = node.data === "" && written.has(node);
        // Whoever writes just what is left in it has mostly read it there: what we have taken out stays theirs.
        const kept = node.data === prefix && node.nextSibling === shield && node.isConnected;
        if (kept && !emptied && !touched.has(shield)) continue;
        if (isTransformed(split, changes)) {
          again.push(...dissolve(split));
          continue;
        }
        if (written.has(node) && goesOn(split) && grows(node))
          node.data = split.full + node.data.slice(prefix.length);
        const text = node.parentNode || shield.lastChild?.nodeValue === "" ? node : merge(split);
        lost.keep(split.full, prefix, shield.textContent);
        restore(split, emptied);
        if (text.isConnected) again.push(text);
      }
      lost.giveBack(changes.crowds, changes.added, written);
      return again;
    },
    owner: (node) => {
      const element = isElement(node) ? node : parentElementOf(node);
      const shield = element && closest(element, shieldTag);
      return shield && shields.has(shield) ? shield : null;
    },
    heal(copy) {
      const original = originals.get(copy.getAttribute("data-n") ?? "");
      const before = copy.previousSibling;
      if (
        original &&
        before?.nodeType === 3 &&
        (before as Text).data.endsWith(original.prefix) &&
        // Nothing is the end of any text: only a node that holds nothing is the one that was copied.
        (original.prefix || (before as Text).data === "")
      ) {
        (before as Text).data += original.full.slice(original.prefix.length);
        copy.remove();
        return before as Text;
      }
      const text = document.createTextNode(
        original ? original.full.slice(original.prefix.length) : (copy.textContent ?? ""),
      );
      copy.replaceWith(text);
      return text;
    },
    copies(node) {
      // Before the first veil there can be none.
      if (!number || isText(node)) return [];
      const found =
        isElement(node) && nameOf(node) === shieldTag ? [node] : all(node as ParentNode, shieldTag);
      return found.filter((copy) => !shields.has(copy));
    },
    get size() {
      return splits.size;
    },
    clear() {
      for (const split of [...splits.values()]) restore(split);
    },
  };
}

/** Has the node got more behind what was left in it, but not what was taken out? */
const goesOn = ({ node: { data }, full, prefix, whole }: Split) =>
  !whole &&
  data.length > prefix.length &&
  data.startsWith(prefix) &&
  !data.startsWith(full) &&
  !full.startsWith(data) &&
  // Where nothing was left, whatever it writes would be more of it.
  (prefix.trim() !== "" || /^[\s.,;:!?…)\]’”]/.test(data));

const letters = (text: string | null) => text?.replace(/[^\p{L}\p{N}]+/gu, "") ?? "";

/** Do the letters that were left in the node stand before our element, whatever is among them now? */
function holds({ prefix, shield }: Split): boolean {
  const wanted = letters(prefix);
  let found = "";
  for (let at = previousOf(shield); at && found.length < wanted.length; at = previousOf(at))
    if (typeOf(at) !== 8) found = letters(at.textContent) + found;
  return wanted !== "" && found.endsWith(wanted);
}

/** Is there nothing else in the node than what is veiled? */
const isAlone = (text: string, [only, ...others]: readonly VeilAt[]) =>
  !others.length && !text.slice(0, only?.from).trim() && !text.slice(only?.to).trim();

const same = (
  a: { from: number; to: number; token: unknown } | undefined,
  b: { from: number; to: number; token: unknown },
) => a?.from === b.from && a.to === b.to && a.token === b.token;
