/** Lists from elsewhere and to elsewhere, and the backup. */
import { i18n } from "#i18n";
import type { Engine } from "../exchange/engine.ts";
import { Exporter } from "../exchange/exporter.tsx";
import { Importer } from "../exchange/importer.tsx";
import type { OptionsModel } from "./model.ts";

/** Fetches parsers and the catalog's ids: not before somebody begins. */
export type LoadExchange = () => Promise<Engine>;

interface ListsProps {
  readonly model: OptionsModel;
  readonly load: LoadExchange;
}

export function Lists({ model, load }: ListsProps) {
  const choices = model.settings.state.value;
  return (
    <>
      <h3>{i18n.t("lists.import")}</h3>
      <Importer choices={choices} apply={model.settings.edit} load={load} />
      <h3>{i18n.t("lists.export")}</h3>
      <Exporter choices={choices} load={load} />
    </>
  );
}
