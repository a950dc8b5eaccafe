/** Small drawings, in the colour of the text around them unless they are the shield itself. */

/** The shield with its veil, as on the toolbar (public/icon/). */
export function ShieldIcon() {
  return (
    <svg class="shield" viewBox="0 0 32 32" aria-hidden="true">
      <path class="shield-body" d="M16 2.5 27 6v9.2c0 6.6-4.4 11.6-11 14.3C9.4 26.8 5 21.8 5 15.2V6z" />
      <g class="shield-lines">
        <path d="M10.5 11.5h11" />
        <path class="shield-veil" d="M10.5 16h11" />
        <path d="M10.5 20.5h6.5" />
      </g>
    </svg>
  );
}

export function PauseIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
      <rect x="3.5" y="3" width="3" height="10" rx="1" />
      <rect x="9.5" y="3" width="3" height="10" rx="1" />
    </svg>
  );
}

/** Three sliders. */
export function OptionsIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <path
        d="M2 4h6.500M12 4h2M2 8h2M7.500 8H14M2 12h5.500M11 12h3"
        stroke-width="1.500"
        stroke-linecap="round"
      />
      <g stroke-width="1.500">
        <circle cx="10.200" cy="4" r="1.700" />
        <circle cx="5.700" cy="8" r="1.700" />
        <circle cx="9.200" cy="12" r="1.700" />
      </g>
    </svg>
  );
}

export function SearchIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <circle cx="7" cy="7" r="4.5" stroke-width="1.5" />
      <path d="m10.5 10.5 3.5 3.5" stroke-width="1.5" stroke-linecap="round" />
    </svg>
  );
}
