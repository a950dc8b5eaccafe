/** No request is ever made: everything that the browser asks for over the network is what the pages themselves ask for. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { page, show } from "./articles.ts";
import { browsers } from "./each-browser.ts";
import { launch } from "./launch.ts";
import { clickVeil, until, veils } from "./look.ts";
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

it.runIf(browsers.includes("chromium"))(
  "chromium: a browsing session with popup, veils and choices asks for the pages and for nothing else",
  async () => {
    const { port } = proxy.address() as AddressInfo;
    const args = [
      `--proxy-server=127.0.0.1:${port}`,
      "--proxy-bypass-list=<-loopback>",
      "--disable-field-trial-config",
    ];
    const session = await launch("chromium", { args });
    try {
      const tab = await session.newPage();
      for (const path of ["one", "two"]) {
        await tab.goto(`http://blog.example/${path}`);
        await until(async () => expect(await veils(tab)).toBe(1), 20_000);
      }
      await clickVeil(tab);
      await inPopup(session, async (popup) => {
        await say(popup, { type: "edit", edit: { shows: { [show.id]: { state: "watched" } } } });
        await say(popup, { type: "undo" });
      });
      await new Promise((done) => setTimeout(done, 3_000));
      // The browser itself looks for an icon of each site, and whether a newer version of itself is there.
      const own = /^http:\/\/blog\.example\/(one|two|favicon\.ico)$|\.(google|googleapis|gvt1)\.com/;
      expect(asked).toContain("http://blog.example/one");
      expect(asked.filter((url) => !own.test(url))).toEqual([]);
    } finally {
      await session.close();
    }
  },
  90_000,
);
