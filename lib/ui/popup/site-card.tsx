/** The page in front of the reader: site switch, number of veils, reveal and hide; or that the shield is paused. */
import { i18n } from "#i18n";
import { pauseWords } from "../pause-words.ts";
import { Switch } from "../switch.tsx";
import type { Model } from "./model.ts";

export function SiteCard({ model }: { readonly model: Model }) {
  const page = model.page.value;
  const host = page?.host;
  const off = model.offBy.value !== undefined;
  const pause = model.state.value?.pause ?? null;
  const paused = model.paused.value;
  // A file of one's own has no site, and is shielded all the same.
  const isPage = page !== undefined && (host !== undefined || page.veils > 0 || page.revealed);
  // Until it is known whether there is a page their place is kept: nothing jumps where there is one.
  const shown = page === undefined || isPage || paused;
  return (
    <section class="site" data-off={off || paused} aria-label={i18n.t("page.this")}>
      <div class="site-head">
        <div class="site-text">
          <span class="site-host">{host ?? i18n.t(isPage ? "page.this" : "page.none")}</span>
          {/* What "reveal all" and the switches do is announced. */}
          <span class="site-note" role="status" id="site-note">
            {paused && pause ? pauseWords(pause) : note(model)}
          </span>
          {!paused && page !== undefined && page.rules > 0 && (
            <span class="site-note">{i18n.t("page.byRules", page.rules)}</span>
          )}
        </div>
        {/* Without the choices it would show "on" for a moment where it is off. */}
        {host !== undefined && !paused && model.state.value && (
          <Switch on={!off} name={i18n.t("page.shield")} onToggle={(on) => model.setSite(on)} />
        )}
      </div>
      {shown && <Actions model={model} idle={off || !isPage} />}
    </section>
  );
}

/** `idle`: there is nothing that could be revealed or hidden. */
function Actions({ model, idle }: { readonly model: Model; readonly idle: boolean }) {
  const page = model.page.value;
  // The note above says so.
  const bare = page?.veils === 0;
  const revealed = page?.revealed === true;
  return (
    <div class="site-actions">
      {model.paused.value ? (
        <button type="button" class="button" onClick={() => model.resume()}>
          {i18n.t("pause.resume")}
        </button>
      ) : (
        <>
          <button
            type="button"
            class="button"
            disabled={idle}
            // Not `disabled` as well: what is pressed would lose the focus by it.
            aria-disabled={bare}
            aria-describedby={bare ? "site-note" : undefined}
            onClick={() => bare || model.command("reveal-all")}
          >
            {i18n.t("page.revealAll")}
          </button>
          <button
            type="button"
            class="button quiet"
            disabled={idle}
            aria-disabled={!revealed}
            title={revealed || idle ? undefined : i18n.t("page.noneRevealed")}
            onClick={() => revealed && model.command("hide-again")}
          >
            {i18n.t("page.hideAgain")}
          </button>
        </>
      )}
    </div>
  );
}

function note(model: Model): string {
  const page = model.page.value;
  const by = model.offBy.value;
  if (by === "*") return i18n.t("sites.offAll");
  if (by !== undefined) return by === page?.host ? i18n.t("page.off") : i18n.t("page.offBy", [by]);
  if (page && page.veils > 0) return i18n.t("page.hidden", page.veils);
  if (page?.revealed) return i18n.t("page.allRevealed");
  return page?.host === undefined ? i18n.t("page.noneHint") : i18n.t("page.clean");
}
