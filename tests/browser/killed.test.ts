/** What a full disk, a worker that is ended in the middle and a browser that is killed do to the list: nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { PopupMessage } from "../../lib/messages.ts";
import { page, show, spoiler } from "./articles.ts";
import { browsers } from "./each-browser.ts";
import { type LaunchOptions, launch, type Session } from "./launch.ts";
import { clear, until, veils } from "./look.ts";
import { api, inPopup, notes, say } from "./popup.ts";
import { type Site, serve } from "./server.ts";
import { inExtension, tell } from "./tell.ts";
import { worker } from "./worker.ts";

const watched = { [show.id]: { state: "watched" } } as const;
/** How often a worker is ended, and how many changes it is asked for at once meanwhile. */
const [rounds, changes] = [12, 15];
const other = { "your-name": { state: "watched" } } as const;

/** In a browser and on a profile of its own. */
async function alone(
  name: Session["name"],
  work: (session: Session, site: Site, profile: string) => Promise<Session | undefined>,
  options: LaunchOptions = {},
): Promise<void> {
  const profile = mkdtempSync(join(process.env["PROFILES"] ?? tmpdir(), `spoiler-shield-${name}-`));
  const site = await serve();
  let session = await launch(name, { ...options, profile });
  try {
    session = (await work(session, site, profile)) ?? session;
  } finally {
    await session.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    site.close();
  }
}

it.each(browsers)("%s: a choice that has been confirmed outlives a browser that is killed at once", (name) =>
  alone(name, async (session, site, profile) => {
    await tell(session, { type: "edit", edit: { shows: watched, level: "careful" } });
    session.browser.process()!.kill("SIGKILL");
    // Not only until it is gone: its driver then puts the profile's preferences back, and the next one takes them.
    await session.browser.close().catch(() => {});
    const next = await launch(name, { profile });
    const open = await next.newPage();
    await open.goto(site.put("killed", page));
    await clear(open, "b", spoiler, 10_000);
    await inPopup(next, async (popup) => {
      expect(await say(popup, { type: "preferences" })).toMatchObject({
        shows: watched,
        level: "careful",
        problems: [],
      });
    });
    return next;
  }));

// Nobody else can end Firefox's background, nor fill its disk.
it.runIf(browsers.includes("chromium"))(
  "chromium: a worker that is ended at any moment has kept what it confirmed, and no half of anything",
  () =>
    alone("chromium", (session) =>
      inExtension(session, async (own) => {
        const client = await own.createCDPSession();
        await client.send("ServiceWorker.enable");
        let unheard = 0;
        for (let round = 0; round < rounds; round++) {
          // Each change has two halves, which are there together or not at all.
          const numbers = Array.from({ length: changes }, (_, n) => 1 + round * changes + n);
          const edits = numbers.map((n) => ({
            type: "edit",
            edit: {
              shows: { [show.id]: { state: "watching", part: 1, episode: n } },
              sites: { [`site-${n}.example`]: false },
            },
          }));
          // One that somebody still listens to waits for them when it is started again.
          await (await worker(session)).client.detach();
          await own.evaluate(`void (globalThis.said = Promise.all(${JSON.stringify(edits)}.map((edit) =>
            ${api}.runtime.sendMessage(edit).then((reply) => reply?.ok === true, () => false))))`);
          await new Promise((done) => setTimeout(done, (round % 6) * 10));
          await client.send("ServiceWorker.stopAllWorkers");
          const confirmed = (await own.evaluate("said")) as boolean[];
          const { shows, sitesOff, problems } = await say(own, { type: "preferences" });
          expect(problems).toEqual([]);
          const at = (shows[show.id] as { episode?: number } | undefined)?.episode ?? 0;
          const made = numbers.filter((n) => sitesOff.includes(`site-${n}.example`));
          for (const [i, n] of numbers.entries()) if (confirmed[i]) expect(made).toContain(n);
          if (made.length > 0) expect(at).toBe(made.at(-1));
          unheard += confirmed.filter((is) => !is).length;
        }
        console.log(
          `chromium: ${rounds} workers ended, ${unheard} of ${rounds * changes} changes not confirmed`,
        );
        // Else none was ended in the middle.
        expect(unheard).toBeGreaterThan(0);
        expect(unheard).toBeLessThan(rounds * changes);
        return undefined;
      }),
    ),
);

it.runIf(browsers.includes("chromium"))(
  "chromium: a change for which the disk has no room is refused, and nothing else is lost",
  () =>
    alone("chromium", async (session, site) => {
      const open = await session.newPage();
      await open.goto(site.put("full", page));
      await inPopup(session, async (popup) => {
        const client = await popup.createCDPSession();
        const { origin, usage } = (await popup.evaluate(
          "navigator.storage.estimate().then(({ usage }) => ({ usage, origin: location.origin }))",
        )) as { origin: string; usage: number };
        const room = (quotaSize?: number) =>
          client.send("Storage.overrideQuotaForOrigin", { origin, ...(quotaSize && { quotaSize }) });
        // For a choice, not for so many rules. Before the first is written: Chromium asks only now and then.
        await room(usage + 30_000);
        await say(popup, { type: "edit", edit: { shows: other } });
        const texts = Array.from({ length: 400 }, (_, i) => `${i} ${"x".repeat(150)}`);
        const rules = Object.fromEntries(
          texts.map((text, i) => [`r${i}`, { id: `r${i}`, kind: "phrase", text }] as const),
        );
        const large = { type: "edit", edit: { shows: watched, rules } } as PopupMessage;
        await expect(say(popup, large)).rejects.toThrow("refused");
        expect(await say(popup, { type: "preferences" })).toMatchObject({ shows: other, rules: [] });
        await until(async () => expect(await veils(open)).toBe(1), 10_000);
        await room();
        await say(popup, { type: "edit", edit: { shows: watched } });
        await clear(open, "b", spoiler);
        expect(await notes(popup)).toBe("");
        expect((await say(popup, { type: "preferences" })).shows).toEqual({ ...other, ...watched });
      });
      return undefined;
    }),
);
