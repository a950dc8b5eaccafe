/** A catalog of four shows and a background that does what it is told, for the tests of the options page. */
import type { PopupMessage, PreferencesState } from "../../../lib/messages.ts";
import { applyEdit, type Change, defaults, inverseOf } from "../../../lib/preferences/choices.ts";
import type { Ask } from "../../../lib/ui/client.ts";

const show = (id: string, title: string, year: number, format: "tv" | "film", continues?: string) => ({
  id,
  title,
  aliases: [],
  year,
  format,
  parts: [{ title: "Season 1", episodes: format === "film" ? 1 : 12 }],
  ...(continues ? { continues } : {}),
  ...(format === "film" ? { studio: "Studio Ghibli" } : {}),
});

export const catalog = [
  show("alpha", "Alpha", 1998, "tv"),
  show("beta", "Beta", 2014, "film"),
  show("gamma", "Gamma", 2015, "tv", "alpha"),
  show("delta", "Delta", 2020, "film"),
];

export class Background {
  state: PreferencesState = { ...defaults, revision: 1, lastChange: null, problems: [] };
  broken = false;
  readonly asked: PopupMessage[] = [];
  private readonly changes: Change[] = [];

  readonly ask = (async (message: PopupMessage) => {
    this.asked.push(message);
    if (this.broken) throw new Error("broken");
    if (message.type === "edit") {
      const { edit } = message;
      const inverse = inverseOf(this.state, edit);
      this.changes.push({ id: this.changes.length + 1, edit, inverse, at: 0 });
      this.state = { ...this.state, ...applyEdit(this.state, edit) };
    }
    if (message.type === "undo") {
      const last = this.changes.pop();
      if (last) this.state = { ...this.state, ...applyEdit(this.state, last.inverse) };
    }
    if (message.type === "erase") {
      this.changes.length = 0;
      this.state = { ...this.state, ...defaults };
    }
    this.state = { ...this.state, lastChange: this.changes.at(-1) ?? null };
    return this.state;
  }) as Ask;
}
