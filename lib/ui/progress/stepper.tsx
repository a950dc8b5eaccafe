/** How far the reader is: the part, and an episode that goes up and down by one or is typed in. */
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import { titleOf } from "../show-title.ts";
import { partOf } from "./part-name.ts";
import { endOf, episodesOf, nextEpisode, placeIn, previousEpisode, upToEpisode } from "./steps.ts";
import { type Told, unitOf } from "./told.ts";

interface StepperProps {
  /** Each control is named with its title. */
  readonly show: Told;
  readonly progress: Progress | undefined;
  readonly onChange: (progress: Progress) => void;
  /** One episode more. */
  readonly onMore: (progress: Progress) => void;
}

export function Stepper({ show, progress, onChange, onMore }: StepperProps) {
  const { parts } = show;
  const title = titleOf(show);
  const unit = unitOf(show);
  const watched = progress?.state === "watched";
  const { part, episode } =
    progress?.state === "watching"
      ? placeIn(parts, progress)
      : watched
        ? endOf(parts)
        : { part: 1, episode: 0 };
  const episodes = episodesOf(parts, part);
  return (
    <div class="stepper">
      {parts.length > 1 && (
        <select
          class="select stepper-part"
          aria-label={i18n.t("progress.partOf", [title])}
          value={String(part)}
          onChange={(event) => onChange(upToEpisode(parts, Number(event.currentTarget.value), 0))}
        >
          {parts.map((each, i) => (
            <option key={`${i} ${each.title}`} value={String(i + 1)}>
              {partOf(show, each.title)}
            </option>
          ))}
        </select>
      )}
      <span class="stepper-episode">
        <button
          type="button"
          class="step"
          aria-label={i18n.t(`progress.${unit}.less`, [title])}
          onClick={() => onChange(previousEpisode(parts, progress))}
        >
          −
        </button>
        <input
          class="step-input"
          type="number"
          inputMode="numeric"
          min={0}
          max={episodes}
          aria-label={i18n.t(`progress.${unit}.seen`, [title])}
          value={episode}
          onKeyDown={({ key, currentTarget }) => {
            // Gives up what was typed: once the focus has gone, the browser would take it for a choice.
            if (key === "Escape") currentTarget.value = String(episode);
          }}
          onChange={(event) => {
            const input = event.currentTarget;
            // Emptied: that says nothing.
            if (Number.isNaN(input.valueAsNumber)) {
              input.value = String(episode);
              return;
            }
            const next = upToEpisode(parts, part, input.valueAsNumber);
            // What was typed may be more than there is.
            if (next.state === "watching") input.value = String(next.episode);
            onChange(next);
          }}
        />
        <span class="step-of">{i18n.t("progress.ofEpisodes", [String(episodes)])}</span>
        <button
          type="button"
          class="step"
          aria-label={i18n.t(`progress.${unit}.more`, [title])}
          disabled={watched}
          onClick={() => onMore(nextEpisode(parts, progress))}
        >
          +
        </button>
      </span>
    </div>
  );
}
