/** The page layer without a browser around it: nobody hears what it says, there are no rules, and every text is read. */
import type { ShieldOptions } from "./options.ts";

const nobody = () => {};

export const alone: Omit<ShieldOptions, "document" | "detector" | "say" | "signal"> = {
  gate: () => true,
  rules: { set: () => false, touches: () => false, around: (detector) => detector },
  openShadow: (element) => element.shadowRoot,
  recoverable: false,
  onSpare: nobody,
  onSeen: nobody,
  onReveal: nobody,
  recall: nobody,
  onPoint: nobody,
  onReturn: nobody,
  onChange: nobody,
};
