/**
 * Firefox ends our script in open pages when the extension is removed. Nothing could open a veil then, but one thing
 * goes together with the extension: the style sheet that its manifest names (`presentStyle`). So that sheet, not ours,
 * hides what has to be readable once it is gone. Whether it is there is looked at, not believed: an older Firefox takes
 * it for a sheet of the page's, which ends at closed roots.
 */
import { keptAttribute } from "./names.ts";
import { createOwn, createRoot } from "./own.ts";

/** How often to look: where it has not come by then it never will. */
const patience = 3;

/** `found` is called once, when the sheet has been seen at work in a closed root. */
export function createPresence(document: Document, found: () => void): () => boolean {
  let left = patience;
  let present = false;
  return () => {
    if (present || !left) return present;
    left--;
    // Nothing of the page's can be asked without a mark on it that the page could see.
    const root = createRoot(document);
    const probe = createOwn(document, "span");
    probe.setAttribute(keptAttribute, "");
    root.append(probe);
    document.documentElement.append(root.host);
    present = getComputedStyle(probe).display === "none";
    root.host.remove();
    if (present) found();
    return present;
  };
}
