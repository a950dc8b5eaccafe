/** What words are weighed with, made ready in steps: together they take a cold browser some 50 milliseconds. */
import type { Tables } from "../catalog/tables.ts";
import type { Scales } from "./analyse.ts";
import { decodeBase64 } from "./bytes.ts";
import { type CueIndex, readCues } from "./cues.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Likeness, makeLikeness } from "./likeness.ts";
import { type Model, readModel } from "./model.ts";
import { makeStory, type Story } from "./story/story.ts";
import { decodeVectors, type Vectors } from "./vectors.ts";

export interface ScalesInSteps {
  /** Makes one more part; true once nothing is missing. */
  prepare(): boolean;
  readonly ready: boolean;
  /** Makes what is still missing. */
  all(): Scales;
}

export function createScales(
  tables: Pick<Tables, "cues" | "model" | "vectors">,
  know: (show: number) => Knowledge,
): ScalesInSteps {
  let cues: CueIndex;
  let model: Model;
  let vectors: Vectors;
  let story: Story | undefined;
  let made: Scales | undefined;
  const finish = (): Scales => {
    const known = new Map<number, Likeness>();
    return {
      cues,
      model,
      story,
      vectors,
      likeness(show) {
        let l = known.get(show);
        if (!l) known.set(show, (l = makeLikeness(vectors, know(show))));
        return l;
      },
    };
  };
  const steps = [
    () => (cues = readCues(tables.cues)),
    () => (model = readModel(tables.model)),
    () => (vectors = decodeVectors(decodeBase64(tables.vectors))),
    () => (story = model.story ? makeStory(model.story, vectors) : undefined),
    () => (made = finish()),
  ];
  let done = 0;
  const prepare = () => {
    steps[done]?.();
    return ++done >= steps.length;
  };
  return {
    prepare,
    get ready() {
      return made !== undefined;
    },
    all() {
      while (!made) prepare();
      return made;
    },
  };
}
