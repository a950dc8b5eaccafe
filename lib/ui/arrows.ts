/** Up and down go from switch to switch, past hundreds of them faster than Tab. Listens on each switch. */
export function moveByArrow(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const from = event.currentTarget;
  if (step === 0 || !(from instanceof HTMLElement)) return;
  const switches = [...(from.closest("main")?.querySelectorAll<HTMLElement>("li [role=switch]") ?? [])];
  const at = switches.indexOf(from) + step;
  // Above the first stands the search box.
  const next = at < 0 ? document.querySelector<HTMLElement>("input[type=search]") : switches[at];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
