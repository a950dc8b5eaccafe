/** What is wrong, said plainly, and what can be done about it; nothing at all while all is well. */
import { i18n } from "#i18n";
import type { StoreProblem } from "../messages.ts";
import { download } from "./download.ts";
import type { Settings } from "./settings.ts";

interface ProblemsProps {
  readonly settings: Settings;
  /** Further lines, as they are. */
  readonly lines?: readonly string[];
}

export function Problems({ settings, lines = [] }: ProblemsProps) {
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
      {problems.map((problem) => (
        <div key={problem.kind} class="note">
          <p class="note-words">{problemWords(problem)}</p>
          <Remedies settings={settings} problem={problem} />
        </div>
      ))}
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
