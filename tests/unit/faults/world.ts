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
import { type Disk, type Fault, type Life, live } from "./mortal.ts";
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
  rebuilt: number;
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
  const disk: Disk = { unreadable: false };
  const start = () => live(area, files, now, disk);
  let life: Life = start();
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
    life = start();
    await life.preferences.heal();
  };
  /** Runs something under a fault; after a death there is a new life, and after any other fault pages have been told. */
  const strike = async (fault: Fault | undefined, work: () => Promise<unknown>) => {
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
      return outcome;
    }
    if (!struck) expect(outcome).toBe("done");
    else if (fault?.kind === "quota") figures.quota++;
    else figures.aborts++;
    // Told at the next start, at the latest.
    if (struck) await life.preferences.heal();
    return outcome;
  };
  /** Runs a change under a fault. Whatever comes of it, the model follows, or there is an error. */
  const under = async (fault: Fault | undefined, work: () => Promise<unknown>, next: Model) => {
    const outcome = await strike(fault, work);
    if (outcome === "refused" || (outcome === "dead" && !(await holds(next)))) return;
    if (outcome === "dead" && next !== model) figures.keptByKill++;
    model = next;
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
          await both(step);
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
        case "rebuild":
          await rebuild(step);
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

  async function both({ edits, fault }: Step & { do: "both" }) {
    const began = time;
    const confirmed: Edit[] = [];
    const outcome = await strike(fault, () =>
      Promise.all(
        edits.map((edit) =>
          life.preferences.edit(edit).then(
            () => confirmed.push(edit),
            () => {},
          ),
        ),
      ),
    );
    if (outcome === "dead") {
      // What has been carried out has been so in this order, whether it was still confirmed or not.
      const made = (await (await life.open()).getAll("history")).filter(({ at }) => at > began).length;
      expect(made).toBeGreaterThanOrEqual(confirmed.length);
      figures.keptByKill += made - confirmed.length;
      confirmed.splice(0, confirmed.length, ...edits.slice(0, made));
    }
    for (const edit of confirmed) model = after(edit);
  }

  /** Is it said that the store does not open? */
  async function isShut(): Promise<boolean> {
    const { problems } = await life.preferences.state();
    return problems.some(({ kind }) => kind === "newer" || kind === "closed");
  }

  /**
   * Made anew of its own rows, or where those cannot be read of what pages were told: then, and where the worker has died
   * between the end of the old store and the new one, without what could not be read, too.
   */
  async function rebuild({ how, fault }: Step & { do: "rebuild" }) {
    figures.rebuilt++;
    const counted = await (await life.open()).count("settings", "revision");
    await life.end();
    const { version: _, revision: told, ...known } = area.snapshot;
    // Of garbage in the place of a snapshot nobody knows what it has been: that is refused (repair.test.ts).
    if (!told) delete area.data[snapshotKey];
    if (how === "newer") await raiseVersion();
    else disk.unreadable = true;
    life = start();
    await life.preferences.heal();
    expect(await isShut()).toBe(true);

    // Pages have been told nothing, and nothing can be read: what there was is gone.
    const gone = !told && how === "unreadable" && hasSome();
    const { choices, damaged } = repaired();
    const rules = choices.rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const bare = { ...empty(), missed: model.missed || gone };
    const whole = { ...bare, choices: { ...choices, rules, pause: null }, damaged: damaged + counted };
    const snapshot = how === "newer" ? buildSnapshot(whole.choices, 1, catalog) : known;
    const asTold = {
      ...bare,
      choices: plain(told || how === "newer" ? { ...snapshot, pause: null } : defaults),
    };

    const outcome = await strike(fault, () => life.preferences.repair());
    // Who has been refused, or comes back to the same store, asks once more.
    const again = await isShut();
    if (again) await life.preferences.repair();
    const isWhole = again || outcome === "done" || (await holds(whole));
    model = how === "newer" && isWhole ? whole : asTold;
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
    life = start();
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
    life = start();
    await under(fault, () => life.preferences.heal(), model);
  }
}

/** A later version of the extension has been here: it has opened the store, and added what we do not know. */
function raiseVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("spoiler-shield", 9);
    request.onupgradeneeded = () => request.result.createObjectStore("moods");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
