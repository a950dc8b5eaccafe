/**
 * Attributes that people see or hear: read alone, and replaced by a neutral text while they tell too much. Names of
 * picture files are read as well, and stay what they are. Either way the picture is covered.
 */
import type { Finding } from "../detect/types.ts";
import type { Stretch } from "./choose.ts";
import type { Covers } from "./cover.ts";
import { isCustom, isUntouched } from "./elements.ts";
import { backgroundIn, fileWords } from "./file-words.ts";
import { attributeOf, nameOf, namesIn, parentOf, setAttribute } from "./nodes.ts";
import { pictureLook, picturesOf } from "./pictures.ts";
import type { Reader, Run } from "./reader.ts";
import type { Words } from "./words.ts";

/** From those of custom alone style sheets draw hints, and letters once more (`content: attr(data-text)`). */
const drawn = ["tooltip", "tip", "text", "title", "content"].map((name) => `data-${name}`);
/** Where Bootstrap keeps the title while it draws that itself. */
const kept = ["data-original-title", "data-bs-original-title"];
const masked = ["alt", "title", "aria-label", "aria-description", "placeholder", ...drawn, ...kept];
const files = ["src", "poster", "data-src", "srcset"];
/** Attributes that are watched. Not `style`: animations write it for each frame. */
export const labelNames: readonly string[] = [...masked, ...files];
/** Longer ones are data, not labels. */
const longestLabel = 2000;
/** After so many elements more, and twice as many as there are, it is looked for those that have left. */
const most = 500;
/** So often two elements are compared, and no more: a page may write our words on thousands of its own. */
const mostCompared = 20_000;

export interface Label {
  readonly element: Element;
  readonly name: string;
  /** The page's own. */
  readonly value: string;
  /** What is read of it. */
  readonly text: string;
  findings: readonly Finding[];
  hidden: readonly Stretch[];
}

export interface Labels {
  /** Reads the labels of an element, behind this passage; `again`: also those that are known. */
  visit(element: Element, again?: boolean, last?: Run): void;
  /** Reads one attribute again. */
  check(element: Element, name: string): void;
  refilter(): void;
  /** All in which something has been found, and that are in the page. */
  all(): Label[];
  /** All that are hidden at present. */
  hidden(): Label[];
  clear(): void;
}

export interface LabelParts {
  readonly read: Reader["label"];
  readonly choose: (text: string, findings: readonly Finding[]) => Stretch[];
  readonly covers: Covers;
  /** Stands there instead. */
  readonly words: Words;
  readonly isTired: (element: Element) => boolean;
  readonly fight: (element: Element) => void;
  /** Something is hidden, or no longer. */
  readonly changed: () => void;
  /** A custom element has been told of a new value, and may have drawn itself anew: that passes for our own doing. */
  readonly redrawn: (element: Element) => void;
}

