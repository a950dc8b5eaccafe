/**
 * Elements of ours, made where the page's custom elements do not reach. A page may define elements by our names: made
 * in its document, each would be one of them, whose class gives it our closed root (`attachInternals().shadowRoot`), or
 * puts one of its own there first. Put into the page they may still become such, but a root that is there stays closed.
 */
import { veilTag } from "./names.ts";

/** By the page's document one that nobody sees, and in which no element is defined. */
const apart = new WeakMap<Document, Document>();

function make(document: Document, name: string): HTMLElement {
  let nowhere = apart.get(document);
  if (!nowhere) apart.set(document, (nowhere = document.implementation.createHTMLDocument("")));
  return nowhere.createElement(name);
}

/** An element to stand in one of our roots: there the page reaches none. */
export const createPart = <K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  className: string,
  textContent = "",
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), { className, textContent });

/** An element of this name, for the page's document. */
export const createOwn = (document: Document, name: string): HTMLElement =>
  document.adoptNode(make(document, name));

/** The closed root of an element that holds what the page must not reach. */
export function createRoot(document: Document): ShadowRoot {
  const host = make(document, veilTag);
  const root = host.attachShadow({ mode: "closed" });
  document.adoptNode(host);
  return root;
}
