/** Scripts of a page that want to open veils, break the shield, talk to the extension or find out that it is there. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { record } from "../figures.ts";
import { article, page, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { exposed, watchFor } from "./exposure.ts";
import { built } from "./launch.ts";
import { clickVeil, errorsOf, texts, until, veiled, veils } from "./look.ts";
import { inPopup, say } from "./popup.ts";
import { tell } from "./tell.ts";

/** Everything a script can do to an element that it has not made. */
const meddle = `
  const meddled = { seen: 0, removed: 0, copied: 0, events: 0, roots: 0, errors: [] };
  const poke = (veil) => {
    const at = { bubbles: true, composed: true, cancelable: true };
    for (const target of [veil, ...veil.children, veil.parentElement, document]) {
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick", "touchend"])
        target.dispatchEvent(new MouseEvent(type, at));
      for (const key of ["Enter", " "])
        for (const type of ["keydown", "keypress", "keyup"]) target.dispatchEvent(new KeyboardEvent(type, { key, code: key, ...at }));
      for (const type of ["reveal", "veil", "toggle", "command", "beforetoggle", "focus"]) target.dispatchEvent(new Event(type, at));
      meddled.events += 19;
    }
    veil.click();
    veil.focus();
  };
  const open = (veil) => {
    if (veil.shadowRoot) meddled.roots++;
    try { veil.attachShadow({ mode: "open" }); meddled.roots++; } catch {}
  };
  const ours = () => document.querySelectorAll("spoiler-veil");
  let turn = 0;
  const step = () => {
    try {
      for (const veil of ours()) {
        meddled.seen++;
        poke(veil);
        open(veil);
        const copy = veil.cloneNode(true);
        if (turn % 3 === 0) { veil.after(copy); meddled.copied++; poke(copy); }
        if (turn % 3 === 1) { veil.replaceWith(copy); meddled.removed++; }
        if (turn % 3 === 2) { veil.remove(); meddled.removed++; }
        turn++;
      }
    } catch (error) { meddled.errors.push(String(error)); }
  };
`;

/** What a page could say to an extension, in the words of ours. */
const words = [
  { type: "edit", edit: { shows: { "madoka-magica": { state: "watched" } } } },
  { type: "reveal-all" },
  { type: "erase" },
  { type: "copy" },
  { type: "seen", show: "madoka-magica" },
];

