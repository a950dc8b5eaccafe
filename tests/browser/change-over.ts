/** The change from cover to veil, looked at in every frame. */

/** In how many painted frames the sentence in `#b` was covered, was veiled, and was neither. */
export interface ChangeOver {
  covered: number;
  veiled: number;
  neither: number;
}

/** Counts in `window.changeOver` from now on. Runs in the page. */
export function watchChangeOver(sentence: string): void {
  const state: ChangeOver = { covered: 0, veiled: 0, neither: 0 };
  Object.assign(window, { changeOver: state });
  const look = () => {
    const veil = document.querySelector("#b spoiler-veil");
    const covered = [...(CSS.highlights.get("spoiler-cover") ?? [])].some((range) => `${range}` === sentence);
    if (veil && veil.getBoundingClientRect().width > 100) state.veiled++;
    else if (covered) state.covered++;
    else state.neither++;
  };
  const tick = () => {
    // An observer of sizes is told last before painting, and first of all when it is new.
    new ResizeObserver((_, observer) => {
      observer.disconnect();
      look();
    }).observe(document.documentElement);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
