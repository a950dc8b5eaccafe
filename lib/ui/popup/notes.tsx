/** What is wrong with the store, with the popup itself, and on the page. */
import { i18n } from "#i18n";
import { mostRules } from "../../catalog/rule.ts";
import { Problems } from "../problems.tsx";
import type { Model } from "./model.ts";

export function Notes({ model }: { readonly model: Model }) {
  const why = model.noRule.value;
  // Where there is no page, nothing can be selected.
  const hint = i18n.t(model.page.value?.host === undefined ? "page.noneHint" : "page.missedHint");
  const words = {
    full: i18n.t("rules.full", mostRules),
    known: i18n.t("rules.known"),
    nothingSelected: hint,
  };
  const lines = why ? [words[why]] : [];
  return <Problems settings={model.settings} lines={lines} onPage={model.page.value?.problems ?? []} />;
}
