/** What is wrong, said plainly, and what can be done about it; nothing at all while all is well. */
import { i18n } from "#i18n";
import type { PageProblem, StoreProblem } from "../messages.ts";
import { download } from "./download.ts";
import type { Settings } from "./settings.ts";

interface ProblemsProps {
  readonly settings: Settings;
  /** Further lines, as they are. */
  readonly lines?: readonly string[];
  /** What went wrong on the page that is spoken of. */
  readonly onPage?: readonly PageProblem[];
}

export function Problems({ settings, lines = [], onPage = [] }: ProblemsProps) {
  const failure = settings.failure.value;
  const problems = settings.state.value?.problems ?? [];
  const all = [...(failure ? [i18n.t(`problem.${failure}`)] : []), ...lines];
  // The region stands there from the start: assistive technology announces what is added to it.
  return (
    <div class="notes" role="status">
      {all.map((line) => (
        <p key={line} class="note">
          {line}
        </p>
      ))}
      {(["reading", "hiding"] as const).map((kind) => (
        <OnPage key={kind} kind={kind} problems={onPage.filter((problem) => problem.kind === kind)} />
      ))}
      {problems.map((problem) => (
        <div key={problem.kind} class="note">
          <p class="note-words">{problemWords(problem)}</p>
          <Remedies settings={settings} problem={problem} />
        </div>
      ))}
    </div>
  );
}

interface OnPageProps {
  readonly kind: PageProblem["kind"];
  readonly problems: readonly PageProblem[];
}

/** In our words what it means, and in the browser's what it was: for whoever reports it. */
function OnPage({ kind, problems }: OnPageProps) {
  if (problems.length === 0) return null;
  return (
    <div class="note">
      <p class="note-words">{i18n.t(`problem.${kind}`)}</p>
      <details>
        <summary>{i18n.t("problem.details")}</summary>
        {problems.map(({ detail }) => (
          <code key={detail} class="note-detail" lang="en" dir="ltr">
            {detail}
          </code>
        ))}
      </details>
    </div>
  );
}

function problemWords(problem: StoreProblem): string {
  return problem.kind === "damaged"
    ? i18n.t("problem.damaged", problem.rows)
    : i18n.t(`problem.${problem.kind}`);
}

function Remedies({ settings, problem }: { readonly settings: Settings; readonly problem: StoreProblem }) {
  if (problem.kind === "lost")
    return (
      <div class="note-actions">
        <button type="button" class="button quiet" onClick={() => settings.dismiss()}>
          {i18n.t("problem.dismiss")}
        </button>
      </div>
    );
  // What a repair has left can only be removed.
  const beyond = problem.kind === "damaged" && settings.repaired.value;
  const save = async () => {
    const copy = await settings.copy();
    if (copy) download(new File([copy.text], copy.name, { type: "application/json" }));
  };
  return (
    <div class="note-actions">
      <button type="button" class="button quiet" onClick={save}>
        {i18n.t("problem.copy")}
      </button>
      <button
        type="button"
        class="button quiet"
        onClick={() => (beyond ? settings.discard() : settings.repair())}
      >
        {i18n.t(beyond ? "problem.discard" : "problem.repair")}
      </button>
    </div>
  );
}
