/** The shield off everywhere for a while: a native disclosure with the two lengths. */
import { i18n } from "#i18n";
import { PauseIcon } from "../icons.tsx";
import type { Model } from "./model.ts";

export function PauseMenu({ model }: { readonly model: Model }) {
  if (model.paused.value) return null;
  const choose = (long: boolean) => (event: Event) => {
    (event.currentTarget as HTMLElement).closest("details")?.removeAttribute("open");
    void model.pause(long);
  };
  return (
    <details
      class="menu"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // Else it would lie over what has the focus now.
        if (!currentTarget.contains(relatedTarget as Node | null)) currentTarget.open = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !event.currentTarget.open) return;
        // Escape closes the menu, the next one the popup.
        event.preventDefault();
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary class="icon-button" title={i18n.t("pause.title")}>
        <PauseIcon />
      </summary>
      <div class="menu-items">
        <p class="menu-title">{i18n.t("pause.title")}</p>
        <button type="button" class="menu-item" onClick={choose(false)}>
          {i18n.t("pause.minutes")}
        </button>
        <button type="button" class="menu-item" onClick={choose(true)}>
          {i18n.t("pause.restart")}
        </button>
      </div>
    </details>
  );
}
