/** No request is ever made: everything that the browser asks for over the network is what the pages themselves ask for. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { page, show } from "./articles.ts";
import { browsers } from "./each-browser.ts";
import { launch } from "./launch.ts";
import { clickVeil, veiled } from "./look.ts";
import { inPopup, say } from "./popup.ts";

/** A proxy that knows one site and notes whatever it is asked for, by the worker and the popup too. */
const asked: string[] = [];
const proxy = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.writeHead(200, { "content-type": "text/html" }).end(page);
});
proxy.on("connect", (request, socket) => {
  asked.push(request.url ?? "");
  socket.end();
});
await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
afterAll(() => void proxy.close());

const { port } = proxy.address() as AddressInfo;
const throughProxy = {
  chromium: {
    args: [
      `--proxy-server=127.0.0.1:${port}`,
      "--proxy-bypass-list=<-loopback>",
      "--disable-field-trial-config",
    ],
  },
  firefox: {
    prefs: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
    },
  },
};
/** The browser itself looks for an icon of each site, for newer versions of itself and for lists of its maker. */
const own = {
  chromium: /^http:\/\/blog\.example\/(one|two|favicon\.ico)$|\.(google|googleapis|gvt1)\.com/,
  firefox:
    /^http:\/\/blog\.example\/(one|two|favicon\.ico)$|\.(mozilla\.(com|net|org)|firefox\.com|mozgcp\.net|googleapis\.com)(:443)?(\/|$)/,
};

it.each(
  browsers,
)("%s: a browsing session with popup, veils and choices asks for the pages and for nothing else", async (name) => {
  asked.length = 0;
  const session = await launch(name, throughProxy[name]);
  try {
    const tab = await session.newPage();
    for (const path of ["one", "two"]) {
      await tab.goto(`http://blog.example/${path}`);
      await veiled(tab);
    }
    await clickVeil(tab);
    await inPopup(session, async (popup) => {
      await say(popup, { type: "edit", edit: { shows: { [show.id]: { state: "watched" } } } });
      await say(popup, { type: "undo" });
    });
    await new Promise((done) => setTimeout(done, 3_000));
    expect(asked).toContain("http://blog.example/one");
    expect(asked.filter((url) => !own[name].test(url))).toEqual([]);
  } finally {
    await session.close();
  }
}, 90_000);
