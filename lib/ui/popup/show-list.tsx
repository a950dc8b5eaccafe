/** The catalog: shows of this page first, then all others; or what the search has found. */
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { CatalogShow, Model } from "./model.ts";
import { ShowRow } from "./show-row.tsx";

export function ShowList({ model }: { readonly model: Model }) {
  const { here, rest, searching } = model.lists.value;
  const title = searching
    ? i18n.t("shows.results")
    : here.length > 0
      ? i18n.t("shows.others")
      : i18n.t("shows.all");
  return (
    // Firefox makes a stop for Tab of what scrolls, and it would have no name: the rows in it are enough.
    <div class="shows" tabIndex={-1}>
      <p class="sr-only" role="status">
        {searching ? i18n.t("shows.found", rest.length) : ""}
      </p>
      {here.length > 0 && <Section id="here" title={i18n.t("shows.onThisPage")} shows={here} model={model} />}
      {rest.length > 0 && <Section id="rest" title={title} shows={rest} model={model} />}
      {searching && rest.length === 0 && <NoShow model={model} />}
    </div>
  );
}

/** The catalog lacks it, or calls it otherwise. */
function NoShow({ model }: { readonly model: Model }) {
  const isRule = model.isRule.value;
  return (
    <div class="empty">
      <strong>{i18n.t("shows.none")}</strong>
      <p>{i18n.t(isRule ? "rules.known" : "shows.noneHint")}</p>
      {isRule === false && (
        <button type="button" class="button" onClick={() => model.ruleFromSearch()}>
          {i18n.t("shows.makeRule", [model.query.value.trim()])}
        </button>
      )}
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly shows: readonly CatalogShow[];
  readonly model: Model;
}

/** As many rows as the popup shows at once: these come with the first frame, which each of them puts off. */
const first = 7;
/** So many more come whenever nothing else is to be done, until all of them stand there. */
const more = 60;

function Section({ id, title, shows, model }: SectionProps) {
  const [count, setCount] = useState(first);
  const whole = count >= shows.length;
  useEffect(() => {
    if (whole) return;
    const timer = setTimeout(() => setCount(count + more));
    return () => clearTimeout(timer);
  }, [whole, count]);
  // All rows stand in the document, so that the browser's find and assistive technology reach them; those out of
  // sight cost next to nothing thanks to content-visibility.
  return (
    <section aria-labelledby={`${id}-title`}>
      <div class="section-head">
        <h2 id={`${id}-title`}>
          {title} <span class="section-count">{shows.length}</span>
        </h2>
        <span id={`${id}-watched`} class="section-column">
          {i18n.t("progress.watched")}
        </span>
        <span id={`${id}-read`} hidden>
          {i18n.t("progress.chapters.watched")}
        </span>
      </div>
      <ul>
        {(whole ? shows : shows.slice(0, count)).map((show) => (
          <ShowRow key={show.id} show={show} model={model} heading={id} />
        ))}
      </ul>
    </section>
  );
}
