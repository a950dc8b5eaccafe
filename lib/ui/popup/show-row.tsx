/** One show with its switch. */
import { useComputed } from "@preact/signals";
import { i18n } from "#i18n";
import { moveByArrow } from "../arrows.ts";
import { Switch } from "../switch.tsx";
import type { CatalogShow, Model } from "./model.ts";

interface ShowRowProps {
  readonly show: CatalogShow;
  readonly model: Model;
  /** Id of the heading over the switches. */
  readonly heading: string;
}

export function ShowRow({ show, model, heading }: ShowRowProps) {
  // Computed by row: a change of one show renders one row, though the state is one object.
  const progress = useComputed(() => model.state.value?.shows[show.id]).value;
  const count = useComputed(() => model.page.value?.shows[show.id] ?? 0).value;
  const implied = useComputed(() => model.expanded.value[show.id]?.state === "watched").value;
  const watched = progress?.state === "watched";
  return (
    <li class="show">
      <div class="show-text" aria-hidden="true">
        <span class="show-title">{show.title}</span>
        <span class="show-facts">{facts(show, progress, implied && !watched)}</span>
      </div>
      {count > 0 && <span class="pill">{i18n.t("shows.hidden", [count])}</span>}
      <Switch
        on={watched}
        name={show.title}
        describedBy={heading}
        onKeyDown={moveByArrow}
        onToggle={(on) => model.setProgress(show.id, on ? { state: "watched" } : null)}
      />
    </li>
  );
}

type Progress = NonNullable<Model["state"]["value"]>["shows"][string];

function facts(show: CatalogShow, progress: Progress | undefined, implied: boolean): string {
  const where = [String(show.year), i18n.t(`format.${show.format}`)];
  if (progress?.state === "open") where.push(i18n.t("progress.open"));
  if (implied) where.push(i18n.t("progress.implied"));
  else if (progress?.state === "watching") {
    const part = show.parts[progress.part - 1]?.title ?? String(progress.part);
    where.push(i18n.t("progress.upTo", [part, progress.episode]));
  }
  return where.join(" · ");
}
