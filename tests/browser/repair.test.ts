/**
 * A store that is broken, in the browsers themselves: said in the popup, copied, repaired; pages stay veiled all along.
 */
import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { page, show, spoiler } from "./articles.ts";
import { press } from "./by-name.ts";
import { withDatabase } from "./database.ts";
import { eachBrowser, type Here, ownBrowser } from "./each-browser.ts";
import { clear, until, veiled, veils } from "./look.ts";
import { copy, inPopup, notes, say, showSwitch } from "./popup.ts";
import { inExtension, tell } from "./tell.ts";

const watched = { [show.id]: { state: "watched" } } as const;

eachBrowser((here) => {
  // A store that a test has left broken must not be the next one's.
  afterEach(() =>
    inExtension(here.session, async (own) => {
      await say(own, { type: "repair" });
      await say(own, { type: "erase" });
    }),
  );

  it("puts back what it can of damaged rows, hands over the rest, and removes it when told to", async () => {
    const open = await here.open(here.site.put("rows", page));
    await inExtension(here.session, async (own) => {
      await say(own, { type: "edit", edit: { level: "careful" } });
      await withDatabase(
        own,
        `const tx = db.transaction("progress", "readwrite");
        const put = (row) => tx.objectStore("progress").put(row);
        put({ show: "${show.id}", progress: { state: "watched", mood: "sad" }, updatedAt: 1 });
        put({ show: "your-name", progress: { state: "eaten" }, updatedAt: 1 });
        tx.oncomplete = done;`,
      );
    });
    await until(async () => expect(await veils(open)).toBe(1));
    await inPopup(here.session, async (popup) => {
      await until(async () => expect(await notes(popup)).toContain("2 entries of your list were damaged"));
      await press(popup, "button", "Repair");
      await until(async () => expect(await notes(popup)).toContain("One entry of your list was damaged"));
      await clear(open, "b", spoiler);
      const { choices, aside } = await copy(popup);
      expect(choices).toMatchObject({ shows: watched, level: "careful" });
      expect(aside).toMatchObject([{ table: "progress", row: { show: "your-name" } }]);
      await press(popup, "button", "Remove damaged entries");
      await until(async () => expect(await notes(popup)).toBe(""));
    });
  });

  it("does not touch a store that is held by somebody else, says so, and goes on once it is let go", async () => {
    const open = await here.open(here.site.put("held", page));
    await tell(here.session, { type: "edit", edit: { shows: { "your-name": { state: "watched" } } } });
    const holder = await here.session.openExtensionPage("options.html");
    try {
      // An upgrade that waits for a page that does not hear of it, and all others wait for the upgrade.
      await holder.evaluate(`new Promise((held) => {
        indexedDB.open("spoiler-shield").onsuccess = ({ target: { result: deaf } }) => {
          const upgrade = indexedDB.open("spoiler-shield", 9);
          upgrade.onerror = () => {};
          upgrade.onupgradeneeded = () => upgrade.transaction.abort();
          upgrade.onblocked = held;
          globalThis.letGo = () => deaf.close();
        };
      })`);
      await inPopup(here.session, async (popup) => {
        await until(async () => expect(await notes(popup)).toContain("Your list cannot be opened"), 15_000);
        await until(async () => expect(await veils(open)).toBe(1));
        expect(await copy(popup)).toMatchObject({
          choices: { shows: { "your-name": { state: "watched" } } },
        });
        await press(popup, "button", "Repair");
        await until(async () => expect(await notes(popup)).toContain("nothing has been changed"), 15_000);
        await holder.evaluate("letGo()");
        // The browser takes its time to let go, and who asks before is told at once that it is closed.
        await until(async () => {
          const { shows, problems } = await say(popup, { type: "preferences" });
          expect({ shows, problems }).toEqual({
            shows: { "your-name": { state: "watched" } },
            problems: [],
          });
        });
      });
    } finally {
      await holder.close();
    }
  });

  it("reads nothing into a store of a newer version, and makes it anew of what it understands when told to", async () => {
    const open = await here.open(here.site.put("newer", page));
    await inExtension(here.session, async (own) => {
      await say(own, {
        type: "edit",
        edit: { shows: { "your-name": { state: "watched" } }, level: "careful" },
      });
      await withDatabase(
        own,
        `const tx = db.transaction(["moods", "progress"], "readwrite");
        tx.objectStore("moods").put("blue", "today");
        tx.objectStore("progress").put({ show: "${show.id}", progress: { state: "watched", times: 3 }, updatedAt: 1 });
        tx.oncomplete = done;`,
        "9",
        `request.result.createObjectStore("moods");`,
      );
    });
    await inPopup(here.session, async (popup) => {
      await until(async () => expect(await notes(popup)).toContain("newer version of Spoiler Shield"));
      await until(async () => expect(await veils(open)).toBe(1));
      const known = { shows: { ...watched, "your-name": { state: "watched" } }, level: "careful" };
      expect(await copy(popup)).toMatchObject({
        choices: known,
        aside: [{ table: "moods" }],
      });
      await press(popup, "button", "Repair");
      await clear(open, "b", spoiler);
      expect(await say(popup, { type: "preferences" })).toMatchObject(known);
    });
  });

  it("says when pages cannot be told, and tells them once storage works again", async () => {
    const open = await here.open(here.site.put("untold", page));
    await veiled(open);
    await inPopup(here.session, async (popup) => {
      const release = await breakStorage(here, popup);
      await (await showSwitch(popup, show.title)).click();
      await until(async () => expect(await notes(popup)).toContain("open pages could not be told"));
      expect(await veils(open)).toBe(1);
      expect(await copy(popup)).toMatchObject({ choices: { shows: watched } });
      await release();
      await press(popup, "button", "Repair");
      await clear(open, "b", spoiler);
      await until(async () => expect(await notes(popup)).toBe(""));
    });
  });
}, ownBrowser);

/** storage.local refuses every write until the function that this gives has been called. */
async function breakStorage(here: Here, popup: Page): Promise<() => Promise<unknown>> {
  if (here.session.name === "chromium") {
    // Full to the last bytes.
    await popup.evaluate(`(async () => {
      const { local } = chrome.storage;
      let size = local.QUOTA_BYTES - (await local.getBytesInUse()) - 20;
      await local.set({ filler: "x".repeat(size) });
    })()`);
    return () => popup.evaluate(`chrome.storage.local.remove("filler")`);
  }
  // Firefox sets no limit.
  await popup.evaluate(`(async () => {
    const { local } = (await browser.runtime.getBackgroundPage()).browser.storage;
    const { set } = local;
    local.set = () => Promise.reject(new Error("no space left on device"));
    globalThis.release = () => { local.set = set; };
  })()`);
  return () => popup.evaluate("release()");
}
