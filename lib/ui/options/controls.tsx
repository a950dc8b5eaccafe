/**
 * Radio buttons and check boxes, each with a line that says what it means. Native, so that they work as people know.
 */
interface RadiosProps<V extends string> {
  /** The form's name for them. */
  readonly name: string;
  readonly legend: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly words: string; readonly note?: string }[];
  readonly onChange: (value: V) => void;
}

export function Radios<V extends string>({ name, legend, value, options, onChange }: RadiosProps<V>) {
  return (
    <fieldset class="card radios">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span class="choice-text">
            <span>{option.words}</span>
            {option.note && <span class="note-line">{option.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckProps {
  readonly words: string;
  readonly note?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Check({ words, note, on, onChange }: CheckProps) {
  return (
    <div class="card">
      <label class="choice">
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span class="choice-text">
          <span>{words}</span>
          {note && <span class="note-line">{note}</span>}
        </span>
      </label>
    </div>
  );
}
