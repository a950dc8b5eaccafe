/** The sections of the options page, as their addresses have them, in the order in which they are listed. */
export const sections = ["shows", "hiding", "look", "rules", "sites", "lists", "shortcuts", "data"] as const;
export type Section = (typeof sections)[number];
