/**
 * Often what is pressed goes by being pressed: the row that is removed, the question that is answered. The focus would
 * go with it, to nowhere, and whoever uses keys or listens would begin anew at the top of the page.
 */

const focusable = ":is(a[href], button, input, select, textarea, summary, [tabindex='0']):not(:disabled)";

/**
 * What has the focus and is taken out of the document hands it on: to what comes in its place, else to what is nearest.
 */
export function keepFocus(document: Document): void {
  let last: Element | undefined;
  const nowhere = () => document.activeElement === document.body || document.activeElement === null;
  document.addEventListener("focusin", ({ target }) => {
    last = target instanceof Element ? target : undefined;
  });
  document.addEventListener("focusout", () => {
    // Left for nothing by a click, say, and still there. Some browsers say it of what is taken out, too.
    queueMicrotask(() => {
      if (last?.isConnected && nowhere()) last = undefined;
    });
  });
  new MutationObserver((records) => {
    const gone = last;
    if (!gone || gone.isConnected || !nowhere()) return;
    last = undefined;
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    if (record) nearest(record, added)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}

function nearest(
  { target, previousSibling, nextSibling }: MutationRecord,
  added: ReadonlySet<Node>,
): HTMLElement | undefined {
  // What has come in its place, before it went or after: another record tells of that.
  const beside = [nextSibling, previousSibling];
  for (const node of added) {
    const { parentNode, nextSibling: next, previousSibling: previous } = node;
    const replaces = parentNode === target && (next === nextSibling || previous === previousSibling);
    const [first] = replaces || beside.includes(node as ChildNode) ? within(node) : [];
    if (first) return first;
  }
  let after = nextSibling?.isConnected ? nextSibling : null;
  for (let scope: Node | null = target; scope instanceof Element; scope = scope.parentNode) {
    const all = within(scope);
    const anchor = after;
    const next =
      anchor && all.find((each) => anchor.contains(each) || anchor.compareDocumentPosition(each) & follows);
    const found = next || all.at(-1);
    if (found) return found;
    after = scope.nextSibling;
  }
  return undefined;
}

const follows = 4; // Node.DOCUMENT_POSITION_FOLLOWING

function within(node: Node): HTMLElement[] {
  if (!(node instanceof Element)) return [];
  const all = [node, ...node.querySelectorAll(focusable)] as HTMLElement[];
  return all.filter((each) => each.matches(focusable) && (each.checkVisibility?.() ?? true));
}
