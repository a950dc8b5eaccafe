/** What is stored, what of it was damaged, and how to be rid of it. */
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { exceptionIn } from "../../preferences/site.ts";
import type { OptionsModel } from "./model.ts";

export function Data({ model }: { readonly model: OptionsModel }) {
  const { settings } = model;
  const [asking, setAsking] = useState(false);
  const [erased, setErased] = useState(false);
  const state = settings.state.value;
  if (!state) return null;
  const damaged = state.problems.flatMap((problem) => (problem.kind === "damaged" ? [problem.rows] : []))[0];
  const kept = state.sitesOff.filter((entry) => exceptionIn(entry) !== undefined).length;
  const stored = [
    i18n.t("data.shows", Object.keys(state.shows).length),
    i18n.t("data.rules", state.rules.length),
    i18n.t("data.sites", state.sitesOff.length - kept),
    ...(kept > 0 ? [i18n.t("data.sitesOn", kept)] : []),
    ...(state.spared.length > 0 ? [i18n.t("data.spared", state.spared.length)] : []),
  ];
  return (
    <>
      <p>{i18n.t("data.where")}</p>
      <h3>{i18n.t("data.stored")}</h3>
      {/* Where everything is erased, this is what says so. */}
      <div role="status">
        {erased && <p>{i18n.t("data.erased")}</p>}
        <ul>
          {stored.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>{i18n.t("data.settings")}</li>
          {state.lastChange && <li>{i18n.t("data.history")}</li>}
          {damaged !== undefined && <li>{i18n.t("data.damaged", damaged)}</li>}
        </ul>
      </div>
      <h3>{i18n.t("data.erase")}</h3>
      <p>
        {i18n.t("data.eraseNote")} <a href="#lists">{i18n.t("section.lists")}</a>
      </p>
      {asking ? (
        <fieldset class="confirm" onKeyDown={({ key }) => key === "Escape" && setAsking(false)}>
          <legend>{i18n.t("data.sure")}</legend>
          <button
            type="button"
            class="button danger"
            onClick={() => {
              setAsking(false);
              void settings.erase().then(setErased);
            }}
          >
            {i18n.t("data.eraseNow")}
          </button>
          {/* It has the focus: a key that is held down must not erase anything. */}
          <button type="button" class="button quiet" ref={focusOnce} onClick={() => setAsking(false)}>
            {i18n.t("data.keep")}
          </button>
        </fieldset>
      ) : (
        <button type="button" class="button danger" onClick={() => setAsking(true)}>
          {i18n.t("data.eraseAll")}
        </button>
      )}
    </>
  );
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
