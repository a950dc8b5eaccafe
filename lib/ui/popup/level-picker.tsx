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
              aria-describedby="level-note"
              onChange={() => model.setLevel(level)}
            />
            <span>{i18n.t(`level.${level}`)}</span>
          </label>
        ))}
      </div>
      <p id="level-note" class="site-note">
        {chosen && i18n.t(`level.${chosen}Note`)}
      </p>
    </fieldset>
  );
}
