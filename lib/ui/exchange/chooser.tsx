/** Where a list comes from: a file that is dropped or chosen, or text that is pasted. */
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Fault } from "../../exchange/types.ts";
import { byFinger } from "../by-finger.ts";
import type { ImportModel } from "./model.ts";

interface ChooserProps {
  readonly model: ImportModel;
  readonly fault: Fault | "unread" | undefined;
}

export function Chooser({ model, fault }: ChooserProps) {
  return (
    <>
      {fault && (
        <p class="note" role="alert">
          {i18n.t(`exchange.fault.${fault}`)} {i18n.t("exchange.unchanged")}
        </p>
      )}
      <DropZone model={model} />
      <PasteField model={model} />
    </>
  );
}

/** What the browser's own window for files offers. Each form is known by its content, whatever the file is called. */
const types =
  ".xml,.gz,.json,.txt,.csv,text/plain,application/json,application/xml,text/xml,application/gzip";

function DropZone({ model }: { readonly model: ImportModel }) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) void model.readFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way to the button inside.
    <div
      class={over ? "drop-zone over" : "drop-zone"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        // It is still over what stands within.
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      {/* No finger drags a file. */}
      {!byFinger() && (
        <p>
          <strong>{i18n.t("exchange.drop")}</strong>
        </p>
      )}
      <label class="button file-button">
        {i18n.t("exchange.choose")}
        <input
          type="file"
          class="sr-only"
          // On phones a packed list may be of any type, and what is not accepted cannot be chosen there.
          accept={byFinger() ? undefined : types}
          onChange={(event) => take(event.currentTarget.files)}
        />
      </label>
      <p class="note-line">{i18n.t("exchange.forms")}</p>
    </div>
  );
}

function PasteField({ model }: { readonly model: ImportModel }) {
  const text = model.typed.value;
  const hint = useId();
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") void model.readText(text);
      }}
    >
      <label>
        {i18n.t("exchange.paste")}
        <textarea
          class="input"
          rows={4}
          aria-describedby={hint}
          spellcheck={false}
          value={text}
          onInput={(event) => {
            model.typed.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="note-line" id={hint}>
        {i18n.t("exchange.pasteHint")}
      </p>
      <button type="submit" class="button quiet" disabled={text.trim() === ""}>
        {i18n.t("exchange.read")}
      </button>
    </form>
  );
}
