/** An import from the file to the edit. Signals, so that each part of the page renders what concerns it. */
import { batch, computed, type Signal, signal } from "@preact/signals";
import type { Kept } from "../../exchange/backup.ts";
import { type Decisions, undecided } from "../../exchange/decisions.ts";
import type { Matched } from "../../exchange/match-all.ts";
import type { Plan, Unrecognised } from "../../exchange/plan.ts";
import type { ListFile } from "../../exchange/read.ts";
import { ExchangeError, type Fault, type Form } from "../../exchange/types.ts";
import type { Choices, Edit } from "../../preferences/choices.ts";
import { byTitle } from "../show-title.ts";
import type { Engine } from "./engine.ts";

/** Above this no file is opened: reading it alone would take the page's memory. The parsers have the same limit. */
const longestFile = 64 * 1024 * 1024;

/** What has been read and waits for the reader's word. */
export interface Preview {
  readonly form: Form;
  /** Entries, or shows of a backup. */
  readonly count: number;
  /** Lines that could not be read. */
  readonly broken: number;
  /** Some lines say nothing but a title. */
  readonly plain: boolean;
}

export type Step =
  | { readonly name: "choose"; readonly fault?: Fault | "unread" }
  | { readonly name: "reading"; readonly done: number; readonly total: number }
  | { readonly name: "preview"; readonly preview: Preview }
  | { readonly name: "saving" }
  /** How many shows have been changed; 0 where only settings have. */
  | { readonly name: "done"; readonly shows: number };

export interface ImportOptions {
  readonly load: () => Promise<Engine>;
  /** Resolves to whether it was saved. */
  readonly apply: (edit: Edit) => Promise<boolean>;
}

type Content = { readonly matched: readonly Matched[] } | { readonly backup: Kept };

export type ImportModel = ReturnType<typeof createImport>;

export function createImport({ load, apply }: ImportOptions) {
  /** As they are; undefined until they are known. */
  const choices: Signal<Choices | undefined> = signal(undefined);
  const step: Signal<Step> = signal({ name: "choose" });
  const decisions: Signal<Decisions> = signal(undecided);
  const content: Signal<Content | undefined> = signal(undefined);
  const engine: Signal<Engine | undefined> = signal(undefined);
  /** What was typed or pasted: still there when it could not be read or is to be changed once more. */
  const typed = signal("");
  /** Counts readings: the answer to one that has been given up must not show. */
  let reading = 0;

  const plan = computed<Plan | undefined>(() => {
    const now = choices.value;
    const [tools, what] = [engine.value, content.value];
    if (!now || !tools || !what) return undefined;
    const { replace } = decisions.value;
    const plan =
      "backup" in what
        ? tools.planBackup(tools.index, what.backup, now.shows, replace)
        : tools.planList(tools.index, what.matched, now.shows, decisions.value);
    const inOrder = (rows: Plan["changes"]) => byTitle(rows, ({ show }) => show);
    return { ...plan, changes: inOrder(plan.changes), kept: inOrder(plan.kept) };
  });

  const edit = computed<Edit>(() => {
    const now = choices.value;
    const [tools, what, planned] = [engine.value, content.value, plan.value];
    if (!now || !tools || !what || !planned) return {};
    return "backup" in what
      ? tools.backupEdit(planned, decisions.value, now, what.backup)
      : tools.editOf(planned, decisions.value.skipped);
  });

  const show = (file: ListFile, matched: readonly Matched[]) =>
    batch(() => {
      decisions.value = undecided;
      content.value = file.form === "backup" ? { backup: file.choices } : { matched };
      const list = file.form === "backup" ? undefined : file;
      const preview: Preview = {
        form: file.form,
        count: file.form === "backup" ? Object.keys(file.choices.shows).length : file.entries.length,
        broken: list?.broken ?? 0,
        plain: list?.entries.some(({ status, watched }) => !status && watched === undefined) ?? false,
      };
      step.value = { name: "preview", preview };
    });

  const read = async (source: (tools: Engine) => Promise<ListFile> | ListFile) => {
    const mine = ++reading;
    step.value = { name: "reading", done: 0, total: 1 };
    try {
      await painted();
      const tools = engine.peek() ?? (await load());
      const file = await source(tools);
      const tick = async (done: number, total: number) => {
        if (mine === reading) step.value = { name: "reading", done, total };
        await painted();
      };
      const matched = file.form === "backup" ? [] : await tools.matchAll(tools.index, file.entries, tick);
      if (mine !== reading) return;
      engine.value = tools;
      show(file, matched);
    } catch (error) {
      if (mine === reading)
        step.value = { name: "choose", fault: error instanceof ExchangeError ? error.fault : "unread" };
    }
  };

  return {
    choices,
    step,
    decisions,
    typed,
    plan,
    /** Nothing would change. */
    empty: computed(() => Object.keys(edit.value).length === 0),
    readFile: (file: Blob) =>
      read(async (tools) => {
        if (file.size > longestFile) throw new ExchangeError("tooLarge");
        return tools.readFile(new Uint8Array(await file.arrayBuffer()));
      }),
    readText: (text: string) => read((tools) => tools.readText(text)),
    decide: (change: Partial<Decisions>) => {
      decisions.value = { ...decisions.peek(), ...change };
    },
    /** Shows that an entry may mean. Takes some milliseconds. */
    nearest: (item: Unrecognised) => engine.peek()?.nearest(item) ?? [],
    async apply(): Promise<void> {
      const [what, back] = [edit.peek(), step.peek()];
      step.value = { name: "saving" };
      const ok = await apply(what).catch(() => false);
      batch(() => {
        step.value = ok ? { name: "done", shows: Object.keys(what.shows ?? {}).length } : back;
        if (!ok) return;
        content.value = undefined;
        typed.value = "";
      });
    },
    cancel(): void {
      reading++;
      batch(() => {
        content.value = undefined;
        step.value = { name: "choose" };
      });
    },
  };
}

/** Until the page has had a chance to paint. */
function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
