/** A catalog of three shows and a background that does what it is told, for the tests of the popup. */
import type { PageReport, PopupMessage, PreferencesState } from "../../../lib/messages.ts";
import { applyEdit, defaults, inverseOf } from "../../../lib/preferences/choices.ts";
import type { Ask } from "../../../lib/ui/client.ts";

const show = (id: string, title: string, continues?: string) => ({
  id,
  title,
  aliases: [],
  year: 2011,
  format: "tv" as const,
  parts: [{ title: "Season 1", episodes: 12 }],
  ...(continues ? { continues } : {}),
});
export const catalog = [show("alpha", "Alpha"), show("beta", "Beta & Co.", "alpha"), show("gamma", "Gamma")];

export class Background {
  state: PreferencesState = { ...defaults, revision: 0, lastChange: null, problems: [] };
  page: PageReport = {
    host: "a.example",
    veils: 3,
    shows: { gamma: 2, beta: 1, unknown: 5 },
    kinds: {},
    rules: 0,
    problems: [],
  };
  /** What a page of the extension finds without asking. */
  lastReport: PageReport | undefined;
  broken = false;
  changes = 0;
  readonly asked: PopupMessage[] = [];

  readonly ask = (async (message: PopupMessage) => {
    this.asked.push(message);
    if (this.broken) throw new Error("broken");
    if (message.type === "page") return this.page;
    if (message.type === "copy") return { name: "list.json", text: "all of it" };
    if (message.type === "edit") {
      const lastChange = {
        id: ++this.changes,
        edit: message.edit,
        inverse: inverseOf(this.state, message.edit),
        at: 0,
      };
      this.state = { ...this.state, ...applyEdit(this.state, message.edit), lastChange };
    }
    if (message.type === "undo") {
      const inverse = this.state.lastChange?.inverse ?? {};
      this.state = { ...this.state, ...applyEdit(this.state, inverse), lastChange: null };
    }
    return this.state;
  }) as Ask;
}
