/** Attributes that people see or hear: read alone, and replaced by a neutral text while they tell too much. */
import type { Finding } from "../detect/types.ts";
import type { Stretch } from "./choose.ts";
import type { Covers } from "./cover.ts";
import { isUntouched } from "./elements.ts";
import { isElement } from "./flow.ts";
import type { Words } from "./words.ts";

export const labelNames = ["alt", "title", "aria-label", "placeholder"] as const;
const selector = labelNames.map((name) => `[${name}]`).join();
/** Longer ones are data, not labels. */
const longestLabel = 2000;

export interface Label {
  readonly element: Element;
  readonly name: string;
  readonly original: string;
  readonly findings: readonly Finding[];
  hidden: readonly Stretch[];
}

export interface Labels {
  /** Reads the labels of an element and of everything in it. */
  scan(root: Node): void;
  /** Reads one attribute again. */
  check(element: Element, name: string): void;
  refilter(): void;
  /** All that are hidden at present. */
  hidden(): Label[];
  clear(): void;
}

export interface LabelParts {
  readonly read: (text: string, place: Node) => readonly Finding[];
  readonly choose: (text: string, findings: readonly Finding[]) => Stretch[];
  readonly covers: Covers;
  /** Stands there instead. */
  readonly words: Words;
  readonly isTired: (element: Element) => boolean;
  readonly fight: (element: Element) => void;
}

export function createLabels({ read, choose, covers, words, isTired, fight }: LabelParts): Labels {
  const labels = new Map<Element, Map<string, Label>>();

  const draw = (label: Label) => {
    const { element, name, original } = label;
    label.hidden = choose(original, label.findings);
    const value = label.hidden.length ? words.hidden : original;
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    covers.release(label);
    // What a picture shows is what its text says.
    if (label.hidden.length && /^(img|video|image)$/.test(element.localName))
      covers.hold(element, label, "image");
  };
  const forget = (label: Label) => {
    covers.release(label);
    const others = labels.get(label.element);
    others?.delete(label.name);
    if (!others?.size) labels.delete(label.element);
  };
  const check = (element: Element, name: string) => {
    const value = element.getAttribute(name);
    const old = labels.get(element)?.get(name);
    if (old) {
      if (value === (old.hidden.length ? words.hidden : old.original)) return;
      fight(element);
      if (value === old.original) {
        if (!isTired(element)) draw(old);
        return;
      }
      forget(old);
    }
    // The label of a field may be read; what is written into it may not (it is no attribute either).
    if (
      !value ||
      value.length > longestLabel ||
      (!/^(input|textarea)$/.test(element.localName) && isUntouched(element))
    )
      return;
    const findings = read(value, element);
    if (!findings.length) return;
    const label: Label = { element, name, original: value, findings, hidden: [] };
    const others = labels.get(element);
    if (others) others.set(name, label);
    else labels.set(element, new Map([[name, label]]));
    draw(label);
  };
  const each = () => [...labels.values()].flatMap((names) => [...names.values()]);
  return {
    scan(root) {
      const elements = [...((root as Partial<ParentNode>).querySelectorAll?.(selector) ?? [])];
      if (isElement(root) && root.matches(selector)) elements.unshift(root);
      for (const element of elements)
        for (const name of labelNames) if (element.hasAttribute(name)) check(element, name);
    },
    check,
    refilter: () => {
      for (const label of each()) draw(label);
    },
    hidden() {
      for (const label of each())
        if (!label.element.isConnected) {
          if (label.element.getAttribute(label.name) === words.hidden)
            label.element.setAttribute(label.name, label.original);
          forget(label);
        }
      return each().filter((label) => label.hidden.length);
    },
    clear() {
      for (const { element, name, original } of each())
        if (element.getAttribute(name) === words.hidden) element.setAttribute(name, original);
      labels.clear();
    },
  };
}
