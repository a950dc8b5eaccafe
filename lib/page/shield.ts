/**
 * The shield over one document.
 *
 *   page writes, parser streams, storage answers
 *        │ MutationObserver's callback: before the next paint
 *        ▼
 *   intake.ts, watch.ts
 *                records → changed nodes          (split.ts mends what the page did to our veils)
 *        ▼
 *   walk.ts      nodes → lines of text, 4 ms at once; the rest is covered until the next task
 *        ▼
 *   reader.ts    lines → passages (flow.ts, passages.ts) → findings, in the context of the passage before
 *        ▼
 *   hiding.ts, choose.ts
 *                findings − what the reader has seen − what they have revealed = hidden stretches
 *        ▼
 *   layers.ts, draw.ts
 *                once the page has settled, out of the document:                     split.ts, measure.ts, veil.ts
 *                before that, to the letter as well, by style alone:                 cover-text.ts, highlight.ts
 *                while text grows, in a fight with the page, or where neither works: cover.ts
 *        ▼
 *   a trusted click, Enter or Space, or an answer on a veil's label (panel.ts) or in the browser's menu (menu.ts)
 *        ▼
 *   answers.ts   → memory.ts → the same way again from hiding.ts on
 *
 * Beside it:
 *   turns.ts     who runs when             told.ts    of what something has been found
 *   labels.ts    attributes                tail.ts    what the parser is still writing
 *   and summary.ts, pictures.ts, tab-title.ts, place.ts, shadows.ts, settle.ts, hydration.ts, guard.ts
 *
 * A change of preferences starts at hiding.ts: nothing is read twice for it.
 */
import { closedSnapshot } from "../preferences/snapshot.ts";
import { createAnswers } from "./answers.ts";
import { isElement } from "./flow.ts";
import { createGuard } from "./guard.ts";
import { type Chosen, createHiding, type Hiding } from "./hiding.ts";
import { createHydration } from "./hydration.ts";
import { createIntake } from "./intake.ts";
import { createLabels } from "./labels.ts";
import { createLayers } from "./layers.ts";
import { clearLeftovers } from "./leftovers.ts";
import { createListeners } from "./listeners.ts";
import { createMemory } from "./memory.ts";
import { createMenu } from "./menu.ts";
import { createNextVeil } from "./next-veil.ts";
import { nameOf } from "./nodes.ts";
import type { Shield, ShieldOptions, Trouble } from "./options.ts";
import { createPlace } from "./place.ts";
import { createReader } from "./reader.ts";
import { safeDetector, safeGate } from "./safe-detector.ts";
import { browserSchedule } from "./schedule.ts";
import { whenSettled } from "./settle.ts";
import { createSoften } from "./soften.ts";
import { createSummary } from "./summary.ts";
import { createTabTitle } from "./tab-title.ts";
import { createTail } from "./tail.ts";
import { createTold } from "./told.ts";
import { createTurns } from "./turns.ts";
import { createWords } from "./words.ts";

export type { Shield, ShieldOptions, Summary } from "./options.ts";

