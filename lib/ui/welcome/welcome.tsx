/** The first page that somebody sees: what it does, one to try, and "say what you have watched". */
import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import type { Say } from "../../page/words.ts";
import { defaults } from "../../preferences/choices.ts";
import { byFinger } from "../by-finger.ts";
import { Importer } from "../exchange/importer.tsx";
import { ShieldIcon } from "../icons.tsx";
import type { LoadExchange } from "../options/lists.tsx";
import type { CatalogShow } from "../popup/model.ts";
import { Problems } from "../problems.tsx";
import { SampleVeil } from "../sample-veil.tsx";
import type { Settings } from "../settings.ts";
import { UndoToast } from "../undo-toast.tsx";

interface WelcomeProps {
  readonly settings: Settings;
  readonly catalog: readonly CatalogShow[];
  readonly say: Say;
  readonly load: LoadExchange;
  /** Address of the options page. */
  readonly optionsPage: string;
  /** There is no toolbar: extensions are items of the browser's menu. */
  readonly inMenu: boolean;
}

export function Welcome({ settings, catalog, say, load, optionsPage, inMenu }: WelcomeProps) {
  useEffect(() => {
    document.title = i18n.t("app.name");
  }, []);
  const state = settings.state.value;
  return (
    <div class="welcome">
      <header>
        <p class="brand">
          <ShieldIcon />
          {i18n.t("app.name")}
        </p>
        <h1>{i18n.t("welcome.title")}</h1>
        <p class="lead">{i18n.t("welcome.what")}</p>
      </header>
      <main>
        <Problems settings={settings} />
        <section aria-label={i18n.t("sample.name")}>
          <SampleVeil look={state?.look ?? defaults.look} say={say} />
          <p class="note-line">{i18n.t(byFinger() ? "welcome.tryTouch" : "welcome.try")}</p>
        </section>
        <section aria-labelledby="tell">
          <h2 id="tell">{i18n.t("welcome.tell")}</h2>
          <p>{i18n.t("welcome.tellNote")}</p>
          <Importer choices={state} apply={settings.edit} load={load} />
          <a class="button quiet" href={optionsPage}>
            {i18n.t("welcome.mark")}
          </a>
        </section>
      </main>
      <footer>
        <p>{i18n.t(inMenu ? "welcome.whereMenu" : "welcome.where")}</p>
        <p>{i18n.t("welcome.private")}</p>
      </footer>
      <UndoToast settings={settings} show={(id) => catalog.find((show) => show.id === id)} />
    </div>
  );
}
