/** What is wrong, said plainly; nothing at all while all is well. */
import { i18n } from "#i18n";
import type { StoreProblem } from "../messages.ts";
import type { Failure } from "./settings.ts";

interface ProblemsProps {
  readonly failure: Failure | undefined;
  readonly problems: readonly StoreProblem[];
  /** Further lines, as they are. */
  readonly lines?: readonly string[];
}

export function Problems({ failure, problems, lines = [] }: ProblemsProps) {
  const all = [...(failure ? [i18n.t(`problem.${failure}`)] : []), ...problems.map(problemWords), ...lines];
  // The region stands there from the start: assistive technology announces what is added to it.
  return (
    <div class="notes" role="status">
      {all.map((line) => (
        <p key={line} class="note">
          {line}
        </p>
      ))}
    </div>
  );
}

function problemWords(problem: StoreProblem): string {
  return problem.kind === "damaged"
    ? i18n.t("problem.damaged", problem.rows)
    : i18n.t(`problem.${problem.kind}`);
}
