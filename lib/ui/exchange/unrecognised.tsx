/** Entries that no show is sure for: the nearest ones are offered, and nothing is taken without the reader's word. */
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { trackerSites } from "../../catalog/types.ts";
import type { MatchShow } from "../../exchange/catalog-index.ts";
import type { Unrecognised } from "../../exchange/plan.ts";
import type { Entry } from "../../exchange/types.ts";
import { partOf } from "../progress/part-name.ts";
import { titleOf } from "../show-title.ts";
import type { ImportModel } from "./model.ts";

/** Most lists name far more shows than the catalog has. */
const drawn = 20;

interface UnrecognisedProps {
  readonly model: ImportModel;
  readonly items: readonly Unrecognised[];
}

export function UnrecognisedList({ model, items }: UnrecognisedProps) {
  const [most, setMost] = useState(drawn);
  const [open, setOpen] = useState(items[0]?.doubt !== "unknown" || items.length <= drawn);
  if (items.length === 0) return null;
  return (
    <details class="unrecognised" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n.t("exchange.unrecognised", items.length)}</summary>
      <p class="note-line">{i18n.t("exchange.unrecognisedNote")}</p>
      <ul>
        {/* Looking up the nearest shows costs time: not for rows that nobody sees. */}
        {(open ? items.slice(0, most) : []).map((item, i) => (
          <Item key={i} model={model} item={item} />
        ))}
      </ul>
      {items.length > most && (
        <button type="button" class="button quiet" onClick={() => setMost(most + drawn)}>
          {i18n.t("exchange.more", items.length - most)}
        </button>
      )}
    </details>
  );
}

function Item({ model, item }: { readonly model: ImportModel; readonly item: Unrecognised }) {
  const { entry, doubt } = item;
  const [offers, setOffers] = useState<readonly MatchShow[]>([]);
  // Looked up after the row is there: it takes some milliseconds, and there are many rows.
  useEffect(() => {
    const timer = setTimeout(() => setOffers(model.nearest(item)));
    return () => clearTimeout(timer);
  }, [model, item]);
  const title = entry.titles[0] ?? i18n.t("exchange.number", [String(idOf(entry))]);
  const choice = model.decisions.value.chosen.get(entry);
  const choose = (value: string) => {
    const chosen = new Map(model.decisions.peek().chosen);
    const [show, part] = value.split(" ");
    if (show) chosen.set(entry, { show, part: part === undefined ? undefined : Number(part) });
    else chosen.delete(entry);
    model.decide({ chosen });
  };
  return (
    <li class="unrecognised-row">
      <span class="change-text">
        <span class="change-title">{title}</span>
        <span class="change-words">{i18n.t(`exchange.doubt.${doubt}`)}</span>
      </span>
      {offers.length > 0 && (
        <select
          class="select"
          aria-label={i18n.t("exchange.offer", [title])}
          value={choice ? [choice.show, choice.part].filter((v) => v !== undefined).join(" ") : ""}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{i18n.t("exchange.leave")}</option>
          {offers.map((show) => (
            <Offer key={show.id} show={show} />
          ))}
        </select>
      )}
    </li>
  );
}

/** What has no title has an id, of any of the trackers. */
function idOf(entry: Entry): number | undefined {
  return trackerSites.map((site) => entry[site]).find((id) => id !== undefined);
}

/** A show with its parts: a list names seasons. */
function Offer({ show }: { readonly show: MatchShow }) {
  const name = titleOf(show);
  if (show.parts.length === 1) return <option value={show.id}>{name}</option>;
  return (
    <optgroup label={name}>
      <option value={show.id}>{i18n.t("exchange.wholeShow", [name])}</option>
      {show.parts.map(({ title }, part) => (
        <option key={title} value={`${show.id} ${part}`}>
          {partOf(show, title)}
        </option>
      ))}
    </optgroup>
  );
}
