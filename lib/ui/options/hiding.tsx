/** How much is hidden: how sure the shield must be, of which shows, and whole sections or not. */
import { i18n } from "#i18n";
import { levels } from "../../detect/levels.ts";
import { scopes } from "../../preferences/choices.ts";
import { Check, Radios } from "./controls.tsx";
import type { OptionsModel } from "./model.ts";

export function Hiding({ model }: { readonly model: OptionsModel }) {
  const { edit, state } = model.settings;
  const choices = state.value;
  if (!choices) return null;
  return (
    <>
      <Radios
        name="level"
        legend={i18n.t("level.title")}
        value={choices.level}
        options={levels.map((level) => ({
          value: level,
          words: i18n.t(`level.${level}`),
          note: i18n.t(`level.${level}Note`),
        }))}
        onChange={(level) => edit({ level })}
      />
      <Radios
        name="scope"
        legend={i18n.t("scope.title")}
        value={choices.scope}
        options={scopes.map((scope) => ({
          value: scope,
          words: i18n.t(`scope.${scope}`),
          note: i18n.t(`scope.${scope}Note`),
        }))}
        onChange={(scope) => edit({ scope })}
      />
      <Check
        words={i18n.t("sections.title")}
        note={i18n.t("sections.note")}
        on={choices.sections}
        onChange={(sections) => edit({ sections })}
      />
      {choices.spared.length > 0 && (
        <div class="card">
          <p>{i18n.t("spared.count", choices.spared.length)}</p>
          <button
            type="button"
            class="button quiet"
            onClick={() => edit({ spared: Object.fromEntries(choices.spared.map((key) => [key, false])) })}
          >
            {i18n.t("spared.clear")}
          </button>
        </div>
      )}
    </>
  );
}
