/** The built extension in a real browser, the same for Chromium and Firefox. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer, { type Browser, type Page, type Target } from "puppeteer-core";
import { type BrowserName, findBrowser } from "./find.ts";
import { inFirefoxWindow } from "./firefox-window.ts";
import { type Scheme, schemePref, schemeValue } from "./scheme.ts";
import { isWorker } from "./worker.ts";

const output = (folder: string) => fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
export const built: Readonly<Record<BrowserName, string>> = {
  chromium: output("chrome-mv3"),
  firefox: output("firefox-mv2"),
};

export const geckoId = "spoiler-shield@spoiler-shield.app";
/** Firefox draws an address for each installation: the tests fix it. */
const geckoUuid = "6f1d7c52-9a5e-4c5b-8d3f-1b2a3c4d5e6f";

/** For every Chromium that a test or a tool starts. */
export const chromiumFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // No process is begun for a tab that may never come.
  "--disable-features=SpareRendererForSitePerProcess",
  // Root has no sandbox to start in.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export interface Session {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** `window`: in a window of its own, which is painted whatever else is open: of tabs only the one in front is. */
  newPage(window?: boolean): Promise<Page>;
  /** A page of the extension, "popup.html" say, as a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Puts the built extension, altered so, in the place of the one that is installed. In Firefox alone. */
  replaceExtension(options: Pick<LaunchOptions, "change">): Promise<unknown>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<Session>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly headless?: boolean;
  /** What the system prefers, as pages and the popup see it. */
  readonly scheme?: Scheme;
  readonly profile?: string;
  /** The language of the extension's words, whatever the browser speaks. */
  readonly language?: string;
  /** Leaves the page open that greets whoever has just installed the extension. */
  readonly keepWelcome?: boolean;
  readonly args?: readonly string[];
  /** Alters the copy of the built extension that is then installed. */
  readonly change?: (folder: string) => void;
  /** Firefox's settings, by name. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
}

/** Milliseconds for a page to come: with two browsers on two slow cores half of that has not been enough. */
const longestWay = 60_000;

