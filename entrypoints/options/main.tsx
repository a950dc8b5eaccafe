/** Wires the browser to the options page of lib/ui. */
import { shows } from "virtual:catalog/shows";
import { render } from "preact";
import { browser } from "wxt/browser";
import { snapshotKey } from "../../lib/preferences/snapshot.ts";
import { createAsk } from "../../lib/ui/client.ts";
import { createOptions } from "../../lib/ui/options/model.ts";
import { Options } from "../../lib/ui/options/options.tsx";
import { localize, say } from "../../lib/ui/page.ts";

/** Firefox opens its page of shortcuts by a call, Chromium by an address; on phones there is neither page nor key. */
const commands = browser.commands as typeof browser.commands & {
  openShortcutSettings?: () => Promise<void>;
};
const change =
  commands &&
  (commands.openShortcutSettings?.bind(commands) ??
    (() => browser.tabs.create({ url: "chrome://extensions/shortcuts" })));

const model = createOptions({
  catalog: shows,
  ask: createAsk((message) => browser.runtime.sendMessage(message)),
});

// Asked first: the answer takes longer than drawing what can be drawn without it.
void model.settings.refresh();
localize(document);
const root = document.getElementById("options");
if (root)
  render(
    <Options
      model={model}
      say={say}
      loadDetection={async () => (await import("../../lib/ui/options/detection.ts")).createDetection()}
      loadExchange={async () => (await import("../../lib/ui/exchange/engine.ts")).createEngine()}
      shortcuts={{ commands: async () => (await commands?.getAll()) ?? [], change }}
    />,
    root,
  );

browser.storage.local.onChanged.addListener((changes) => {
  if (snapshotKey in changes) void model.settings.refresh();
});
