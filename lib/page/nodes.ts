/**
 * What every node and element has, asked so that no form can answer something else: Chromium gives a form's fields by
 * their names in front of that (`<input name="parentNode">`), to extensions too. A walk along them would leave passages
 * out, or never end.
 */
const getter = <T extends Node, K extends keyof T>(owner: () => { prototype: T }, name: K) => {
  let get: ((this: T) => T[K]) | undefined;
  return (node: T): T[K] => {
    get ??= Object.getOwnPropertyDescriptor(owner().prototype, name)?.get as (this: T) => T[K];
    return get.call(node);
  };
};
/**
 * The same of what is called, with nothing or with one thing; never with more, for these functions are given to `map`,
 * too, and `getRootNode` refuses an index.
 */
const called =
  <Of extends Node, R>(owner: () => { prototype: Of }, name: keyof Of) =>
  (of: Of): R =>
    (owner().prototype[name] as (this: Of) => R).call(of);
const calledWith =
  <Of extends Node, Given, R>(owner: () => { prototype: Of }, name: keyof Of) =>
  (of: Of, given: Given): R =>
    (owner().prototype[name] as (this: Of, given: Given) => R).call(of, given);
// Not at once: there is no DOM where pure parts are tested.
const node = () => Node;
const element = () => Element;

export const typeOf = getter(node, "nodeType");
export const parentOf = getter(node, "parentNode");
export const parentElementOf = getter(node, "parentElement");
export const firstOf = getter(node, "firstChild");
export const lastOf = getter(node, "lastChild");
export const nextOf = getter(node, "nextSibling");
export const previousOf = getter(node, "previousSibling");
export const documentOf = getter(node, "ownerDocument");
export const isIn = getter(node, "isConnected");
export const nameOf = getter(element, "localName");
export const spaceOf = getter(element, "namespaceURI");

/** The parent, or the element whose shadow tree ends here. A link has a host too, that of its address. */
export const above = (of: Node): Node | null =>
  parentOf(of) ?? (typeOf(of) === 11 ? ((of as Partial<ShadowRoot>).host ?? null) : null);

/** The element around a node: its parent, or the host where it stands in a shadow root itself. */
export const around = (of: Node): Element | null => {
  const parent = parentOf(of);
  return parentElementOf(of) ?? (parent && (above(parent) as Element | null));
};
/** The shadow root that the node is in, or is; undefined where it is in none. A fragment is none. */
export const shadowOf = (of: Node): ShadowRoot | undefined => {
  const root = rootOf(of);
  return typeOf(root) === 11 && "host" in root ? (root as ShadowRoot) : undefined;
};

export const contains = calledWith<Node, Node, boolean>(node, "contains");
export const rootOf = called<Node, Node>(node, "getRootNode");
export const closest = calledWith<Element, string, Element | null>(element, "closest");
export const matches = calledWith<Element, string, boolean>(element, "matches");
/** All elements in it that the selector means. */
export const all = (within: ParentNode, selector: string): Element[] => [
  ...(typeOf(within) === 1 ? Element : DocumentFragment).prototype.querySelectorAll.call(within, selector),
];
export const namesIn = called<Element, string[]>(element, "getAttributeNames");
export const attributeOf = calledWith<Element, string, string | null>(element, "getAttribute");
export const boxOf = called<Element, DOMRect>(element, "getBoundingClientRect");
/** Null takes it away. */
export const setAttribute = (of: Element, name: string, value: string | null): void =>
  value === null
    ? Element.prototype.removeAttribute.call(of, name)
    : Element.prototype.setAttribute.call(of, name, value);