export function createLabels({
  read,
  choose,
  covers,
  words,
  isTired,
  fight,
  changed,
  redrawn,
}: LabelParts): Labels {
  const labels = new Map<Element, Map<string, Label>>();
  let enough = most;
  let comparable = mostCompared;

  /** Our words, once they stand anywhere. */
  let mask = "";

  /** What the attribute is while this is its label. */
  const shown = ({ name, value, hidden }: Label) => (hidden.length && masked.includes(name) ? mask : value);
  const draw = (label: Label) => {
    const { element, name } = label;
    const had = label.hidden.length > 0;
    label.hidden = choose(label.text, label.findings);
    // What has not been hidden is the page's, which may have written it anew a moment ago.
    if (!had && !label.hidden.length) return;
    if (label.hidden.length) mask ||= words.hidden;
    changed();
    const value = shown(label);
    if (attributeOf(element, name) !== value && masked.includes(name)) {
      setAttribute(element, name, value);
      if (isCustom(element)) redrawn(element);
    }
    if (!label.hidden.length) covers.release(label);
    // What a picture shows is what its text says.
    else for (const picture of picturesOf(element)) covers.hold(picture, label, pictureLook(picture));
  };
  const forget = (label: Label) => {
    covers.release(label);
    const others = labels.get(label.element);
    others?.delete(label.name);
    if (!others?.size) labels.delete(label.element);
  };
  /** Of which label this is, where the page has copied an element with our words on it, or them to another attribute. */
  const original = (element: Element, name: string): Label | undefined =>
    [...(labels.get(element)?.values() ?? [])].find(({ hidden }) => hidden.length) ??
    (comparable > 0
      ? each().find((label) => label.name === name && comparable-- > 0 && label.element.isEqualNode(element))
      : undefined);
  const check = (element: Element, name: string, last?: Run) => {
    let value = attributeOf(element, name);
    const old = labels.get(element)?.get(name);
    if (old) {
      if (value === shown(old)) return;
      fight(element);
      if (value === old.value) {
        if (!isTired(element)) draw(old);
        return;
      }
      if (old.hidden.length) changed();
      forget(old);
    }
    const copied = !old && value && value === mask && original(element, name);
    if (copied) {
      value = copied.value;
      setAttribute(element, name, value);
    }
    const text = value && textOf(element, name, value);
    if (!value || !text || text.length > longestLabel || !mayRead(element)) return;
    const findings = read(text, element, last);
    if (!findings.length) return;
    const label: Label = { element, name, value, text, findings, hidden: [] };
    labels.set(element, (labels.get(element) ?? new Map()).set(name, label));
    draw(label);
    if (labels.size <= enough) return;
    leave();
    enough = 2 * labels.size + most;
  };
  const each = () => [...labels.values()].flatMap((names) => [...names.values()]);
  const restore = (label: Label) => {
    if (attributeOf(label.element, label.name) === shown(label) && masked.includes(label.name))
      setAttribute(label.element, label.name, label.value);
  };
  /** Lets go of those that have left the page. */
  const leave = () => {
    for (const label of each())
      if (!label.element.isConnected) {
        restore(label);
        forget(label);
      }
  };
  const there = () => {
    leave();
    return each();
  };
  return {
    visit(element, again = false, last) {
      // Asked before: what is covered is given a name of ours.
      for (const name of namesIn(element)) {
        if (name !== "style" && !labelNames.includes(name)) continue;
        const known = again && labels.get(element)?.get(name);
        if (known) {
          known.findings = read(known.text, element, last);
          draw(known);
        }
        check(element, name, last);
      }
    },
    check,
    refilter: () => {
      for (const label of each()) draw(label);
    },
    all: there,
    hidden() {
      const hidden = there().filter((label) => label.hidden.length);
      const named = new Set(hidden.filter(({ name }) => masked.includes(name)).map(({ element }) => element));
      // A picture whose text and file name both tell is one.
      return hidden.filter(({ name, element }) => masked.includes(name) || !named.has(element));
    },
    clear() {
      for (const label of each()) restore(label);
      labels.clear();
    },
  };
}

/**
 * The label of a field or a frame may be read; what is written into it, or stands in it, may not (it is no attribute
 * either).
 */
const mayRead = (element: Element) =>
  !isUntouched(
    /^(input|textarea|select|iframe|canvas|object|video|audio|progress|meter)$/.test(nameOf(element))
      ? (parentOf(element) ?? element)
      : element,
  );

/** What the attribute says to people; "" where it is none that speaks. */
function textOf(element: Element, name: string, value: string): string {
  if (masked.includes(name)) return value;
  if (name === "style") return fileWords(backgroundIn(value));
  const [image] = name === "srcset" ? picturesOf(element) : [element];
  if (!image || nameOf(image) !== (name === "poster" ? "video" : "img")) return "";
  if (name !== "srcset") return fileWords(value);
  // Several sizes of one picture, mostly of the one that `src` names: then that has been read.
  const file = /^\s*([^\s,]+)/.exec(value)?.[1] ?? "";
  return fileWords(attributeOf(image, "src") ?? "") ? "" : fileWords(file);
}
