/**
 * The browser's own menu over what is hidden. Browsers do not tell an extension which element in a closed tree was
 * clicked; this layer knows. While the pointer rests on something hidden, or the keyboard is at it, the wiring is told
 * what the menu can offer there, and what is chosen is done to the one that the menu was opened on. A page can neither
 * cause that nor see it: events of its own making do not count, and nothing of it stands in the document.
 */
import type { Listeners } from "./listeners.ts";
import type { VeilItem } from "./options.ts";
import type { Schedule } from "./schedule.ts";

/** Milliseconds: a pointer that only passes is not worth a message. */
const rest = 50;
/** Milliseconds after which it is told again, as long as the pointer moves there or keys are pressed. */
const again = 2000;
/** And where nothing moves: sooner than the background would take it back (pointed.ts). */
const still = 8000;

/** What can be done about something hidden. */
export type Offers = Readonly<Partial<Record<VeilItem, () => void>>>;

export interface Menu {
  /** `focus`: only we can give the focus to this element, so that its having it is the reader's doing. */
  attach(element: HTMLElement, offers: Offers, focus: boolean, signal?: AbortSignal): void;
  /** The page may have changed: what is gone has been left. */
  check(): void;
  choose(item: VeilItem): void;
}

export interface MenuParts {
  readonly view: Window;
  readonly listeners: Listeners;
  readonly schedule: Schedule;
  readonly trusted: (event: Event) => boolean;
  readonly signal: AbortSignal;
  /** What the menu can offer from now on; nothing: it would be opened on nothing hidden. */
  readonly tell: (items: readonly VeilItem[]) => void;
}

export function createMenu({ view, listeners, schedule, trusted, signal, tell }: MenuParts): Menu {
  let at: Element | undefined;
  let told = 0;
  let asked: { readonly element: Element; readonly offers: Offers } | undefined;
  let waiting: (() => void) | undefined;
  let renewal: (() => void) | undefined;

  const stay = () => {
    waiting?.();
    waiting = undefined;
  };
  const leave = (element = at) => {
    stay();
    if (!at || at !== element) return;
    renewal?.();
    at = undefined;
    tell([]);
  };
  const pointing = ["pointermove", "pointerdown"];
  /** A pointer that moves may be anywhere else. One for all, and gone with its first call: later the pointer counts. */
  const away = () => {
    for (const type of pointing) view.removeEventListener(type, away, true);
    leave();
  };
  let started = false;
  /** Where nothing is hidden nothing is listened to. */
  const start = () => {
    started = true;
    for (const type of ["pagehide", "visibilitychange"]) listeners.add(view, type, () => leave(), signal);
    // Whatever it is opened on now.
    listeners.add(view, "contextmenu", (event) => trusted(event) && (asked = undefined), signal);
    signal.addEventListener("abort", () => leave());
  };
  return {
    attach(element, offers, focus, until) {
      if (!started) start();
      const on = <K extends keyof HTMLElementEventMap>(
        type: K,
        run: (event: HTMLElementEventMap[K]) => void,
      ) =>
        element.addEventListener(
          type,
          (event) => trusted(event) && run(event),
          until ? { signal: until } : {},
        );
      const enter = () => {
        stay();
        if (!element.isConnected || (at === element && schedule.now() - told < again)) return;
        at = element;
        told = schedule.now();
        tell(Object.keys(offers) as VeilItem[]);
        renewal?.();
        renewal = schedule.later(enter, still);
      };
      for (const type of ["pointerenter", "pointermove"] as const)
        on(type, ({ pointerType }) => {
          if (pointerType === "touch") return;
          if (at === element) enter();
          else waiting ??= schedule.later(enter, rest);
        });
      on("pointerleave", () => leave(element));
      on("keydown", () => at === element && enter());
      if (focus)
        on("focusin", () => {
          enter();
          for (const type of pointing) view.addEventListener(type, away, { capture: true, signal });
        });
      on("focusout", () => leave(element));
      on("contextmenu", () => (asked = { element, offers }));
      until?.addEventListener("abort", () => leave(element));
    },
    check: () => at?.isConnected === false && leave(),
    choose(item) {
      const was = asked;
      asked = undefined;
      if (was?.element.isConnected) was.offers[item]?.();
    },
  };
}
