/** What is told of a show beside its progress. */
import type { Titled } from "../../catalog/native-title.ts";
import type { Parts } from "./steps.ts";

/** As much of a show as its progress is told with. */
export interface Told extends Titled {
  readonly parts: Parts;
  /** The catalog's; left out of a show that it does not know. */
  readonly format?: string;
}

/** What a show is counted in. */
export const unitOf = ({ format }: Pick<Told, "format">) => (format === "manga" ? "chapters" : "episodes");
