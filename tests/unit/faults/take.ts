/** Takes a step in the world, and has the model take it, too; then the two must agree. */
import { expect } from "vitest";
import type { Edit } from "../../../lib/preferences/choices.ts";
import { loseDatabase, loseEverything, rebuild } from "./losses.ts";
import { damaged, edited, empty, type Model, repaired, undone } from "./model.ts";
import type { Step } from "./steps.ts";
import type { World } from "./world.ts";

/** Throws where the store, or what pages are told, is not what it must be after the step. */
export async function take(world: World, step: Step): Promise<void> {
  world.figures.steps++;
  await carryOut(world, step);
  await world.check();
}

async function carryOut(world: World, step: Step): Promise<void> {
  const { figures, model } = world;
  const { preferences } = world.life;
  switch (step.do) {
    case "edit":
      return world.under(step.fault, () => preferences.edit(step.edit), edited(model, step.edit));
    case "undo":
      return world.under(step.fault, () => preferences.undo(), undone(model));
    case "erase":
      return world.under(step.fault, () => preferences.erase(), empty());
    case "repair":
      figures.repairs++;
      return world.under(step.fault, () => preferences.repair(), repaired(model));
    case "discard":
      return world.under(step.fault, () => preferences.discard(), { ...model, damaged: 0, mendable: [] });
    case "dismiss":
      return world.under(step.fault, () => preferences.dismiss(), { ...model, missed: false });
    case "heal":
      return world.under(step.fault, () => preferences.heal(), model);
    case "both":
      return both(world, step);
    case "nonsense":
      return expect(preferences.edit(step.edit)).rejects.toThrow();
    case "damage":
      figures.damaged++;
      await (await world.life.open()).put(step.table, step.row as never);
      world.model = damaged(model, step);
      await preferences.heal();
      return;
    case "lose-snapshot":
      figures.lost++;
      world.loseSnapshot(step.value);
      return world.restart();
    case "lose-database":
      return loseDatabase(world, step.fault);
    case "lose-everything":
      return loseEverything(world, step.fault);
    case "rebuild":
      return rebuild(world, step);
    case "restart":
      return world.restart();
  }
}

async function both(world: World, { edits, fault }: Step & { do: "both" }): Promise<void> {
  const began = world.time;
  const { preferences } = world.life;
  const confirmed: Edit[] = [];
  const outcome = await world.strike(fault, () =>
    Promise.all(
      edits.map((edit) =>
        preferences.edit(edit).then(
          () => confirmed.push(edit),
          () => {},
        ),
      ),
    ),
  );
  if (outcome === "dead") {
    // What has been carried out has been so in this order, whether it was still confirmed or not.
    const made = (await (await world.life.open()).getAll("history")).filter(({ at }) => at > began).length;
    const sure = steps(world.model, confirmed).length;
    expect(made).toBeGreaterThanOrEqual(sure);
    world.figures.keptByKill += made - sure;
    confirmed.splice(0, confirmed.length, ...steps(world.model, edits).slice(0, made));
  }
  for (const edit of confirmed) world.model = edited(world.model, edit);
}

/** Those of the edits that change something, each after those before it: what changes nothing is not remembered. */
function steps(from: Model, edits: readonly Edit[]): Edit[] {
  let model = from;
  return edits.filter((edit) => {
    const before = model;
    model = edited(model, edit);
    return model !== before;
  });
}
