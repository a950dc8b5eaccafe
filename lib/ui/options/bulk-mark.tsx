/** One state for all shows that are listed: one change, which can be undone as one. */
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type ProgressState, states } from "../progress/picker.tsx";
import type { OptionsModel } from "./model.ts";

export function BulkMark({ model }: { readonly model: OptionsModel }) {
  const [state, setState] = useState<ProgressState>("watched");
  return (
    <form
      class="bulk"
      onSubmit={(event) => {
        event.preventDefault();
        void model.markListed(state);
      }}
    >
      <label class="inline">
        <span>{i18n.t("bulk.mark", model.listed.value.length)}</span>
        <select
          class="select"
          value={state}
          onChange={(event) => setState(event.currentTarget.value as ProgressState)}
        >
          {/* Episodes differ from show to show. */}
          {states
            .filter((each) => each !== "watching")
            .map((each) => (
              <option key={each} value={each}>
                {i18n.t(`progress.${each}`)}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" class="button">
        {i18n.t("bulk.apply")}
      </button>
    </form>
  );
}
