/** How sure the shield must be before it hides: three native radio buttons in a row. */
import { levels } from "../../detect/levels.ts";
import { strings } from "../strings.ts";
import type { Model } from "./model.ts";

export function LevelPicker({ model }: { readonly model: Model }) {
  const chosen = model.state.value?.level;
  return (
    <fieldset class="levels">
      <legend>{strings.level}</legend>
      <div class="levels-row">
        {levels.map((level) => (
          <label class="level" key={level}>
            <input
              type="radio"
              name="level"
              value={level}
              checked={level === chosen}
              aria-describedby="level-note"
              onChange={() => model.setLevel(level)}
            />
            <span>{strings.levels[level]}</span>
          </label>
        ))}
      </div>
      <p id="level-note" class="site-note">
        {chosen && strings.levelNotes[chosen]}
      </p>
    </fieldset>
  );
}
