/** data/model.json to the form that ships (detect/model.ts). */
import { featureNames } from "../../detect/feature-names.ts";
import type { ModelFile } from "../../detect/model.ts";

/** `Tables.model`. Throws where it was learned on other features, or on the same in another order. */
export function compileModel(text: string): string {
  const { names, ...model } = JSON.parse(text) as ModelFile;
  if (names.join() !== featureNames.join())
    throw new Error("data/model.json was learned on other features: npm run train");
  return JSON.stringify(model);
}
