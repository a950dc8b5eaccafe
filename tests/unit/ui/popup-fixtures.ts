/** A catalog of three shows and a background that does what it is told, for the tests of the popup. */
import type { PageReport, PopupMessage, PreferencesState } from "../../../lib/messages.ts";
import { applyEdit, type Change, defaults, inverseOf } from "../../../lib/preferences/choices.ts";
import { onward } from "../../../lib/preferences/onward.ts";
import type { Ask } from "../../../lib/ui/client.ts";
import { nowhere } from "../../../lib/ui/popup/model.ts";

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
    ...nowhere,
    host: "a.example",
    veils: 3,
    shows: { gamma: 2, beta: 1, unknown: 5 },
  };
  /** What a page of the extension finds without asking. */
  lastReport: PageReport | undefined;
  broken = false;
  changes = 0;
  readonly asked: PopupMessage[] = [];
  private readonly history: Change[] = [];

  readonly ask = (async (message: PopupMessage) => {
    this.asked.push(message);
    if (this.broken) throw new Error("broken");
    if (message.type === "page") return this.page;
    if (message.type === "copy") return { name: "list.json", text: "all of it" };
    if (message.type === "edit") {
      const edit = message.onward ? onward(this.state.shows, message.edit) : message.edit;
      if (!edit) return this.state;
      this.history.push({ id: ++this.changes, edit, inverse: inverseOf(this.state, edit), at: 0 });
      this.state = { ...this.state, ...applyEdit(this.state, edit), lastChange: this.history.at(-1)! };
    }
    // As the store has it: only the change that is named, and only while it is the last.
    if (message.type === "undo" && message.change === this.history.at(-1)?.id) {
      const inverse = this.history.pop()?.inverse ?? {};
      const lastChange = this.history.at(-1) ?? null;
      this.state = { ...this.state, ...applyEdit(this.state, inverse), lastChange };
    }
    return this.state;
  }) as Ask;
}
