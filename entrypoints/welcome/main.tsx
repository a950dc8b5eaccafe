/** Wires the browser to the welcome page of lib/ui. */
import { shows } from "virtual:catalog/shows";
import { render } from "preact";
import { browser } from "wxt/browser";
import { createAsk, follow } from "../../lib/ui/client.ts";
import { keepFocus } from "../../lib/ui/keep-focus.ts";
import { localize, say } from "../../lib/ui/page.ts";
import { createSettings } from "../../lib/ui/settings.ts";
import { Welcome } from "../../lib/ui/welcome/welcome.tsx";

const settings = createSettings(createAsk((message) => browser.runtime.sendMessage(message)));

// Asked first: the answer takes longer than drawing what can be drawn without it.
void settings.refresh();
localize(document);
keepFocus(document);
const root = document.getElementById("welcome");
if (root)
  render(
    <Welcome
      settings={settings}
      catalog={shows}
      say={say}
      load={async () => (await import("../../lib/ui/exchange/engine.ts")).createEngine()}
      optionsPage={browser.runtime.getURL("/options.html")}
      // So it is on Android, where Firefox knows nothing of windows either.
      inMenu={browser.windows === undefined}
    />,
    root,
  );

follow(browser.storage.local, settings.refresh);
