/** The only names of ours that a page can see. They say nothing of what is hidden, or from which show. */

/** Stands after a shortened text node: holds its veils and the rest of its text. Never registered. */
export const shieldTag = "spoiler-shield";
/** One veil: a closed shadow root with the button. Never registered. */
export const veilTag = "spoiler-veil";
/** On covered elements. */
export const coverAttribute = "data-spoiler-cover";
/** What an attribute or the tab's title says instead. */
export const neutralText = "Spoiler hidden";
/** The button's name: what it does, not what it hides. */
export const buttonName = "Spoiler hidden. Show it.";
