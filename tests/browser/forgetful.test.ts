/** A Firefox that is to remember no history: extensions get no IndexedDB there, and choices are kept all the same. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { page, show, spoiler } from "./articles.ts";
import { control } from "./by-name.ts";
import { browsers, soak } from "./each-browser.ts";
import { launch, type Session } from "./launch.ts";
import { clear, until, veils } from "./look.ts";
import { inPopup, isOn, notes, say, showSwitch } from "./popup.ts";
import { letIn } from "./private-windows.ts";
import { serve } from "./server.ts";
import { inExtension, tell } from "./tell.ts";

async function start(profile: string, forgets: boolean): Promise<Session> {
  const session = await launch("firefox", {
    profile,
    prefs: { "browser.privatebrowsing.autostart": forgets },
  });
  if (forgets) await letIn(session);
  return session;
}

const watched = { [show.id]: { state: "watched" } };
const none = { shows: {}, problems: [] };

it.runIf(browsers.includes("firefox"))(
  "veils, keeps what is ticked over a restart, takes it back, and hands it on to a browser that remembers",
  async () => {
    const profile = mkdtempSync(join(tmpdir(), "spoiler-shield-firefox-"));
    const site = await serve();
    let session = await start(profile, true);
    const again = async (forgets: boolean) => {
      await session.browser.close();
      session = await start(profile, forgets);
    };
    try {
      const open = await session.newPage();
      await open.goto(site.put("forgetful", page));
      await until(async () => expect(await veils(open)).toBe(1));
      await inPopup(session, async (popup) => {
        await (await showSwitch(popup, show.title)).click();
        expect(await notes(popup)).toBe("");
      });
      await clear(open, "b", spoiler);

      await again(true);
      await inPopup(session, async (popup) => {
        expect(await say(popup, { type: "preferences" })).toMatchObject({ shows: watched, problems: [] });
        expect(await isOn(await showSwitch(popup, show.title))).toBe(true);
        expect(await say(popup, { type: "undo" })).toMatchObject(none);
        await (await showSwitch(popup, show.title)).click();
        await control(popup, "button", "Undo");
      });

      await again(false);
      await inExtension(session, async (own) => {
        expect(await say(own, { type: "preferences" })).toMatchObject({ shows: watched, problems: [] });
        expect(await say(own, { type: "edit", edit: { shows: { [show.id]: null } } })).toMatchObject(none);
      });

      if (!soak) return;
      await again(true);
      expect(await tell(session, { type: "preferences" })).toMatchObject(none);
    } finally {
      await session.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      site.close();
    }
  },
);
