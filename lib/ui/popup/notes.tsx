/** What is wrong with the store, with the popup itself, and on the page. */
import { i18n } from "#i18n";
import { mostRules } from "../../catalog/rule.ts";
import { Problems } from "../problems.tsx";
import type { Model } from "./model.ts";

export function Notes({ model }: { readonly model: Model }) {
  const why = model.noRule.value;
  const lines = why ? [why === "full" ? i18n.t("rules.full", mostRules) : i18n.t("page.missedHint")] : [];
  return <Problems settings={model.settings} lines={lines} onPage={model.page.value?.problems ?? []} />;
}
