/** The sections of the options page, as their addresses have them, in the order in which they are listed. */
export const sections = ["shows", "hiding", "look", "rules", "sites", "lists", "shortcuts", "data"] as const;
export type Section = (typeof sections)[number];

/** These say nothing of rules and spared stretches, which take longer to come than all else. */
export const light: ReadonlySet<Section> = new Set(["shows", "look", "sites", "shortcuts"]);

/** The section that an address names ("#rules"); the first where it names none. */
export function sectionOf(hash: string): Section {
  return sections.find((section) => hash === `#${section}`) ?? sections[0];
}
