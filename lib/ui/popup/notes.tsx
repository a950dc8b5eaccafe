/** What is wrong with the store, with the popup itself, and on the page. */
import { i18n } from "#i18n";
import { Problems } from "../problems.tsx";
import type { Model } from "./model.ts";

export function Notes({ model }: { readonly model: Model }) {
  const lines = model.nothingSelected.value ? [i18n.t("page.missedHint")] : [];
  return <Problems settings={model.settings} lines={lines} onPage={model.page.value?.problems ?? []} />;
}
