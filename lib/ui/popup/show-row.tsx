/** One show: watched or not by a switch, how far by what opens beneath it. */
import { useComputed } from "@preact/signals";
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import { kinds } from "../../catalog/types.ts";
import type { KindCounts } from "../../messages.ts";
import { moveByArrow } from "../arrows.ts";
import { ProgressPicker } from "../progress/picker.tsx";
import { nextEpisode } from "../progress/steps.ts";
import { unitOf } from "../progress/told.ts";
import { progressWords } from "../progress/words.ts";
import { titleOf } from "../show-title.ts";
import { Switch } from "../switch.tsx";
import type { CatalogShow, Model } from "./model.ts";

interface ShowRowProps {
  readonly show: CatalogShow;
  readonly model: Model;
  /** Beginning of the ids of what the switches switch: "-watched" and "-read". */
  readonly heading: string;
}

export function ShowRow({ show, model, heading }: ShowRowProps) {
  // Computed by row: a change of one show renders one row, though the state is one object.
  const progress = useComputed(() => model.state.value?.shows[show.id]).value;
  const count = useComputed(() => model.page.value?.shows[show.id] ?? 0).value;
  const implied = useComputed(() => model.expanded.value[show.id]?.state === "watched").value;
  const open = useComputed(() => model.open.value === show.id).value;
  const hidden = count > 0 && kindWords(model.page.value?.kinds[show.id] ?? {});
  const watched = progress?.state === "watched";
  const title = titleOf(show);
  const more = i18n.t(`progress.${unitOf(show)}.more`, [title]);
  const change = (next: Progress | null) => model.setProgress(show.id, next);
  const goOn = (next: Progress) => model.goOn(show.id, next);
  return (
    <li
      class="show"
      data-open={open}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        // Escape closes the row, the next one the popup.
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>(".show-text")?.focus();
        model.open.value = undefined;
      }}
    >
      <div class="show-line">
        <button
          type="button"
          class="show-text"
          aria-expanded={open}
          onClick={() => {
            model.open.value = open ? undefined : show.id;
          }}
        >
          <span class="show-title">{title}</span>
          <span class="show-facts">
            {facts(show, progress, implied && !watched)}
            {hidden && (
              <>
                {" · "}
                <span class="show-kinds">{hidden}</span>
              </>
            )}
          </span>
        </button>
        {count > 0 && <span class="pill">{i18n.t("shows.hidden", [count])}</span>}
        {progress?.state === "watching" && !open && (
          <button
            type="button"
            class="next"
            // With the words that are to be seen: who speaks to the browser says those.
            aria-label={`+1, ${more}`}
            title={more}
            // One press, one episode: the second click of a double click, and a key that is held down, would free an
            // episode that nobody has seen.
            onClick={({ detail }) => detail > 1 || goOn(nextEpisode(show.parts, progress))}
            onKeyDown={(event) => event.repeat && event.preventDefault()}
          >
            +1
          </button>
        )}
        <Switch
          on={watched}
          name={title}
          describedBy={`${heading}-${unitOf(show) === "chapters" ? "read" : "watched"}`}
          onKeyDown={moveByArrow}
          onToggle={(on) => model.tick(show.id, on)}
        />
      </div>
      {open && <ProgressPicker show={show} progress={progress} onChange={change} onMore={goOn} />}
    </li>
  );
}

function facts(show: CatalogShow, progress: Progress | undefined, implied: boolean): string {
  if (progress && progress.state !== "watched" && !implied) return progressWords(show, progress);
  const where = [String(show.year), i18n.t(`format.${show.format}`)];
  if (implied) where.push(i18n.t("progress.implied"));
  return where.join(" · ");
}

/** "death × 2 · twist": what kind of thing is hidden, never what. */
function kindWords(counts: KindCounts): string {
  return kinds
    .flatMap((kind) => {
      const count = counts[kind] ?? 0;
      return count === 0 ? [] : [`${i18n.t(`kind.${kind}`)}${count > 1 ? `\u00a0×\u00a0${count}` : ""}`];
    })
    .join(" · ");
}
