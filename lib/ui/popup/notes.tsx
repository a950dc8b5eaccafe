/** What is wrong, said plainly; nothing at all while all is well. */

import { i18n } from "#i18n";
import type { StoreProblem } from "../../messages.ts";
import type { Model } from "./model.ts";

export function Notes({ model }: { readonly model: Model }) {
  const failure = model.failure.value;
  const lines = [
    ...(failure ? [i18n.t(`problem.${failure}`)] : []),
    ...(model.state.value?.problems ?? []).map(words),
    ...(model.page.value?.problems ?? []),
  ];
  // The region stands there from the start: assistive technology announces what is added to it.
  return (
    <div class="notes" role="status">
      {lines.map((line) => (
        <p key={line} class="note">
          {line}
        </p>
      ))}
    </div>
  );
}

function words(problem: StoreProblem): string {
  return problem.kind === "damaged"
    ? i18n.t("problem.damaged", problem.rows)
    : i18n.t(`problem.${problem.kind}`);
}
