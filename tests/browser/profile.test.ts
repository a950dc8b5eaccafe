/**
 * Files of the profile that are damaged while the browser is closed: nothing is lost that has a copy, the rest is
 * veiled.
 */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { page, show, spoiler } from "./articles.ts";
import { press } from "./by-name.ts";
import { browsers, soak } from "./each-browser.ts";
import type { BrowserName } from "./find.ts";
import { launch, type Session } from "./launch.ts";
import { clear, until, veils } from "./look.ts";
import { copy, inPopup, notes, say } from "./popup.ts";
import { type Site, serve } from "./server.ts";
import { tell } from "./tell.ts";

const watched = { [show.id]: { state: "watched" } } as const;
const other = { "your-name": { state: "watched" } } as const;

/** LevelDB in Chromium, SQLite in Firefox. */
const database = {
  chromium: /IndexedDB\/chrome-extension_[^/]*\.leveldb\/(?!LOCK)/,
  firefox: /moz-extension[^/^]*\/idb\/[^/]*\.sqlite$/,
};
/** storage.local, which holds what pages are told. */
const told = {
  chromium: /Local Extension Settings\/[^/]*\/(?!LOCK)/,
  firefox: /moz-extension[^/]*\^[^/]*\/idb\/[^/]*\.sqlite$/,
};

/** The files of a profile; a pattern that fits none would damage nothing. */
function files(profile: string, pattern: RegExp): string[] {
  const all = readdirSync(profile, { recursive: true, encoding: "utf8" }).map((file) => join(profile, file));
  const found = all.filter((file) => pattern.test(file) && statSync(file).isFile());
  expect(found.length).toBeGreaterThan(0);
  return found;
}

const garble = (file: string) => writeFileSync(file, "x".repeat(Math.max(4096, statSync(file).size)));

/** Stores a choice, ends the browser, damages its profile, and starts it again. */
async function afterDamage(
  name: BrowserName,
  damage: (profile: string) => void,
  look: (session: Session, site: Site) => Promise<void>,
  shows: typeof watched | typeof other = watched,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), `spoiler-shield-${name}-`));
  const site = await serve();
  let session = await launch(name, { profile });
  try {
    await tell(session, { type: "edit", edit: { shows } });
    await session.browser.close();
    damage(profile);
    session = await launch(name, { profile });
    await look(session, site);
  } finally {
    await session.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    site.close();
  }
}

for (const name of browsers) {
  it(`${name}: a database of garbled files is made anew of what pages were told`, () =>
    afterDamage(
      name,
      (profile) => files(profile, database[name]).forEach(garble),
      async (session, site) => {
        const open = await session.newPage();
        await open.goto(site.put("profile", page));
        await clear(open, "b", spoiler);
        await inPopup(session, async (popup) => {
          expect(await say(popup, { type: "preferences" })).toMatchObject({ shows: watched, problems: [] });
        });
      },
    ));

  it.runIf(soak)(
    `${name}: where no copy is left, that is said, everything is veiled, and new choices are kept`,
    () =>
      afterDamage(
        name,
        (profile) => [database, told].flatMap((kind) => files(profile, kind[name])).forEach(garble),
        async (session, site) => {
          const open = await session.newPage();
          await open.goto(site.put("profile", page));
          await until(async () => expect(await veils(open)).toBe(1));
          await inPopup(session, async (popup) => {
            await until(async () => expect(await notes(popup)).toContain("could not be read any more"));
            await say(popup, { type: "edit", edit: { shows: watched } });
          });
          await clear(open, "b", spoiler);
          await inPopup(session, async (popup) => {
            await until(async () => expect(await notes(popup)).toContain("could not be read any more"));
            await press(popup, "button", "Got it");
            await until(async () => expect(await notes(popup)).toBe(""));
            expect(await say(popup, { type: "preferences" })).toMatchObject({ shows: watched, problems: [] });
          });
        },
      ),
  );

  // Firefox puts a folder in the place of the file right by itself.
  it.runIf(name === "chromium")(
    `${name}: a database that cannot be opened is said, and nothing is opened`,
    () =>
      afterDamage(
        name,
        (profile) => {
          const folder = dirname(files(profile, database[name])[0]!);
          rmSync(folder, { recursive: true });
          writeFileSync(folder, "x");
        },
        async (session, site) => {
          const open = await session.newPage();
          await open.goto(site.put("profile", page));
          await inPopup(session, async (popup) => {
            await until(
              async () => expect(await notes(popup)).toContain("Your list cannot be opened"),
              15_000,
            );
            expect(await say(popup, { type: "preferences" })).toMatchObject({ shows: other });
            await until(async () => expect(await veils(open)).toBe(1));
            expect(await copy(popup)).toMatchObject({ choices: { shows: other } });
            await press(popup, "button", "Repair");
            await until(async () => expect(await notes(popup)).toContain("nothing has been changed"), 15_000);
          });
          expect(await veils(open)).toBe(1);
        },
        other,
      ),
  );
}
