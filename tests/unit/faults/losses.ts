/** What is left when the browser loses the store, or cannot open it any more and the reader has it made anew. */
import { expect } from "vitest";
import { defaults } from "../../../lib/preferences/choices.ts";
import { buildSnapshot } from "../../../lib/preferences/expand.ts";
import { snapshotKey } from "../../../lib/preferences/snapshot.ts";
import { catalog, freshProfile } from "../preferences/fixtures.ts";
import { empty, hasSome, holding, plain, repaired } from "./model.ts";
import type { Fault } from "./mortal.ts";
import type { Step } from "./steps.ts";
import type { World } from "./world.ts";

/** What comes back is what pages were told: with what follows from it, but without the pause and the history. */
export async function loseDatabase(world: World, fault: Fault | undefined): Promise<void> {
  world.figures.lost++;
  await world.life.end();
  freshProfile();
  const { version: _, revision: told, ...known } = world.area.snapshot;
  // Pages have been told nothing as yet: what there was is gone, if only a row that could not be read.
  const missed = world.model.missed || (!told && hasSome(world.model));
  world.model = { ...holding(plain(told ? { ...known, pause: null } : defaults)), missed };
  await healed(world, fault);
}

/** Nothing comes back, and that is said. */
export async function loseEverything(world: World, fault: Fault | undefined): Promise<void> {
  world.figures.lost++;
  await world.life.end();
  freshProfile();
  world.loseSnapshot();
  world.model = { ...empty(), missed: world.model.missed || hasSome(world.model) };
  await healed(world, fault);
}

async function healed(world: World, fault: Fault | undefined): Promise<void> {
  const { preferences } = world.begin();
  await world.under(fault, () => preferences.heal(), world.model);
}

/**
 * Made anew of its own rows, or where those cannot be read of what pages were told: then, and where the worker has died
 * between the end of the old store and the new one, without what could not be read, too.
 */
export async function rebuild(world: World, { how, fault }: Step & { do: "rebuild" }): Promise<void> {
  const { area, model } = world;
  world.figures.rebuilt++;
  await world.life.end();
  const { version: _, revision: told, ...known } = area.snapshot;
  // Of garbage in the place of a snapshot nobody knows what it has been: that is refused (repair.test.ts).
  if (!told) delete area.data[snapshotKey];
  if (how === "newer") await raiseVersion();
  else world.disk.unreadable = true;
  await world.begin().preferences.heal();
  expect(await isShut(world)).toBe(true);

  // Pages have been told nothing, and nothing can be read: what there was is gone.
  const gone = !told && how === "unreadable" && hasSome(model);
  const { choices, damaged } = repaired(model);
  const missed = model.missed || gone;
  const whole = { ...holding({ ...choices, pause: null }), missed, damaged };
  const snapshot = how === "newer" ? buildSnapshot(whole.choices, 1, catalog) : known;
  const asTold = {
    ...holding(plain(told || how === "newer" ? { ...snapshot, pause: null } : defaults)),
    missed,
  };

  const outcome = await world.strike(fault, () => world.life.preferences.repair());
  // Who has been refused, or comes back to the same store, asks once more.
  const again = await isShut(world);
  if (again) await world.life.preferences.repair();
  const isWhole = again || outcome === "done" || (await world.holds(whole));
  world.model = how === "newer" && isWhole ? whole : asTold;
}

/** Is it said that the store does not open? */
async function isShut({ life }: World): Promise<boolean> {
  const { problems } = await life.preferences.state();
  return problems.some(({ kind }) => kind === "newer" || kind === "closed");
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
