/** One row of a matrix: what went wrong in one step of one application, counted, and in words. */
import type { Tab } from "./tab.ts";

export interface Cell {
  /** Errors and warnings of the console, and what was thrown. */
  readonly complaints: number;
  /** The text was not what the application shows; after "reveal all" also each node that was another. */
  readonly wrong: number;
  /** Texts, summed over painted frames, in which a secret could be read. */
  readonly exposed: number;
  /** Elements from the server that were thrown away and built anew. */
  readonly rebuilt: number;
}

export interface Row {
  readonly app: string;
  readonly step: string;
  readonly cell: Cell;
  /** What exactly went wrong, for whoever repairs it. */
  readonly notes: readonly string[];
}

/** Where counting starts. */
export interface Start {
  readonly complaints: number;
  readonly exposed: number;
  /** Painted. */
  readonly frames: number;
}

export const nowhere: Start = { complaints: 0, exposed: 0, frames: 0 };

export async function startOf(tab: Tab): Promise<Start> {
  const { exposed, frames } = await tab.exposure();
  return { complaints: tab.complaints.length, exposed, frames };
}

/** Resolves when a frame has been painted, or after two seconds: then the page is not on the screen. */
const painted =
  "Promise.race([new Promise(requestAnimationFrame), new Promise((done) => setTimeout(done, 2000))]).then(() => {})";

/** What has gone wrong since `start`; `wrong`: what else was found, one line each. */
export async function rowOf(
  tab: Tab,
  app: string,
  step: string,
  start: Start,
  wrong: readonly string[],
  rebuilt = 0,
): Promise<Row> {
  let exposure = await tab.exposure();
  if (exposure.frames <= start.frames) {
    await tab.page.evaluate(painted);
    exposure = await tab.exposure();
  }
  // What has not been painted has shown nothing, and that says nothing.
  if (exposure.frames <= start.frames) wrong = [...wrong, "no frame has been painted"];
  const complaints = tab.complaints.slice(start.complaints);
  const exposed = exposure.exposed - start.exposed;
  return {
    app,
    step,
    cell: { complaints: complaints.length, wrong: wrong.length, exposed, rebuilt },
    notes: [
      ...complaints,
      ...wrong,
      ...(rebuilt ? [`${rebuilt} elements built anew`] : []),
      ...(exposed ? exposure.seen.map((text) => `shown: ${text}`) : []),
    ],
  };
}

export const isClean = ({ cell }: Row) => cell.complaints + cell.wrong + cell.exposed + cell.rebuilt === 0;
