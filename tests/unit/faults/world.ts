/**
 * A reader's preferences through random steps, beside a plain model of what must hold: what has been confirmed stays,
 * what failed changed nothing, and after a kill there is the state before or the state after, never a mixture.
 */
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Progress } from "../../../lib/catalog/progress.ts";
import {
  applyEdit,
  type Choices,
  defaults,
  type Edit,
  inverseOf,
  isDefault,
} from "../../../lib/preferences/choices.ts";
import { buildSnapshot } from "../../../lib/preferences/expand.ts";
import { progressSchema } from "../../../lib/preferences/rows.ts";
import { snapshotKey } from "../../../lib/preferences/snapshot.ts";
import { catalog, FakeArea, FakeFiles, freshProfile } from "../preferences/fixtures.ts";
import { type Fault, type Life, live } from "./mortal.ts";
import type { Step } from "./steps.ts";

export interface Figures {
  steps: number;
  kills: number;
  /** Kills after which the change was there already. */
  keptByKill: number;
  quota: number;
  aborts: number;
  damaged: number;
  repairs: number;
  lost: number;
}

interface Model {
  choices: Choices;
  /** What can be undone, the last at the end. */
  undo: Edit[];
  damaged: number;
  /** Of the damaged, what a repair can put back, in the order in which it was damaged. */
  mendable: { show: string; progress: Progress }[];
  /** Choices were lost, and the reader has not said that they know. */
  missed: boolean;
}

/** The choices of a state or a snapshot, without what else is in it. */
const plain = (from: Choices): Choices => {
  const entries = Object.keys(defaults).map((key) => [key, from[key as keyof Choices]]);
  const copy = structuredClone(Object.fromEntries(entries)) as Choices;
  return { ...copy, shows: { ...copy.shows } };
};
/** `expect` says better what differs, but takes much longer to say that nothing does. */
const same = (found: unknown, wanted: unknown) => {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
};

