/**
 * A reader's preferences under faults, beside the model of what must hold: what has been confirmed stays, what failed
 * changed nothing, and after a kill there is the state before or the state after, never a mixture.
 */
import { expect } from "vitest";
import { buildSnapshot } from "../../../lib/preferences/expand.ts";
import { snapshotKey } from "../../../lib/preferences/snapshot.ts";
import { catalog, FakeArea, FakeFiles, freshProfile } from "../preferences/fixtures.ts";
import { agree, empty, type Model, same } from "./model.ts";
import { type Disk, type Fault, type Life, live } from "./mortal.ts";

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

export class World {
  readonly area = new FakeArea();
  readonly disk: Disk = { unreadable: false };
  readonly figures: Figures;
  life: Life;
  model: Model = empty();
  /** The store's clock, in milliseconds. */
  time = 1_000;
  private readonly files = new FakeFiles();
  /** What pages have been told, the last time that one looked. */
  private revision = 0;
  private lastChange: number | undefined;

  constructor(figures: Figures) {
    freshProfile();
    this.figures = figures;
    this.life = this.begin();
  }

  /** A new life over what is stored; nothing is healed yet. */
  begin(): Life {
    this.life = live(this.area, this.files, () => (this.time += 10), this.disk);
    return this.life;
  }

  async restart(): Promise<void> {
    await this.life.end();
    await this.begin().preferences.heal();
  }

  /** storage.local has lost the snapshot, or has something else in its place. */
  loseSnapshot(value?: unknown): void {
    if (value === undefined) delete this.area.data[snapshotKey];
    else this.area.data[snapshotKey] = structuredClone(value);
    this.revision = 0;
  }

  /** Throws where the store, or what pages are told, is not as the model has it. */
  async check(): Promise<void> {
    const state = await this.life.preferences.state();
    agree(state, this.model);
    this.lastChange = state.lastChange?.id;
    const { revision: told } = this.area.snapshot;
    expect(told).toBeGreaterThanOrEqual(this.revision);
    // Before the first change there is nothing to tell.
    if (told) same(this.area.snapshot, buildSnapshot(state, told, catalog));
    this.revision = told;
  }

  /**
   * Does the store hold this? A change that was made twice leaves the same choices and the same way back as when it was
   * made once: only the number of the last change tells the two apart.
   */
  async holds(wanted: Model): Promise<boolean> {
    const state = await this.life.preferences.state();
    try {
      agree(state, wanted);
      return wanted.undo.length === this.model.undo.length || state.lastChange?.id !== this.lastChange;
    } catch {
      return false;
    }
  }

  /**
   * Runs something under a fault; after a death there is a new life, and after any other fault pages have been told.
   */
  async strike(fault: Fault | undefined, work: () => Promise<unknown>): Promise<"done" | "refused" | "dead"> {
    const { life, figures } = this;
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
      await this.restart();
      return outcome;
    }
    if (!struck) expect(outcome).toBe("done");
    else if (fault?.kind === "quota") figures.quota++;
    else figures.aborts++;
    // Told at the next start, at the latest.
    if (struck) await life.preferences.heal();
    return outcome;
  }

  /** Runs a change under a fault. Whatever comes of it, the model follows, or there is an error. */
  async under(fault: Fault | undefined, work: () => Promise<unknown>, next: Model): Promise<void> {
    const outcome = await this.strike(fault, work);
    if (outcome === "refused" || (outcome === "dead" && !(await this.holds(next)))) return;
    if (outcome === "dead" && next !== this.model) this.figures.keptByKill++;
    this.model = next;
  }
}
