/** The search over the catalog. */

import { i18n } from "#i18n";
import { SearchIcon } from "../icons.tsx";
import type { Model } from "./model.ts";

export function SearchBox({ model }: { readonly model: Model }) {
  return (
    <search class="search">
      <SearchIcon />
      <input
        // biome-ignore lint/a11y/noRedundantRoles: said in full, for whoever looks it up by its attribute.
        role="searchbox"
        type="search"
        aria-label={i18n.t("shows.search")}
        placeholder={i18n.t("shows.searchHint", model.catalog.length)}
        autocomplete="off"
        spellcheck={false}
        ref={focusOnce}
        value={model.query.value}
        onInput={(event) => {
          model.query.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          // Then keys belong to the word that is being put together, as in Japanese: arrows choose, Escape gives up.
          if (event.isComposing) return;
          if (event.key === "ArrowDown") {
            event.preventDefault();
            document.querySelector<HTMLElement>(".shows [role=switch]")?.focus();
          }
          // The first Escape empties the box, the next one closes the popup.
          if (event.key === "Escape" && model.query.value !== "") {
            event.preventDefault();
            model.query.value = "";
          }
        }}
      />
    </search>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}
