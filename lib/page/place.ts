/** What the page as a whole is about: title and address are the context of everything on it. */
import type { Guard } from "./guard.ts";
import type { TabTitle } from "./tab-title.ts";

export interface Place {
  /** Has the page become another since this was asked last? A new title is read at once. */
  moved(): boolean;
}

/** `flashes`: how often the title changes by itself. What keeps changing says nothing of what the page is about. */
export function createPlace(document: Document, title: TabTitle, flashes: Guard): Place {
  let place = "";
  let url = "";
  return {
    moved() {
      const renamed = title.check();
      if (renamed) title.read();
      const stays = document.URL === url;
      if (stays && !renamed) return false;
      url = document.URL;
      // Neither a counter in the title nor an anchor in the address says anything new. By `#/…` and `#!/…` scripts route.
      const words = title.real().replace(/\P{L}+/gu, " ");
      const next = `${words.trim()} ${url.replace(/#(?![!/]).*/, "")}`;
      if (next === place) return false;
      if (stays) {
        flashes.fight(title);
        if (flashes.isTired(title)) return false;
      }
      place = next;
      return true;
    },
  };
}
