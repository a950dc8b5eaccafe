/** All shows of the catalog: found, filtered, marked one by one or all at once. */
import { useComputed } from "@preact/signals";
import { i18n } from "#i18n";
import type { CatalogShow } from "../popup/model.ts";
import { ProgressPicker } from "../progress/picker.tsx";
import { unitOf } from "../progress/told.ts";
import { progressWords } from "../progress/words.ts";
import { titleOf } from "../show-title.ts";
import { VirtualList } from "../virtual-list.tsx";
import { BulkMark } from "./bulk-mark.tsx";
import { ClearFilter, Filters } from "./filters.tsx";
import type { OptionsModel } from "./model.ts";

export function Shows({ model }: { readonly model: OptionsModel }) {
  const shows = model.listed.value;
  return (
    <>
      <Filters model={model} />
      <div class="found">
        <div class="inline">
          <p role="status">{i18n.t("shows.found", shows.length)}</p>
          <ClearFilter model={model} />
        </div>
        {shows.length > 0 && <BulkMark model={model} />}
      </div>
      {shows.length === 0 && (
        <p class="empty">{i18n.t(model.isBare.value ? "shows.noneMine" : "shows.noneHere")}</p>
      )}
      <VirtualList
        items={shows}
        keyOf={(show) => show.id}
        height={58}
        label={i18n.t("section.shows")}
        row={(show) => <ShowRow show={show} model={model} />}
      />
    </>
  );
}

function ShowRow({ show, model }: { readonly show: CatalogShow; readonly model: OptionsModel }) {
  // Computed by row: a change of one show renders one row, though the state is one object.
  const progress = useComputed(() => model.settings.state.value?.shows[show.id]).value;
  const implied = useComputed(() => model.expanded.value[show.id]?.state === "watched").value;
  const episodes = show.parts.reduce((sum, part) => sum + part.episodes, 0);
  const begun = progress?.state === "watching" && progress.episode === 0;
  const facts = [
    String(show.year),
    i18n.t(`format.${show.format}`),
    ...(episodes > 1 ? [i18n.t(`progress.${unitOf(show)}.count`, episodes)] : []),
    ...(implied && progress?.state !== "watched" ? [i18n.t("progress.implied")] : []),
    ...(begun ? [progressWords(show, progress)] : []),
  ];
  return (
    <div class="row">
      <div class="row-text">
        <span class="row-title">{titleOf(show)}</span>
        <span class="row-facts">{facts.join(" · ")}</span>
      </div>
      <ProgressPicker
        show={show}
        progress={progress}
        onChange={(next) => model.settings.edit({ shows: { [show.id]: next } })}
        onMore={(next) => model.settings.editOnward({ shows: { [show.id]: next } })}
      />
    </div>
  );
}
