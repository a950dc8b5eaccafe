/** Wires the browser to the options page of lib/ui. */
import { shows } from "virtual:catalog/shows";
import { render } from "preact";
import { browser } from "wxt/browser";
import { earlyKey } from "../../lib/preferences/early.ts";
import { snapshotKey } from "../../lib/preferences/snapshot.ts";
import { createAsk, follow } from "../../lib/ui/client.ts";
import { keepFocus } from "../../lib/ui/keep-focus.ts";
import { createOptions } from "../../lib/ui/options/model.ts";
import { Options } from "../../lib/ui/options/options.tsx";
import { light, sectionOf } from "../../lib/ui/options/sections.ts";
import { loadTables } from "../../lib/ui/options/tables.ts";
import { localize, say } from "../../lib/ui/page.ts";
import { prepareSearch } from "../../lib/ui/show-search.ts";
import { listed } from "../../lib/ui/show-title.ts";

/** Firefox opens its page of shortcuts by a call, Chromium by an address; on phones there is neither page nor key. */
const commands = browser.commands as typeof browser.commands & {
  openShortcutSettings?: () => Promise<void>;
};
const change =
  commands &&
  (commands.openShortcutSettings?.bind(commands) ??
    (() => browser.tabs.create({ url: "chrome://extensions/shortcuts" })));

const model = createOptions({
  catalog: listed(shows),
  ask: createAsk((message) => browser.runtime.sendMessage(message)),
});

/** The detector's code and, from the content script's own file, the catalog. */
const loadDetection = async () => {
  const [{ createDetection }, tables] = await Promise.all([
    import("../../lib/ui/options/detection.ts"),
    loadTables(document, browser.runtime.getURL("/shield.js")),
  ]);
  return createDetection(tables);
};

localize(document);
keepFocus(document);
// The background is asked once there is something to be seen: where it has much to read, it takes the time that the
// first frame needs.
const none = (): Record<string, unknown> => ({});
void Promise.all([
  browser.storage.session.get(earlyKey).catch(none),
  light.has(sectionOf(location.hash)) ? none() : browser.storage.local.get(snapshotKey).catch(none),
]).then(async ([{ [earlyKey]: early }, { [snapshotKey]: snapshot }]) => {
  model.settings.begin(early, snapshot);
  const root = document.getElementById("options");
  if (root)
    render(
      <Options
        model={model}
        say={say}
        loadDetection={loadDetection}
        loadExchange={async () => (await import("../../lib/ui/exchange/engine.ts")).createEngine()}
        shortcuts={{ commands: async () => (await commands?.getAll()) ?? [], change }}
      />,
      root,
    );
  await model.settings.refresh();
  void prepareSearch();
});

follow(browser.storage.local, model.settings.refresh);
