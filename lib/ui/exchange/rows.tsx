/** The shows that an import changes, and those that it leaves alone. */
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Row } from "../../exchange/plan.ts";
import { progressWords } from "../progress/words.ts";
import { titleOf } from "../show-title.ts";
import type { ImportModel } from "./model.ts";

/** Nobody reads thousands of rows; those that are not drawn are imported all the same. */
const drawn = 100;

interface ChangesProps {
  readonly model: ImportModel;
  readonly rows: readonly Row[];
}

export function Changes({ model, rows }: ChangesProps) {
  const [most, setMost] = useState(drawn);
  if (rows.length === 0) return <p>{i18n.t("exchange.nothing")}</p>;
  return (
    <>
      {/* Firefox makes a stop for Tab of what scrolls: the rows in it are enough. */}
      <ul class="change-rows" tabIndex={-1}>
        {rows.slice(0, most).map((row) => (
          <ChangeRow key={row.show.id} model={model} row={row} />
        ))}
      </ul>
      {rows.length > most && (
        <button type="button" class="button quiet" onClick={() => setMost(most + 10 * drawn)}>
          {i18n.t("exchange.more", rows.length - most)}
        </button>
      )}
    </>
  );
}

function ChangeRow({ model, row }: { readonly model: ImportModel; readonly row: Row }) {
  const { show, from, to, beyond } = row;
  const { skipped, beyond: chosen } = model.decisions.value;
  const toggled = (set: ReadonlySet<string>, on: boolean) => {
    const next = new Set(set);
    if (on) next.add(show.id);
    else next.delete(show.id);
    return next;
  };
  return (
    <li class="change-row">
      <label>
        <input
          type="checkbox"
          checked={!skipped.has(show.id)}
          onChange={(event) => model.decide({ skipped: toggled(skipped, !event.currentTarget.checked) })}
        />
        <span class="change-text">
          <span class="change-title">{titleOf(show)}</span>
          {from ? (
            <FromTo from={progressWords(show, from)} to={progressWords(show, to)} />
          ) : (
            <span class="change-words">{progressWords(show, to)}</span>
          )}
        </span>
      </label>
      {beyond && (
        <label class="change-beyond">
          <input
            type="checkbox"
            checked={chosen.has(show.id)}
            onChange={(event) => model.decide({ beyond: toggled(chosen, event.currentTarget.checked) })}
          />
          {i18n.t("exchange.beyond", [progressWords(show, beyond)])}
        </label>
      )}
    </li>
  );
}

/** A line through the old words cannot be heard. */
function FromTo({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <span class="change-words" aria-hidden="true">
        <s>{from}</s> {to}
      </span>
      <span class="sr-only">{i18n.t("exchange.fromTo", [from, to])}</span>
    </>
  );
}

export function Kept({ rows }: { readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <details class="kept">
      <summary>{i18n.t("exchange.kept", rows.length)}</summary>
      <ul>
        {rows.slice(0, 10 * drawn).map(({ show, from, to }) => (
          <li key={show.id}>
            {i18n.t("exchange.keptRow", [
              titleOf(show),
              progressWords(show, from ?? null),
              progressWords(show, to),
            ])}
          </li>
        ))}
      </ul>
    </details>
  );
}
