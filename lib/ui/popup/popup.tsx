/** The popup as a whole. */

import { i18n } from "#i18n";
import { ShieldIcon } from "../icons.tsx";
import { LevelPicker } from "./level-picker.tsx";
import type { Model } from "./model.ts";
import { Notes } from "./notes.tsx";
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
      </header>
      <main>
        <SiteCard model={model} />
        <Notes model={model} />
        {known && <LevelPicker model={model} />}
        <SearchBox model={model} />
        {known && <ShowList model={model} />}
      </main>
      <footer>
        <Tally model={model} />
        <span>{i18n.t("app.promise")}</span>
      </footer>
    </>
  );
}

function Tally({ model }: { readonly model: Model }) {
  const shows = model.state.value?.shows ?? {};
  const watched = model.catalog.filter((show) => shows[show.id]?.state === "watched").length;
  return <span>{i18n.t("shows.watchedOf", model.catalog.length, [model.catalog.length, watched])}</span>;
}
