/** A switch: a native button that says what it switches. */
interface SwitchProps {
  readonly on: boolean;
  /** The accessible name. */
  readonly name: string;
  /** Id of what says more, such as a column's heading. */
  readonly describedBy?: string;
  readonly onToggle: (on: boolean) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function Switch({ on, name, describedBy, onToggle, onKeyDown }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-label={name}
      {...(describedBy ? { "aria-describedby": describedBy } : {})}
      {...(onKeyDown ? { onKeyDown } : {})}
      onClick={() => onToggle(!on)}
    >
      <span class="switch-track" />
    </button>
  );
}
