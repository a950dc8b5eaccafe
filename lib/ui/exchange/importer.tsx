/** Import of a list: choose a file or paste, look at what it would change, say yes. */
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { Choices, Edit } from "../../preferences/choices.ts";
import { Chooser } from "./chooser.tsx";
import type { Engine } from "./engine.ts";
import { createImport, type ImportModel } from "./model.ts";
import { PreviewStep } from "./preview.tsx";

interface ImporterProps {
  /** The choices as they are; undefined until they are known. */
  readonly choices: Choices | undefined;
  /** Writes the one edit; resolves to whether it was saved. */
  readonly apply: (edit: Edit) => Promise<boolean>;
  /** `() => import("…/engine.ts")`: nothing of it is loaded before somebody begins. */
  readonly load: () => Promise<Engine>;
}

export function Importer({ choices, apply, load }: ImporterProps) {
  // The model outlives renders; what it calls is always the latest.
  const latest = useRef({ apply, load });
  latest.current = { apply, load };
  const model = useMemo(
    () => createImport({ load: () => latest.current.load(), apply: (edit) => latest.current.apply(edit) }),
    [],
  );
  useLayoutEffect(() => {
    model.choices.value = choices;
  }, [model, choices]);
  useEffect(() => {
    addEventListener("dragover", refuseFiles);
    addEventListener("drop", refuseFiles);
    return () => {
      removeEventListener("dragover", refuseFiles);
      removeEventListener("drop", refuseFiles);
    };
  }, []);
  return (
    <div class="importer">
      <Steps model={model} />
    </div>
  );
}

/** A file that misses its place: the browser would open it instead. Dragged text is left to the fields. */
function refuseFiles(event: DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}

function Steps({ model }: { readonly model: ImportModel }) {
  const step = model.step.value;
  if (step.name === "choose") return <Chooser model={model} fault={step.fault} />;
  if (step.name === "preview") return <PreviewStep model={model} preview={step.preview} />;
  if (step.name === "done") return <Done model={model} shows={step.shows} />;
  const known = step.name === "reading" && step.done > 0;
  return (
    <div class="importer-wait" role="status">
      <label>
        {i18n.t(step.name === "saving" ? "exchange.saving" : "exchange.reading")}
        <progress {...(known ? { value: step.done, max: step.total } : {})} />
      </label>
      {step.name === "reading" && (
        <button type="button" class="button quiet" onClick={() => model.cancel()}>
          {i18n.t("exchange.cancel")}
        </button>
      )}
    </div>
  );
}

function Done({ model, shows }: { readonly model: ImportModel; readonly shows: number }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // With what it stands above: later, keys pressed meanwhile would go nowhere.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="importer-done">
      {/* Heard because it has the focus: a live region would say it a second time. */}
      <h3 ref={heading} tabIndex={-1}>
        {shows > 0 ? i18n.t("exchange.done", shows) : i18n.t("exchange.doneSettings")}
      </h3>
      <button type="button" class="button quiet" onClick={() => model.cancel()}>
        {i18n.t("exchange.another")}
      </button>
    </div>
  );
}
