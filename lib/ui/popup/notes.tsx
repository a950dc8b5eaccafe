/** What is wrong, said plainly; nothing at all while all is well. */
import type { StoreProblem } from "../../messages.ts";
import { damagedRows, strings } from "../strings.ts";
import type { Model } from "./model.ts";

export function Notes({ model }: { readonly model: Model }) {
  const failure = model.failure.value;
  const lines = [
    ...(failure ? [strings[failure]] : []),
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
  return problem.kind === "damaged" ? damagedRows(problem.rows) : strings[problem.kind];
}