export function createWorld(figures: Figures) {
  freshProfile();
  const area = new FakeArea();
  const files = new FakeFiles();
  let time = 1_000;
  const now = () => (time += 10);
  let life: Life = live(area, files, now);
  const empty = (): Model => ({
    choices: plain(defaults),
    undo: [],
    damaged: 0,
    mendable: [],
    missed: false,
  });
  let model = empty();
  let revision = 0;
  let lastChange: number | undefined;

  const after = (edit: Edit, from = model): Model => ({
    ...from,
    choices: applyEdit(from.choices, edit),
    undo: [...from.undo, inverseOf(from.choices, edit)],
  });
  const undone = (): Model => {
    const last = model.undo.at(-1);
    if (!last) return model;
    return { ...model, choices: applyEdit(model.choices, last), undo: model.undo.slice(0, -1) };
  };
  /** What has been chosen since the damage counts; of two damaged rows for one show, the later. */
  const repaired = (): Model => {
    const back = Object.fromEntries(model.mendable.map(({ show, progress }) => [show, progress]));
    const shows = Object.entries(back).filter(([show]) => !Object.hasOwn(model.choices.shows, show));
    const choices = applyEdit(model.choices, { shows: Object.fromEntries(shows) });
    return { ...model, choices, damaged: model.damaged - model.mendable.length, mendable: [] };
  };

  /**
   * Does the store hold this? A change that was made twice leaves the same choices and the same way back as when it was
   * made once: only the number of the last change tells the two apart.
   */
  const holds = async (wanted: Model): Promise<boolean> => {
    const state = await life.preferences.state();
    try {
      agree(state, wanted);
      return wanted.undo.length === model.undo.length || state.lastChange?.id !== lastChange;
    } catch {
      return false;
    }
  };
  const agree = (state: Awaited<ReturnType<Life["preferences"]["state"]>>, wanted: Model) => {
    same(plain(state), wanted.choices);
    same(state.lastChange?.inverse, wanted.undo.at(-1));
    same(state.problems, [
      ...(wanted.damaged ? [{ kind: "damaged", rows: wanted.damaged }] : []),
      ...(wanted.missed ? [{ kind: "lost" }] : []),
    ]);
  };
  const check = async () => {
    const state = await life.preferences.state();
    agree(state, model);
    lastChange = state.lastChange?.id;
    const { revision: told } = area.snapshot;
    expect(told).toBeGreaterThanOrEqual(revision);
    // Before the first change there is nothing to tell.
    if (told) same(area.snapshot, buildSnapshot(state, told, catalog));
    revision = told;
  };
  const restart = async () => {
    await life.end();
    life = live(area, files, now);
    await life.preferences.heal();
  };
  /** Runs a change under a fault. Whatever comes of it, the model follows, or there is an error. */
  const under = async (fault: Fault | undefined, work: () => Promise<unknown>, next: Model) => {
    life.plan(fault);
    const outcome = await Promise.race([
      work().then(
        () => "done" as const,
        () => "refused" as const,
      ),
      life.death,
    ]);
    const { struck } = life;
    life.plan(undefined);
    if (outcome === "dead") {
      figures.kills++;
      await restart();
      if (await holds(next)) {
        if (next !== model) figures.keptByKill++;
        model = next;
      }
      return;
    }
    if (!struck) expect(outcome).toBe("done");
    else if (fault?.kind === "quota") figures.quota++;
    else figures.aborts++;
    if (outcome === "done") model = next;
    // Told at the next start, at the latest.
    if (struck) await life.preferences.heal();
  };

  return {
    async take(step: Step): Promise<void> {
      figures.steps++;
      switch (step.do) {
        case "edit":
          await under(step.fault, () => life.preferences.edit(step.edit), after(step.edit));
          break;
        case "undo":
          await under(step.fault, () => life.preferences.undo(), undone());
          break;
        case "erase":
          await under(step.fault, () => life.preferences.erase(), empty());
          break;
        case "repair":
          await under(step.fault, () => life.preferences.repair(), repaired());
          figures.repairs++;
          break;
        case "discard":
          await under(step.fault, () => life.preferences.discard(), { ...model, damaged: 0, mendable: [] });
          break;
        case "dismiss":
          await under(step.fault, () => life.preferences.dismiss(), { ...model, missed: false });
          break;
        case "heal":
          await under(step.fault, () => life.preferences.heal(), model);
          break;
        case "both":
          await Promise.all(step.edits.map((edit) => life.preferences.edit(edit)));
          model = after(step.edits[1], after(step.edits[0]));
          break;
        case "nonsense":
          await expect(life.preferences.edit(step.edit)).rejects.toThrow();
          break;
        case "damage":
          await damage(step);
          break;
        case "lose-snapshot":
          figures.lost++;
          if (step.value === undefined) delete area.data[snapshotKey];
          else area.data[snapshotKey] = structuredClone(step.value);
          revision = 0;
          await restart();
          break;
        case "lose-database":
          await loseDatabase(step.fault);
          break;
        case "lose-everything":
          await loseEverything(step.fault);
          break;
        case "restart":
          await restart();
      }
      await check();
    },
    end: () => life.end(),
  };

  async function damage({ table, row }: Step & { do: "damage" }) {
    figures.damaged++;
    const { shows, rules } = model.choices;
    await (await life.open()).put(table, row as never);
    const choices = plain(model.choices) as { -readonly [K in keyof Choices]: Choices[K] };
    if (table === "progress")
      choices.shows = Object.fromEntries(Object.entries(shows).filter(([id]) => id !== row["show"]));
    else if (table === "rules") choices.rules = rules.filter(({ id }) => id !== row["id"]);
    else if (Object.hasOwn(choices, row["key"] as string))
      Object.assign(choices, { [row["key"] as string]: defaults[row["key"] as keyof Choices] });
    const { data } = progressSchema.safeParse(row["progress"]);
    const back = table === "progress" && data ? [{ show: row["show"] as string, progress: data }] : [];
    model = { ...model, choices, damaged: model.damaged + 1, mendable: [...model.mendable, ...back] };
    await life.preferences.heal();
  }

  /** What comes back is what pages were told: with what follows from it, but without the pause and the history. */
  async function loseDatabase(fault: Fault | undefined) {
    figures.lost++;
    await life.end();
    freshProfile();
    const { version: _, revision: told, ...known } = area.snapshot;
    // Pages have been told nothing as yet: what there was is gone, if only a row that could not be read.
    const { missed } = model;
    const gone = !told && hasSome();
    model = { ...empty(), choices: plain({ ...known, pause: null }), missed: missed || gone };
    if (!told) model.choices = plain(defaults);
    life = live(area, files, now);
    await under(fault, () => life.preferences.heal(), model);
  }

  function hasSome(): boolean {
    return model.damaged > 0 || !isDefault(model.choices);
  }

  /** Nothing comes back, and that is said. */
  async function loseEverything(fault: Fault | undefined) {
    figures.lost++;
    await life.end();
    freshProfile();
    delete area.data[snapshotKey];
    revision = 0;
    model = { ...empty(), missed: model.missed || hasSome() };
    life = live(area, files, now);
    await under(fault, () => life.preferences.heal(), model);
  }
}