/** Starts reading and veiling at once, as if nothing had been watched; `update` says what has. */
export function startShield(options: ShieldOptions): Shield {
  const { document, signal, openShadow, rules } = options;
  const view = document.defaultView as Window & typeof globalThis;
  const schedule = { ...browserSchedule(view), ...options.schedule };
  const trusted = options.trusted ?? ((event: Event) => event.isTrusted);
  const words = createWords(options.say);
  const listeners = createListeners(document);
  const memory = createMemory();
  /** Until it is known: as if they had seen nothing. */
  const chosen: Chosen = { snapshot: closedSnapshot, on: true };
  const menu = createMenu({ view, listeners, schedule, trusted, signal, tell: options.onPoint });

  const trouble = (kind: Trouble) => (error: unknown) => summary.trouble(kind, error);
  const act = (work: () => void) => turns.act(work);

  const layers = createLayers({
    document,
    schedule,
    signal,
    listeners,
    words,
    menu,
    look: () => chosen.snapshot.look,
    recoverable: options.recoverable,
    trusted,
    runs: (node) => reader.runs(node),
    settled: (run, shy) =>
      settling.settled && (settling.alarm || (!hydration.isAsleep(run) && (!shy || settling.keyed))),
    isOpen: (run) => tail.isOpen(run),
    answers: () => answers,
    act,
    trouble: trouble("hiding"),
  });
  const { splits, covers, places, drawing } = layers;
  const reader = createReader({
    gate: safeGate((text) => options.gate(text) || rules.touches(text), trouble("reading")),
    onWake: () => intake.wake(),
    detector: () => safeDetector(() => rules.around(options.detector()), trouble("reading")),
    textOf: splits.textOf,
    title: () => title.real(),
    url: () => document.URL,
    lang: () => document.documentElement?.lang ?? "",
    now: schedule.now,
    loading: () => document.readyState === "loading",
  });
  const often = (span: number) => createGuard(schedule.now, 20, span);
  const hiddenIn: Hiding["of"] = (text, findings) => {
    const hidden = hiding.of(text, findings);
    if (hidden.length) answers.recall();
    return hidden;
  };
  const title = createTabTitle(document, (text) => reader.label(text), hiddenIn, words, often(10_000));
  const place = createPlace(document, title, often(60_000));
  const tail = createTail({
    document,
    reader,
    covers,
    openShadow,
    active: () => chosen.on,
    schedule,
    again: () => turns.act(() => {}),
  });
  const labels = createLabels({
    read: reader.label,
    choose: hiddenIn,
    covers,
    words,
    isTired: places.isTired,
    fight: places.fight,
    changed: () => summary.changed(),
    redrawn: (element) => intake.add(element),
  });
  const told = createTold(drawing.forget);
  const summary = createSummary({
    told,
    labels,
    title,
    schedule,
    signal,
    isRevealed: (what) => hiding.isRevealed(what),
    onChange: options.onChange,
  });

  // --- from findings to the page ---

  const hiding = createHiding({
    document,
    listeners,
    signal,
    act,
    chosen,
    memory,
    told,
    drawing,
    labels,
    title,
    tail,
    summary,
    answers: () => answers,
    read: reader.label,
  });
  const answers = createAnswers({
    view,
    memory,
    options,
    soften: createSoften(document, schedule),
    hidden: summary.hidden,
    refilter: hiding.refilter,
    act,
  });

  const hydration = createHydration(document, schedule, (island) =>
    turns.act(() => layers.redraw(told.all().filter((run) => island.contains(run.block)))),
  );

  // --- from the page to findings ---

  const intake = createIntake({
    document,
    signal,
    schedule,
    openShadow,
    on: () => chosen.on,
    reader,
    splits,
    covers,
    places,
    drawing,
    labels,
    hydration,
    title,
    place,
    apply: hiding.apply,
    drop(run) {
      if (told.forget(run)) summary.changed();
    },
    told: (element) => [...told.runs].filter((run) => run.pieces.some(({ node }) => element.contains(node))),
    moved() {
      memory.leave();
      summary.changed();
    },
    listeners,
    observe(root) {
      clearLeftovers(root, openShadow, covers.disown);
      turns.observe(root);
    },
    act,
    trouble: trouble("reading"),
  });
  const turns = createTurns({
    view,
    signal,
    trouble: trouble("hiding"),
    handle(records) {
      listeners.check();
      covers.check();
      hiding.check();
      if (!settling.settled && records.some((record) => record.type === "childList")) settling.stir();
      hydration.changed(records);
      const { size } = splits;
      intake.handle(records);
      if (splits.size < size) summary.changed();
      tail.follow();
      menu.check();
    },
    after() {
      intake.run();
      tail.follow();
      menu.check();
    },
  });

  const settling = whenSettled({
    document,
    schedule,
    trusted,
    signal,
    listeners,
    sleepers: () => told.runs.size > 0 && (drawing.shy || hydration.any),
    changed: (atOnce) =>
      turns.act(() => {
        if (settling.awake) hydration.wake();
        if (atOnce) layers.redraw(told.runs);
        else layers.redrawSlowly(told.runs);
      }),
  });

  clearLeftovers(document, openShadow, covers.disown);
  turns.observe(document);
  turns.start(intake.start);
  const onState = () => {
    turns.act(() => {});
    if (document.readyState === "interactive" && reader.active) hydration.look(true);
  };
  listeners.add(document, "readystatechange", onState, signal);
  // Only now do the page's sheets say which backgrounds stand under hidden labels.
  const onLoad = ({ target }: Event) => {
    if (isElement(target as Node) && /^(link|style)$/.test(nameOf(target as Element)))
      turns.act(labels.refilter);
  };
  listeners.add(document, "load", onLoad, signal);
  // It has missed what has changed meanwhile.
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && options.onReturn();
  listeners.add(view, "pageshow", onShow, signal);
  // When a whole page goes, its tab says so. Whoever comes back from the cache tells anew, as after every choice.
  listeners.add(view, "pagehide", () => view.parent !== view && summary.leave(), signal);
  signal.addEventListener("abort", () => {
    labels.clear();
    title.clear();
    layers.clear(told.runs);
  });

  return {
    update(next, isOn) {
      turns.act(() => {
        if (isOn && !chosen.on) intake.turnedOn();
        Object.assign(chosen, { snapshot: next ?? closedSnapshot, on: isOn });
        for (const key of chosen.snapshot.spared) memory.forget(+key);
        layers.restyle();
        hiding.refilter();
        if (rules.set(chosen.snapshot.rules)) intake.readAgain(true);
      });
    },
    revealAll: answers.revealAll,
    hideAgain: answers.hideAgain,
    nextVeil: createNextVeil(document, () => told.all().flatMap((run) => run.pieces[0]?.node ?? [])),
    choose: menu.choose,
    summary: summary.now,
  };
}
