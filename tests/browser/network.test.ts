/**
 * No request is ever made: everything that the browser asks for over the network is what the pages themselves ask for.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, expect, it } from "vitest";
import { sections } from "../../lib/ui/options/sections.ts";
import { malFile } from "../unit/exchange/fixtures.ts";
import { page, show, spoiler } from "./articles.ts";
import { named, press } from "./by-name.ts";
import { browsers } from "./each-browser.ts";
import type { BrowserName } from "./find.ts";
import { launch, type Session, welcomePage } from "./launch.ts";
import { clickVeil, until, veiled, veils } from "./look.ts";
import { choose, inFrame, inOptions, mainText } from "./options.ts";
import { inPopup, say } from "./popup.ts";
import { update } from "./updating.ts";

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
/** What the pages are: theirs, and the icon that the browser looks for on each site. */
const pages = /^http:\/\/blog\.example\/(one|two|three|four|favicon\.ico)$/;
/**
 * Where the browser itself asks for newer versions of itself and for lists of its maker: these hosts and what is below
 * them.
 */
const makers = {
  chromium: ["google.com", "googleapis.com", "gvt1.com"],
  firefox: ["mozilla.com", "mozilla.net", "mozilla.org", "firefox.com", "mozgcp.net", "googleapis.com"],
};
/** The host of an address, or of what a tunnel is asked for: "host:443". */
const hostOf = (url: string) => /^(?:https?:\/\/)?([^/:?#]+)/.exec(url)?.[1] ?? url;
const isOwn = (name: BrowserName, url: string) =>
  pages.test(url) || makers[name].some((maker) => `.${hostOf(url)}`.endsWith(`.${maker}`));

const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-network-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const list = join(folder, "list.xml");
const rule = "lighthouse keeper";

/** The first page of all: its sample, and a list that is read and imported. */
async function onWelcome(session: Session): Promise<void> {
  const welcome = (await welcomePage(session.browser, 0))!;
  await welcome.bringToFront();
  await until(async () => expect(await inFrame(welcome, "querySelectorAll('spoiler-veil').length")).toBe(1));
  writeFileSync(list, malFile([{ title: "Monster", episodes: 74, watched: 3, status: "Watching" }]));
  await chooseFile(welcome);
  await press(welcome, "button", "Import 1 show");
  await welcome.waitForSelector(".importer-done");
  await press(welcome, "button", "Undo");
  await welcome.close();
}

async function chooseFile(page: Page): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await (input as ElementHandle<HTMLInputElement>).uploadFile(list);
}

/** Every section of the options: a rule and the tester, import, a file of each form. */
async function onOptions(session: Session): Promise<void> {
  for (const section of sections)
    await inOptions(session, section, async (options) => {
      if (section === "rules") {
        await choose(await named(options, "combobox", "Kind"), "phrase");
        await (await named(options, "textbox", "Words")).type(rule);
        await press(options, "button", "Add");
        await options.click(".tester summary");
        await (await named(options, "textbox", "Text")).type(`The ${rule} dies.`);
        await until(
          async () => expect(await mainText(options)).toContain("1 passage would be hidden."),
          20_000,
        );
      }
      if (section !== "lists") return;
      await chooseFile(options);
      await press(options, "button", "Import 1 show");
      await options.waitForSelector(".importer-done");
      await options.evaluate(`{
        globalThis.saved = [];
        HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
      }`);
      for (const button of await options.$$(".exporter button")) await button.click();
      await until(async () => expect(await options.evaluate("new Set(saved).size")).toBe(6));
    });
}

/** A page with something hidden, opened; the popup, a choice and its undo. */
async function onPages(session: Session): Promise<void> {
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
  await tab.close();
}

/** An update with a page open, in which the new script hides what comes later; and the next page. */
async function onUpdate(session: Session): Promise<void> {
  const tab = await session.newPage();
  await tab.goto("http://blog.example/three");
  await veiled(tab);
  await update(session);
  await tab.evaluate(
    `document.querySelector("article").insertAdjacentHTML("beforeend", ${JSON.stringify(`<p>${spoiler}</p>`)})`,
  );
  await until(async () => expect(await veils(tab)).toBe(2), 20_000);
  await tab.goto("http://blog.example/four");
}

it.each(
  browsers,
)("%s: a session with all that the extension has, and an update, asks for the pages and for nothing else", async (name) => {
  asked.length = 0;
  const session = await launch(name, { ...throughProxy[name], keepWelcome: true });
  try {
    await onWelcome(session);
    await onPages(session);
    await onOptions(session);
    // A request of the extension's own making: the proxy hears of it, and so it would have of any other. With its
    // page, which is closed afterwards, a request would end that is not on its way yet.
    await inPopup(session, (popup) =>
      popup.evaluate(`fetch("http://canary.example/", { mode: "no-cors" }).then(() => {}, () => {})`),
    );
    const isCanary = (url: string) => hostOf(url) === "canary.example";
    expect(asked.filter(isCanary)).not.toEqual([]);
    await onUpdate(session);
    expect(asked).toContain("http://blog.example/one");
    expect(asked.filter((url) => !isOwn(name, url) && !isCanary(url))).toEqual([]);
  } finally {
    await session.close();
  }
});