/** `again`: a browser that does not show the page that is asked for is started once more. */
export async function launch(
  name: BrowserName,
  options: LaunchOptions = {},
  again = options.keepWelcome,
): Promise<Session> {
  const folder = process.env["PROFILES"] ?? tmpdir();
  const profile = options.profile ?? mkdtempSync(join(folder, `spoiler-shield-${name}-`));
  // Where many are started (profiles.ts).
  if (name === "firefox" && readdirSync(profile).length === 0 && process.env["PROFILES"])
    cpSync(await (used ??= usedProfile(folder)), profile, { recursive: true });
  const start = name === "chromium" ? launchChromium : launchFirefox;
  const { browser, openExtensionPage } = await start(profile, options);
  const welcome = await welcomePage(browser, options.profile ? 2000 : 15_000);
  if (!welcome && again) {
    // Firefox leaves a page of an extension without an answer now and then.
    await browser.close();
    return launch(name, options, false);
  }
  if (!options.keepWelcome) await welcome?.close();
  return {
    name,
    browser,
    openExtensionPage,
    async newPage(window = false) {
      const page = await browser.newPage(window ? { type: "window" } : {});
      page.setDefaultNavigationTimeout(longestWay);
      return page;
    },
    replaceExtension: (changed) => browser.installExtension(packageOf(name, changed)),
    async restart() {
      await browser.close();
      return launch(name, { ...options, profile });
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The page that opens when the extension has been installed; a known profile may be greeted no more. */
export async function welcomePage(browser: Browser, patience: number): Promise<Page | undefined> {
  const end = Date.now() + patience;
  for (;;) {
    // Asked of the page itself: WebDriver does not tell of navigations to addresses of extensions.
    for (const page of await browser.pages()) {
      const address = await page.evaluate("location.href").catch(() => "");
      if (String(address).endsWith("/welcome.html")) return page;
    }
    if (Date.now() > end) return undefined;
    await new Promise((r) => setTimeout(r, 50));
  }
}

type Started = Pick<Session, "browser" | "openExtensionPage">;

async function launchChromium(profile: string, options: LaunchOptions): Promise<Started> {
  const browser = await puppeteer.launch({
    executablePath: findBrowser("chromium"),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: [packageOf("chromium", options)],
    userDataDir: profile,
    defaultViewport: options.headless === false ? null : { width: 1000, height: 800 },
    args: [
      ...chromiumFlags,
      ...(options.scheme
        ? [`--blink-settings=preferredColorScheme=${options.scheme === "dark" ? 0 : 1}`]
        : []),
      ...(options.args ?? []),
    ],
  });
  const worker = await browser.waitForTarget(isWorker);
  const id = new URL(worker.url()).host;
  return {
    browser,
    // At its address from the start: an empty tab would be a process more, which is thrown away at once.
    async openExtensionPage(path) {
      const url = `chrome-extension://${id}/${path}`;
      const client = await browser.target().createCDPSession();
      const { targetId } = await client.send("Target.createTarget", { url });
      await client.detach();
      const known = (target: Target) => (target as unknown as { _targetId: string })._targetId === targetId;
      const page = (await (await browser.waitForTarget(known)).page())!;
      const loaded = `location.href === ${JSON.stringify(url)} && document.readyState === "complete"`;
      await page.waitForFunction(loaded, { timeout: longestWay });
      return page;
    },
  };
}

const copies: string[] = [];
process.on("exit", () => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** The built extension, or a copy of it as the options want it. */
function packageOf(name: BrowserName, { language, change }: LaunchOptions): string {
  if (!language && !change) return built[name];
  const copy = mkdtempSync(join(tmpdir(), "spoiler-shield-copy-"));
  copies.push(copy);
  cpSync(built[name], copy, { recursive: true });
  if (language) speak(copy, language);
  change?.(copy);
  return copy;
}

/** Leaves one language only: browsers bring none but their own on many machines. */
function speak(folder: string, language: string): void {
  for (const other of readdirSync(join(folder, "_locales")))
    if (other !== language) rmSync(join(folder, "_locales", other), { recursive: true });
  const manifest = join(folder, "manifest.json");
  const known = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>;
  writeFileSync(manifest, JSON.stringify({ ...known, default_locale: language }));
}

/** Firefox without anything, in this profile. */
const startFirefox = (profile: string, options: LaunchOptions): Promise<Browser> =>
  puppeteer.launch({
    browser: "firefox",
    // A command to a tab that is just leaving its page is now and then not answered: a test is to fail by it, not to
    // hang.
    protocolTimeout: 60_000,
    executablePath: findBrowser("firefox"),
    headless: options.headless ?? true,
    userDataDir: profile,
    defaultViewport: options.headless === false ? null : { width: 1000, height: 800 },
    args: ["--remote-allow-system-access", ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...(options.scheme && {
        [schemePref]: schemeValue(options.scheme),
      }),
      "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: geckoUuid }),
      // An add-on that is loaded unpacked is removed at the end of a session: what it stored must stay.
      "extensions.webextensions.keepStorageOnUninstall": true,
      "extensions.webextensions.keepUuidOnUninstall": true,
      // All pages in one process, as those of the extension are: one of its own for each tab costs more than the page.
      "dom.ipc.processCount": 1,
      "dom.ipc.processCount.webIsolated": 1,
      ...options.prefs,
    },
  });

/** A profile in which Firefox has been once: in a new one half of its start is what it does there alone. */
let used: Promise<string> | undefined;
async function usedProfile(folder: string): Promise<string> {
  const profile = mkdtempSync(join(folder, "used-"));
  await (await startFirefox(profile, {})).close();
  return profile;
}

async function launchFirefox(profile: string, options: LaunchOptions): Promise<Started> {
  const browser = await startFirefox(profile, options);
  await browser.installExtension(packageOf("firefox", options));
  return {
    browser,
    // WebDriver may not navigate to moz-extension: the browser's window opens the tab instead.
    async openExtensionPage(path) {
      const before = new Set(await browser.pages());
      const url = JSON.stringify(`moz-extension://${geckoUuid}/${path}`);
      const rights = "Services.scriptSecurityManager.getSystemPrincipal()";
      await inFirefoxWindow(
        browser,
        `gBrowser.selectedTab = gBrowser.addTab(${url}, { triggeringPrincipal: ${rights} }); ""`,
      );
      const end = Date.now() + 10_000;
      for (;;) {
        try {
          const page = (await browser.pages()).find((p) => !before.has(p));
          await page?.waitForSelector("body", { timeout: 5000 });
          // The blank page has a body as well.
          if ((await page?.evaluate("location.protocol")) === "moz-extension:") return page!;
          throw new Error(`${path}: no tab`);
        } catch (error) {
          // Asked in the moment in which the tab goes from its blank page to ours.
          if (Date.now() > end) throw error;
        }
        await new Promise((r) => setTimeout(r, 50));
      }
    },
  };
}
