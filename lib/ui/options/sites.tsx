/** Where the shield is off, and where it stays on all the same: hosts and patterns. */
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { entryEdit, exceptionIn, siteEdit } from "../../preferences/site.ts";
import type { OptionsModel } from "./model.ts";
import { siteFrom } from "./site-from.ts";

export function Sites({ model }: { readonly model: OptionsModel }) {
  const { edit, state } = model.settings;
  const [text, setText] = useState("");
  /** How often in a row it was no site that was typed: each time is said anew. */
  const [wrong, setWrong] = useState(0);
  const sites = state.value?.sitesOff ?? [];
  const add = async (on: boolean) => {
    const site = siteFrom(text);
    setWrong(site ? 0 : wrong + 1);
    if (!site) return;
    // What cannot be saved need not be typed again.
    if (await edit({ sites: entryEdit(sites, site, on) })) setText((now) => (now === text ? "" : now));
  };
  return (
    <>
      <p>{i18n.t("sites.about")}</p>
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault();
          void add(false);
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
            aria-invalid={wrong > 0}
            aria-describedby="site-wrong site-help"
            onInput={(event) => {
              setText(event.currentTarget.value);
              setWrong(0);
            }}
          />
        </label>
        <span class="form-buttons">
          <button type="submit" class="button">
            {i18n.t("sites.turnOff")}
          </button>
          <button type="button" class="button quiet" onClick={() => add(true)}>
            {i18n.t("sites.keepOn")}
          </button>
        </span>
      </form>
      {wrong > 0 && (
        <p key={wrong} id="site-wrong" class="note-line wrong" role="alert">
          {i18n.t("sites.wrong")}
        </p>
      )}
      <p id="site-help" class="note-line">
        {i18n.t("sites.help")}
      </p>
      {sites.length === 0 ? (
        <p class="empty">{i18n.t("sites.none")}</p>
      ) : (
        <ul class="plain" aria-label={i18n.t("section.sites")}>
          {sites.map((entry) => (
            <SiteRow key={entry} entry={entry} onRemove={() => edit({ sites: removal(sites, entry) })} />
          ))}
        </ul>
      )}
    </>
  );
}

/** "Turn on again" turns it on, even where a pattern covers the site too; an exception is only forgotten. */
const removal = (sites: readonly string[], entry: string) =>
  exceptionIn(entry) === undefined ? siteEdit(sites, entry, true) : { [entry]: true };

function SiteRow({ entry, onRemove }: { readonly entry: string; readonly onRemove: () => void }) {
  const exception = exceptionIn(entry);
  const kept = exception !== undefined;
  const site = exception ?? entry;
  return (
    <li class="row">
      <span class="row-text">
        <span class="row-title" dir="ltr">
          {site}
        </span>
        <span class="row-facts">
          {site === "*" && `${i18n.t("sites.all")} · `}
          {i18n.t(kept ? "sites.keptOn" : "sites.off")}
        </span>
      </span>
      <button
        type="button"
        class="button quiet"
        aria-label={i18n.t(kept ? "sites.forgetThis" : "sites.removeThis", [site])}
        onClick={onRemove}
      >
        {i18n.t(kept ? "sites.forget" : "sites.remove")}
      </button>
    </li>
  );
}
