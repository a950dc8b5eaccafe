/** What an import would change, before anything is written. */
import { Fragment } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { ImportModel, Preview } from "./model.ts";
import { Changes, Kept } from "./rows.tsx";
import { UnrecognisedList } from "./unrecognised.tsx";

interface PreviewProps {
  readonly model: ImportModel;
  readonly preview: Preview;
}

export function PreviewStep({ model, preview }: PreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const plan = model.plan.value;
  if (!plan) return null;
  const { skipped, replace, plain } = model.decisions.value;
  const wanted = plan.changes.filter(({ show }) => !skipped.has(show.id)).length;
  const facts = [
    i18n.t("exchange.entries", preview.count),
    i18n.t("exchange.changes", plan.changes.length),
    ...(plan.same > 0 ? [i18n.t("exchange.same", plan.same)] : []),
    ...(plan.unrecognised.length > 0 ? [i18n.t("exchange.unrecognised", plan.unrecognised.length)] : []),
    ...(preview.broken > 0 ? [i18n.t("exchange.broken", preview.broken)] : []),
  ];
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title" ref={heading} tabIndex={-1}>
        {i18n.t(`exchange.form.${preview.form}`)}
      </h3>
      <p class="preview-facts">
        {facts.map((fact, i) => (
          <Fragment key={fact}>
            {i > 0 && " · "}
            <span>{fact}</span>
          </Fragment>
        ))}
      </p>
      {preview.plain && (
        <fieldset class="preview-plain">
          <legend>{i18n.t("exchange.plain")}</legend>
          {(["completed", "planned"] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="plain"
                checked={plain === value}
                onChange={() => model.decide({ plain: value })}
              />
              {i18n.t(value === "completed" ? "exchange.plainWatched" : "exchange.plainPlanned")}
            </label>
          ))}
        </fieldset>
      )}
      {(plan.kept.length > 0 || replace || preview.form === "backup") && (
        <label class="preview-replace">
          <input
            type="checkbox"
            checked={replace}
            onChange={(event) => model.decide({ replace: event.currentTarget.checked })}
          />
          {i18n.t(preview.form === "backup" ? "exchange.replaceAll" : "exchange.replace")}
        </label>
      )}
      <Changes model={model} rows={plan.changes} />
      <Kept rows={plan.kept} />
      <UnrecognisedList model={model} items={plan.unrecognised} />
      <div class="preview-buttons">
        <button
          type="button"
          class="button strong"
          disabled={model.empty.value}
          onClick={() => model.apply()}
        >
          {wanted > 0 || model.empty.value
            ? i18n.t("exchange.apply", wanted)
            : i18n.t("exchange.applySettings")}
        </button>
        <button type="button" class="button quiet" onClick={() => model.cancel()}>
          {i18n.t("exchange.cancel")}
        </button>
      </div>
    </section>
  );
}
