/** The page in front of the reader: site switch, number of veils, reveal and hide. */
import { hiddenPassages, strings } from "../strings.ts";
import { Switch } from "../switch.tsx";
import type { Model } from "./model.ts";

export function SiteCard({ model }: { readonly model: Model }) {
  const page = model.page.value;
  const host = page?.host;
  const off = host !== undefined && (model.state.value?.sitesOff.includes(host) ?? false);
  const idle = off || !(page && (host !== undefined || page.veils > 0));
  return (
    <section class="site" data-off={off} aria-label={strings.thisPage}>
      <div class="site-head">
        <div class="site-text">
          <span class="site-host">{host ?? strings.noPage}</span>
          <span class="site-note">{note(model, off)}</span>
        </div>
        {host !== undefined && <Switch on={!off} name={strings.site} onToggle={(on) => model.setSite(on)} />}
      </div>
      <div class="site-actions">
        <button type="button" class="button" disabled={idle} onClick={() => model.command("reveal-all")}>
          {strings.revealAll}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={idle}
          onClick={() => model.command("hide-again")}
        >
          {strings.hideAgain}
        </button>
      </div>
    </section>
  );
}

function note(model: Model, off: boolean): string {
  const page = model.page.value;
  if (off) return strings.siteOff;
  if (page && page.veils > 0) return hiddenPassages(page.veils);
  return page?.host === undefined ? strings.noPageHint : strings.nothingHidden;
}
