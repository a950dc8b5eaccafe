/** How sure the shield must be before it hides: three native radio buttons in a row. */

import { i18n } from "#i18n";
import { levels } from "../../detect/levels.ts";
import type { Model } from "./model.ts";

export function LevelPicker({ model }: { readonly model: Model }) {
  const chosen = model.state.value?.level;
  return (
    <fieldset class="levels">
      <legend>{i18n.t("level.title")}</legend>
      <div class="levels-row">
        {levels.map((level) => (
          <label class="level" key={level}>
            <input
              type="radio"
              name="level"
              value={level}
              checked={level === chosen}
              aria-describedby={`note-${level}`}
              onChange={() => model.setLevel(level)}
            />
            <span>{i18n.t(`level.${level}`)}</span>
          </label>
        ))}
      </div>
      {/* Each has its own, which is read to whoever comes there; only one is to be seen. */}
      {levels.map((level) => (
        <p key={level} id={`note-${level}`} class="site-note" hidden={level !== chosen}>
          {i18n.t(`level.${level}Note`)}
        </p>
      ))}
    </fieldset>
  );
}
