/** A change in a few words, for whoever may want to take it back. */
import { i18n } from "#i18n";
import type { Edit, Look } from "../preferences/choices.ts";
import { exceptionIn } from "../preferences/site.ts";
import type { Told } from "./progress/told.ts";
import { progressWords } from "./progress/words.ts";
import { titleOf } from "./show-title.ts";

/** `show` finds a show of the catalog by its id. `before`: what undoes the edit. */
export function describeEdit(edit: Edit, show: (id: string) => Told | undefined, before: Edit = {}): string {
  const shows = Object.entries(edit.shows ?? {});
  const [id, progress = null] = shows[0] ?? [];
  if (shows.length > 1) return i18n.t("change.shows", shows.length);
  if (id !== undefined) {
    const told: Told = show(id) ?? { title: id, parts: [] };
    return i18n.t("change.named", [titleOf(told), progressWords(told, progress)]);
  }

  // Of two entries for one site the one that goes makes room for the one that comes.
  const entries = Object.entries(edit.sites ?? {}).sort(([, a], [, b]) => Number(a) - Number(b));
  const sites = new Set(entries.map(([entry]) => exceptionIn(entry) ?? entry));
  if (sites.size > 1) return i18n.t("change.sites", sites.size);
  const [entry, gone] = entries[0] ?? [];
  if (entry !== undefined) {
    const exception = exceptionIn(entry);
    const site = exception ?? entry;
    const named = site === "*" ? i18n.t("sites.all") : site;
    // What holds at a site that is no exception any more is for the patterns to say.
    if (exception !== undefined && gone) return i18n.t("change.siteForgotten", [named]);
    return i18n.t(exception !== undefined || gone ? "change.siteOn" : "change.siteOff", [named]);
  }

  const rules = Object.values(edit.rules ?? {});
  if (rules.length > 1) return i18n.t("change.rules", rules.length);
  if (rules.length === 1) return i18n.t(rules[0] ? "change.rule" : "change.ruleGone");

  if (edit.pause !== undefined) return i18n.t(edit.pause ? "change.paused" : "change.resumed");
  if (edit.level) return i18n.t("change.named", [i18n.t("level.title"), i18n.t(`level.${edit.level}`)]);
  if (edit.scope) return i18n.t("change.named", [i18n.t("scope.title"), i18n.t(`scope.${edit.scope}`)]);
  if (edit.look) return i18n.t("change.named", [i18n.t("section.look"), lookWords(edit.look, before.look)]);
  if (edit.sections !== undefined) return i18n.t(edit.sections ? "change.sections" : "change.noSections");
  return i18n.t(Object.values(edit.spared ?? {}).includes(true) ? "veil.spare" : "change.judged");
}

/** What of the look is another. */
function lookWords({ style, strength, label }: Look, before: Look | undefined): string {
  if (style !== before?.style) return i18n.t(`look.${style}`);
  if (strength !== before.strength) return i18n.t(`look.strength${strength}`);
  return i18n.t(label ? "look.named" : "look.unnamed");
}
