/** Files to take away: our own backup, and the forms that we read. */
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Choices } from "../../preferences/choices.ts";
import { download } from "../download.ts";
import type { Engine, SavedForm } from "./engine.ts";

interface ExporterProps {
  readonly choices: Choices | undefined;
  readonly load: () => Promise<Engine>;
}

const forms: readonly SavedForm[] = ["backup", "mal", "malPacked", "anilist", "kitsu", "titles"];

export function Exporter({ choices, load }: ExporterProps) {
  const [failed, setFailed] = useState(false);
  const save = async (form: SavedForm) => {
    if (!choices) return;
    try {
      const { file } = await load();
      download(await file(form, choices));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="exporter">
      <ul>
        {forms.map((form) => (
          <li key={form} class="export-row">
            <span class="change-text">
              <span class="change-title" id={`export-${form}`}>
                {i18n.t(`exchange.save.${form}`)}
              </span>
              <span class="change-words">{i18n.t(`exchange.saveNote.${form}`)}</span>
            </span>
            <button
              type="button"
              class="button quiet"
              disabled={!choices}
              id={`save-${form}`}
              aria-labelledby={[`save-${form}`, `export-${form}`].join(" ")}
              onClick={() => save(form)}
            >
              {i18n.t("exchange.saveFile")}
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p class="note" role="alert">
          {i18n.t("exchange.notSaved")}
        </p>
      )}
    </div>
  );
}
