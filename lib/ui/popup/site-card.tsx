/** The page in front of the reader: site switch, number of veils, reveal and hide. */
import { i18n } from "#i18n";
import { Switch } from "../switch.tsx";
import type { Model } from "./model.ts";

export function SiteCard({ model }: { readonly model: Model }) {
  const page = model.page.value;
  const host = page?.host;
  const off = host !== undefined && (model.state.value?.sitesOff.includes(host) ?? false);
  const idle = off || !(page && (host !== undefined || page.veils > 0));
  return (
    <section class="site" data-off={off} aria-label={i18n.t("page.this")}>
      <div class="site-head">
        <div class="site-text">
          <span class="site-host">{host ?? i18n.t("page.none")}</span>
          <span class="site-note">{note(model, off)}</span>
        </div>
        {host !== undefined && (
          <Switch on={!off} name={i18n.t("page.shield")} onToggle={(on) => model.setSite(on)} />
        )}
      </div>
      <div class="site-actions">
        <button type="button" class="button" disabled={idle} onClick={() => model.command("reveal-all")}>
          {i18n.t("page.revealAll")}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={idle}
          onClick={() => model.command("hide-again")}
        >
          {i18n.t("page.hideAgain")}
        </button>
      </div>
    </section>
  );
}

function note(model: Model, off: boolean): string {
  const page = model.page.value;
  if (off) return i18n.t("page.off");
  if (page && page.veils > 0) return i18n.t("page.hidden", page.veils);
  return page?.host === undefined ? i18n.t("page.noneHint") : i18n.t("page.clean");
}
