/** The popup as a whole. */

import { i18n } from "#i18n";
import { OptionsIcon, ShieldIcon } from "../icons.tsx";
import { UndoToast } from "../undo-toast.tsx";
import { LevelPicker } from "./level-picker.tsx";
import type { Model } from "./model.ts";
import { Notes } from "./notes.tsx";
import { PauseMenu } from "./pause-menu.tsx";
import { SearchBox } from "./search-box.tsx";
import { ShowList } from "./show-list.tsx";
import { SiteCard } from "./site-card.tsx";

export function Popup({ model }: { readonly model: Model }) {
  // Without the state a switch would show "off" for a moment where it is on.
  const known = model.state.value !== undefined;
  return (
    <>
      <header>
        <h1>
          <ShieldIcon />
          {i18n.t("app.name")}
        </h1>
        {known && <PauseMenu model={model} />}
        <button
          type="button"
          class="icon-button"
          // Its name as well: with both, it is read twice.
          title={i18n.t("popup.options")}
          onClick={model.openOptions}
        >
          <OptionsIcon />
        </button>
      </header>
      <main>
        <SiteCard model={model} />
        <Notes model={model} />
        {known && <LevelPicker model={model} />}
        <SearchBox model={model} />
        {known && <ShowList model={model} />}
      </main>
      <UndoToast settings={model.settings} show={model.show} />
      <footer>
        <button type="button" class="link" onClick={({ detail }) => detail > 1 || model.ruleFromSelection()}>
          {i18n.t("page.missed")}
        </button>
        <span class="promise">{i18n.t("app.promise")}</span>
      </footer>
    </>
  );
}
