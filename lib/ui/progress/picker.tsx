/** A show's progress: the state in a menu, and after it, while the show is being watched, how far. */
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import { titleOf } from "../show-title.ts";
import { Stepper } from "./stepper.tsx";
import { type Told, unitOf } from "./told.ts";
import { stateWords } from "./words.ts";

/** "none": no row at all, so not on the list. */
export const states = ["none", "planned", "watching", "watched", "open"] as const;
export type ProgressState = (typeof states)[number];

interface PickerProps {
  readonly show: Told;
  readonly progress: Progress | undefined;
  readonly onChange: (progress: Progress | null) => void;
  /** One episode more. */
  readonly onMore: (progress: Progress) => void;
}

export function ProgressPicker({ show, progress, onChange, onMore }: PickerProps) {
  const { parts } = show;
  const state = progress?.state ?? "none";
  // A film has no episode to stop at.
  const single = parts.length === 1 && parts[0]?.episodes === 1;
  return (
    <div class="progress">
      <select
        class="select"
        aria-label={i18n.t(unitOf(show) === "chapters" ? "progress.chapters.stateOf" : "progress.stateOf", [
          titleOf(show),
        ])}
        value={state}
        onChange={(event) => onChange(progressFor(event.currentTarget.value as ProgressState))}
      >
        {states
          .filter((each) => each !== "watching" || !single || state === "watching")
          .map((each) => (
            <option key={each} value={each}>
              {stateWords(show, each)}
            </option>
          ))}
      </select>
      {state === "watching" && (
        <Stepper show={show} progress={progress} onChange={onChange} onMore={onMore} />
      )}
    </div>
  );
}

/** What is meant by choosing a state: "watching" begins before the first episode, for that one may be still to come. */
export function progressFor(state: ProgressState): Progress | null {
  if (state === "none") return null;
  return state === "watching" ? { state, part: 1, episode: 0 } : { state };
}
