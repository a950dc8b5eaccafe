/** The only names of ours that a page can see. They say nothing of what is hidden, or from which show. */

/** Stands after a shortened text node: holds its veils and the rest of its text. Never registered. */
export const shieldTag = "spoiler-shield";
/** One veil: a closed shadow root with the button. Never registered. */
export const veilTag = "spoiler-veil";
/** Within a veil's closed root, where Firefox may end our script: what it hides, and what stands there in its place. */
export const keptAttribute = "data-spoiler-kept";
export const insteadAttribute = "data-spoiler-instead";
/** On covered elements. */
export const coverAttribute = "data-spoiler-cover";
/**
 * On what has very many elements and has not been read. A name of its own, for a change of the other gives each of them
 * a style anew, by the rules of highlights (Chromium), which takes seconds; so would any that they inherit.
 */
export const crowdAttribute = "data-spoiler-crowd";
/** Its value where letters are covered by a highlight: the element itself is only kept from being selected. */
export const stillLook = "still";
/** The same where a large first letter that floats is among them: Chromium paints that under no highlight. */
export const initialLook = "still-initial";
/** Its value on what has not been read yet: not painted, and blurred as well should the page's style bring it back. */
export const unreadLook = "unread";
/** Its value on what stays covered, for no veil can stand in it. */
export const aloneLook = "alone";
/** Those of text that stays where it is: it may have a label, and has no button. */
export const labelLooks: readonly string[] = [aloneLook, stillLook, initialLook];
/** The highlight over covered letters, and the one that gives it its look a moment later. */
export const coverHighlight = "spoiler-cover";
export const lookHighlight = "spoiler-cover-look";
/** The highlights, numbered, under which what has been revealed comes into focus. */
export const softHighlight = "spoiler-soft";
