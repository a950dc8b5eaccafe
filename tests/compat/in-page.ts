/**
 * What runs inside the page: functions that are sent there as text, so that each must stand on its own, and code of
 * them.
 */

/** The text of each block under `#id`, in order, through open shadow roots; "▮" stands for a veil. */
export function readBlocks(id: string): string[] {
  const blocks: string[] = [];
  const read = (node: Node): string => {
    if (node.nodeType === 3) return (node as Text).data;
    if (node.nodeType !== 1) return "";
    const element = node as Element;
    return element.localName === "spoiler-veil" ? "▮" : [...element.childNodes].map(read).join("");
  };
  const visit = (root: ParentNode) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (/^(h1|p|li)$/.test(element.localName) && element.getClientRects().length)
        blocks.push(read(element));
    }
  };
  const root = document.getElementById(id);
  if (root) visit(root);
  return blocks.map((text) =>
    text
      .replace(/\s*▮[\s▮]*/g, " ▮ ")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

/** Remembers in `window.own` each node that the page has now, with its children, data and attributes. */
export function rememberTree(): void {
  const { closedRoots } = window as unknown as { closedRoots?: Map<Node, ShadowRoot> };
  const all: Node[] = [];
  const visit = (node: Node) => {
    all.push(node);
    for (const child of node.childNodes) visit(child);
    const inside = (node as Partial<Element>).shadowRoot ?? closedRoots?.get(node);
    if (inside) visit(inside);
  };
  visit(document.documentElement);
  // Those of a cover are ours, and "aria-hidden" together with it.
  const ours = (node: Node) =>
    (node as Partial<Element>).hasAttribute?.("data-spoiler-cover")
      ? ["data-spoiler-cover", "aria-hidden"]
      : [];
  const attributes = (node: Node) =>
    [...((node as Partial<Element>).attributes ?? [])]
      .filter(({ name }) => !ours(node).includes(name))
      .map(({ name, value }) => `${name}=${value}`)
      .join(" ");
  const own = all.map((node) => ({
    node,
    children: [...node.childNodes],
    data: (node as Partial<Text>).data,
    attributes: attributes(node),
  }));
  Object.assign(window, { own, ownAttributes: attributes });
}

/**
 * Keeps a copy of the page as it is now, without covers, and of what stands in its shadow roots; of closed ones in those
 * that the page names in `window.closedRoots`. Gives the page `isAsCopied()`: is it equal to that?
 */
export function copyTree(): void {
  const { closedRoots } = window as unknown as { closedRoots?: Map<Node, ShadowRoot> };
  const parts = () => {
    const found: (Document | ShadowRoot)[] = [document];
    for (const part of found)
      for (const element of part.querySelectorAll("*")) {
        const inside = element.shadowRoot ?? closedRoots?.get(element);
        if (inside) found.push(inside);
      }
    return found.map((part) => (part === document ? [document.documentElement] : [...part.childNodes]));
  };
  const bare = (node: Node) => {
    const holder = document.createDocumentFragment();
    holder.append(node.cloneNode(true));
    for (const covered of holder.querySelectorAll("[data-spoiler-cover]"))
      for (const name of ["data-spoiler-cover", "aria-hidden"]) covered.removeAttribute(name);
    return holder.firstChild as Node;
  };
  const copies = parts().map((nodes) => nodes.map(bare));
  const isAsCopied = () => {
    const now = parts();
    return (
      now.length === copies.length &&
      now.every((nodes, i) => {
        const then = copies[i] as Node[];
        return nodes.length === then.length && nodes.every((node, k) => node.isEqualNode(then[k] as Node));
      })
    );
  };
  Object.assign(window, { isAsCopied });
}

/**
 * Code that waits until this expression holds, and remembers the tree, and a copy of it, in the same task. All of it in
 * the page: a busy machine may not get a second word in before the first veil comes.
 */
export const rememberWhen = (ready: string) => `(async () => {
  const end = performance.now() + 30_000;
  while (!(${ready})) {
    if (performance.now() > end) throw new Error("the application does not draw its first step");
    await new Promise((done) => setTimeout(done, 20));
  }
  (${rememberTree})();
  (${copyTree})();
})()`;

/** What differs from what was remembered: nodes that are others, or have other children, data or attributes. */
export function differences(): string[] {
  const { own, ownAttributes } = window as unknown as {
    own: { node: Node; children: Node[]; data: string | undefined; attributes: string }[];
    ownAttributes(node: Node): string;
  };
  const found: string[] = [];
  for (const { node, children, data, attributes } of own) {
    const now = [...node.childNodes];
    const name = node.nodeName;
    if (!node.isConnected) found.push(`${name} is gone`);
    else if (now.length !== children.length || now.some((child, i) => child !== children[i]))
      found.push(`${name} has other children`);
    if ((node as Partial<Text>).data !== data) found.push(`${name} has another text`);
    if (ownAttributes(node) !== attributes || (node as Partial<Element>).hasAttribute?.("data-spoiler-cover"))
      found.push(`${name} has other attributes`);
  }
  return found;
}

/** Keeps in `window.served` the elements that came from the server, before any script of the page takes them over. */
export function rememberServed(): void {
  const all = (root: ParentNode) => [...root.querySelectorAll("h1, p:not(.wait), li, b, em, ul, article")];
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    const inside = [...document.querySelectorAll("*")].flatMap((element) => element.shadowRoot ?? []);
    Object.assign(window, { served: [document, ...inside].flatMap(all) });
  });
}

/** How many of them are not on the page any more. */
export function lost(): number {
  const { served } = window as unknown as { served: Element[] };
  return served.filter((element) => !element.isConnected).length;
}