eachBrowser(
  (here) => {
    it("shows nothing to a page that copies, removes and presses its veils by script", async () => {
      const many = Array.from(
        { length: 5 },
        (_, i) => `<p id="p${i}">Evening ${i}. ${spoiler} Good night.</p>`,
      );
      const tab = await here.open(here.site.put("empty", "<!doctype html>"));
      await watchFor(tab, "Charlotte");
      const errors = errorsOf(tab);
      await tab.goto(
        here.site.put(
          "meddling",
          article(`<h1>Madoka Magica</h1>${many.join("")}<script>${meddle}</script>`),
        ),
      );
      await veiled(tab, 5);
      // Pressing alone opens nothing.
      await tab.evaluate("for (let i = 0; i < 50; i++) for (const veil of ours()) poke(veil)");
      expect(await veils(tab)).toBe(5);
      await tab.evaluate("globalThis.timer = setInterval(step, 15)");
      await new Promise((done) => setTimeout(done, 4_000));
      await tab.evaluate("clearInterval(timer)");
      await new Promise((done) => setTimeout(done, 1_000));
      const { frames, exposed: shown } = await exposed(tab);
      const meddled = (await tab.evaluate("meddled")) as Record<string, number>;
      console.log(
        `${here.session.name}: ${JSON.stringify(meddled)}, ${shown} of ${frames} frames with a spoiler in clear`,
      );
      record(`hostile scripts in ${here.session.name}`, {
        events: meddled["events"]!,
        taken: meddled["removed"]! + meddled["copied"]!,
        frames,
        shown,
      });
      expect(meddled).toMatchObject({ roots: 0, errors: [] });
      expect(meddled["removed"]).toBeGreaterThan(5);
      expect(shown).toBe(0);
      expect(errors).toEqual([]);
      // The page's own words are all there, and the reader is still the one who decides.
      for (const [id, text] of Object.entries(await texts(tab)).filter(([id]) => id.startsWith("p")))
        expect(text).toMatch(new RegExp(`^Evening ${id.slice(1)}\\. .*Good night\\.$`, "s"));
    });

    it("hears nothing that a page says", async () => {
      const tab = await here.open(here.site.put("talk", page));
      await veiled(tab);
      const { address, before } = await inPopup(here.session, async (popup) => ({
        address: new URL((await popup.evaluate("location.href")) as string),
        before: await say(popup, { type: "preferences" }),
      }));
      const heard = await tab.evaluate(
        async (id: string, messages: unknown[]) => {
          const answers: unknown[] = [];
          addEventListener("message", ({ data }) => {
            if (!messages.some((m) => JSON.stringify(m) === JSON.stringify(data))) answers.push(data);
          });
          const apis = [Reflect.get(globalThis, "chrome"), Reflect.get(globalThis, "browser")] as {
            runtime?: Record<string, (...args: unknown[]) => unknown>;
          }[];
          for (const message of messages) {
            postMessage(message, "*");
            document.dispatchEvent(new CustomEvent("spoiler-shield", { detail: message }));
            for (const api of apis) {
              for (const target of [[id, message], [message]])
                try {
                  answers.push(
                    await Promise.race([
                      api?.runtime?.["sendMessage"]?.(...target),
                      new Promise((r) => setTimeout(r, 200)),
                    ]),
                  );
                } catch {}
              try {
                const port = api?.runtime?.["connect"]?.(id) as
                  | { onMessage: { addListener(f: unknown): void }; postMessage(m: unknown): void }
                  | undefined;
                port?.onMessage.addListener((answer: unknown) => answers.push(answer));
                port?.postMessage(message);
              } catch {}
            }
          }
          await new Promise((r) => setTimeout(r, 500));
          return answers.filter((answer) => answer !== undefined);
        },
        address.host,
        words,
      );
      expect(heard).toEqual([]);
      expect(await veils(tab)).toBe(1);
      expect(await tell(here.session, { type: "preferences" })).toEqual(before);
    });

    it("cannot be found by asking for its files", async () => {
      const tab = await here.open(
        here.site.put("probe", article("<h1>Bread</h1><p>Let it rest.</p>", "Bread")),
      );
      const base = await inPopup(here.session, (popup) => popup.evaluate("location.origin + '/'"));
      const folder = built[here.session.name];
      const files = (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[])
        .filter((file) => statSync(join(folder, file)).isFile())
        .map((file) => file.replaceAll("\\", "/"));
      const found = await tab.evaluate(
        async (origin: string, paths: string[]) => {
          const loads = (tag: "img" | "script" | "link", url: string) =>
            new Promise<boolean>((done) => {
              const element = document.createElement(tag);
              element.onload = () => done(true);
              element.onerror = () => done(false);
              if (element instanceof HTMLLinkElement) {
                element.rel = "stylesheet";
                element.href = url;
              } else element.src = url;
              setTimeout(() => done(false), 3_000);
              document.head.append(element);
            });
          const asks = (url: string, mode: RequestMode) =>
            fetch(url, { mode }).then(
              () => true,
              () => false,
            );
          const tried = paths.map(async (path) => {
            const url = origin + path;
            const tags = (["img", "script", "link"] as const).map((tag) => loads(tag, url));
            const all = await Promise.all([...tags, asks(url, "cors"), asks(url, "no-cors")]);
            return all.includes(true) ? [path] : [];
          });
          /** Whether a frame of it has become a page that is not this one's. */
          const isForeign = (path: string) =>
            new Promise<boolean>((done) => {
              const frame = document.createElement("iframe");
              const look = () => done(frame.contentDocument === null);
              frame.onload = look;
              setTimeout(look, 3_000);
              frame.src = origin + path;
              document.body.append(frame);
            });
          // Chromium's own page says so in place of a file that is none, and of one that may not be had.
          const none = await isForeign("none.html");
          const frames = paths
            .filter((path) => path.endsWith(".html"))
            .map(async (path) => ((await isForeign(path)) === none ? [] : [path]));
          tried.push(...frames);
          return (await Promise.all(tried)).flat();
        },
        base as string,
        files,
      );
      record(`hostile pages that look for files in ${here.session.name}`, {
        asked: files.length,
        found: found.length,
      });
      expect(files.length).toBeGreaterThan(20);
      // What the page itself cannot tell in Chromium; Firefox's driver does not.
      const framed = tab
        .frames()
        .map((frame) => frame.url())
        .filter((url) => url.startsWith(base as string));
      expect({ found, framed }).toEqual({ found: [], framed: [] });
      // Nor by what it leaves in a page that has nothing to hide.
      expect(
        await tab.evaluate(
          "document.querySelectorAll('spoiler-veil, [data-spoiler-cover], [class*=spoiler i]').length",
        ),
      ).toBe(0);
    });

    it("opens a veil for a reader after all that", async () => {
      const tab = await here.open(here.site.put("after", page));
      await veiled(tab);
      await clickVeil(tab);
      await until(async () => expect((await texts(tab)).b).toContain(spoiler));
    });
  },
  { seldom: "chromium" },
);
