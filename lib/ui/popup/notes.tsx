/** What is wrong with the store, with the popup itself, and on the page. */
import { Problems } from "../problems.tsx";
import type { Model } from "./model.ts";

export function Notes({ model }: { readonly model: Model }) {
  return (
    <Problems
      failure={model.failure.value}
      problems={model.state.value?.problems ?? []}
      lines={model.page.value?.problems ?? []}
    />
  );
}
