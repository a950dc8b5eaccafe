/** Where the shield is off: hosts and patterns. */
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { OptionsModel } from "./model.ts";
import { siteFrom } from "./site-from.ts";

export function Sites({ model }: { readonly model: OptionsModel }) {
  const { edit, state } = model.settings;
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const sites = state.value?.sitesOff ?? [];
  return (
    <>
      <p>{i18n.t("sites.about")}</p>
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault();
          const site = siteFrom(text);
          setWrong(!site);
          if (!site) return;
          setText("");
          void edit({ sites: { [site]: false } });
        }}
      >
        <label class="field grow">
          <span>{i18n.t("sites.add")}</span>
          <input
            class="input"
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            placeholder={i18n.t("sites.example")}
            value={text}
            aria-invalid={wrong}
            aria-describedby="site-help"
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {i18n.t("sites.turnOff")}
        </button>
      </form>
      <p id="site-help" class="note-line" role={wrong ? "alert" : undefined}>
        {i18n.t(wrong ? "sites.wrong" : "sites.help")}
      </p>
      {sites.length === 0 ? (
        <p class="empty">{i18n.t("sites.none")}</p>
      ) : (
        <ul class="plain" aria-label={i18n.t("section.sites")}>
          {sites.map((site) => (
            <li key={site} class="row">
              <span class="row-text" dir="ltr">
                {site}
              </span>
              <button
                type="button"
                class="button quiet"
                aria-label={i18n.t("sites.removeThis", [site])}
                onClick={() => edit({ sites: { [site]: true } })}
              >
                {i18n.t("sites.remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
