/** Words, state, format and years that the list of shows is narrowed to. */
import { i18n } from "#i18n";
import { type Format, formats } from "../../catalog/types.ts";
import { SearchIcon } from "../icons.tsx";
import { states } from "../progress/picker.tsx";
import { type Filter, noFilter, type OptionsModel, type StateFilter } from "./model.ts";

export function Filters({ model }: { readonly model: OptionsModel }) {
  const filter = model.filter.value;
  const set = (change: Partial<Filter>) => {
    model.filter.value = { ...filter, ...change };
  };
  const stateFilters: readonly StateFilter[] = ["all", "mine", ...states];
  return (
    <search class="filters">
      <div class="search">
        <SearchIcon />
        <input
          type="search"
          aria-label={i18n.t("shows.search")}
          placeholder={i18n.t("shows.searchHint", model.catalog.length)}
          autocomplete="off"
          spellcheck={false}
          value={filter.words}
          onInput={(event) => set({ words: event.currentTarget.value })}
        />
      </div>
      <Choice
        label={i18n.t("filter.state")}
        value={filter.state}
        options={stateFilters.map((state) => [
          state,
          state === "all" || state === "mine" ? i18n.t(`filter.${state}`) : i18n.t(`progress.${state}`),
        ])}
        onChange={(value) => set({ state: value as StateFilter })}
      />
      <Choice
        label={i18n.t("filter.format")}
        value={filter.format}
        options={(["all", ...formats] as const).map((format) => [
          format,
          format === "all" ? i18n.t("filter.all") : i18n.t(`format.${format}`),
        ])}
        onChange={(value) => set({ format: value as Format | "all" })}
      />
      {model.studios.length > 0 && (
        <Choice
          label={i18n.t("filter.studio")}
          value={filter.studio}
          options={[["all", i18n.t("filter.all")], ...model.studios]}
          onChange={(studio) => set({ studio })}
        />
      )}
      <div class="years">
        <Year label={i18n.t("filter.from")} value={filter.from} onChange={(from) => set({ from })} />
        <Year label={i18n.t("filter.to")} value={filter.to} onChange={(to) => set({ to })} />
      </div>
    </search>
  );
}

/** Stands with what was found, not with the filters: there it would push the list down while a word is typed. */
export function ClearFilter({ model }: { readonly model: OptionsModel }) {
  const filter = model.filter.value;
  const isNarrow = Object.entries(noFilter).some(([key, value]) => filter[key as keyof Filter] !== value);
  if (!isNarrow) return null;
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => {
        model.filter.value = noFilter;
      }}
    >
      {i18n.t("filter.clear")}
    </button>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface YearProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (year: string) => void;
}

function Year({ label, value, onChange }: YearProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="input year"
        type="text"
        inputMode="numeric"
        maxLength={4}
        autocomplete="off"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
