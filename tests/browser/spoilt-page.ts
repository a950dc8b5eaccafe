/**
 * A page that spoils everything that scripts can spoil in it: each property of each prototype, and what stands beside
 * them.
 */

/**
 * What a spoilt method or property does: it throws, or gives back what it has been asked of, so that a walk never ends.
 */
export const lies = {
  throws: `throw new Error("the page's own")`,
  "answers itself": "return this",
} as const;

/**
 * A script for the head of a page. `page` keeps what the test asks of the page afterwards, by the methods as they were;
 * `page.spoilt` counts what has been spoilt.
 */
export const spoil = (lie: keyof typeof lies) => `
  const page = (() => {
    const { apply, ownKeys, getOwnPropertyDescriptor: describe, defineProperty: define } = Reflect;
    const { concat, includes } = Array.prototype;
    const getter = (prototype, name) => {
      const { get } = describe(prototype, name);
      return (of) => apply(get, of, []);
    };
    const { querySelector, querySelectorAll, createElement } = Document.prototype;
    const { getClientRects, insertAdjacentHTML, attachShadow, getAttribute } = Element.prototype;
    const { toJSON } = DOMRectReadOnly.prototype;
    const [text, length] = [getter(Node.prototype, "textContent"), getter(NodeList.prototype, "length")];
    const one = (selector) => apply(querySelector, document, [selector]);
    const add = (element, html) => apply(insertAdjacentHTML, element, ["beforeend", html]);
    const setHtml = describe(ShadowRoot.prototype, "innerHTML").set;
    const page = {
      spoilt: 0,
      veils: () => length(apply(querySelectorAll, document, ["spoiler-veil"])),
      text: (selector) => text(one(selector)),
      attribute: (selector, name) => apply(getAttribute, one(selector), [name]),
      box: (selector) => apply(toJSON, apply(getClientRects, one(selector), [])[0], []),
      add: (selector, html) => add(one(selector), html),
      roots: [],
      shadow: (selector, mode, html) => {
        const root = apply(attachShadow, one(selector), [{ mode }]);
        apply(setHtml, root, [html]);
        page.roots[page.roots.length] = root;
      },
      inside: (i) => text(page.roots[i]),
    };

    function lie() { ${lies[lie]}; }
    let spots = [];
    const spoil = (object, accessors = true) => {
      for (const key of apply(ownKeys, null, [object])) {
        const { configurable, writable, value, get } = describe(object, key);
        // The window is what everything is asked of; "page" is what the test asks.
        if (object === window && apply(includes, ["page", "window", "self", "globalThis"], [key])) continue;
        if (get ? accessors && configurable : typeof value === "function" && (configurable || writable))
          spots[spots.length] = { object, key, configurable, get };
      }
    };
    for (const key of ownKeys(window)) {
      const { value } = describe(window, key);
      if (typeof value === "function" && value.prototype) spoil(value.prototype);
      if (typeof value === "function" || /^(CSS|JSON|Math|Reflect|Intl|Atomics|console)$/.test(String(key))) spoil(value, false);
    }
    // What each element and the document have in front of their prototypes.
    for (const prototype of [Node.prototype, Document.prototype])
      for (const key of ownKeys(prototype))
        if (!describe(document, key)) spots[spots.length] = { object: document, key, configurable: true, get: true };
    spoil(window);
    for (let i = 0; i < spots.length; i++) {
      const { object, key, configurable, get } = spots[i];
      const what = get ? { configurable: true, get: lie, set: lie } : configurable ? { configurable: true, writable: true, value: lie } : { value: lie };
      // Some say no; those are not spoilt.
      try { if (define(object, key, what)) page.spoilt++; } catch {}
    }
    return page;
  })();`;
