/**
 * One browser for all files of a run: starting Firefox takes longer than most tests. Who is given it finds it as it was
 * after the installation. Files that damage it, or install something else, start their own.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserName } from "./find.ts";
import { launch, type Session } from "./launch.ts";
import { tell } from "./tell.ts";

/** Those that nobody uses at the moment. Whatever is left in the end is ended by profiles.ts. */
const idle = new Map<BrowserName, Session>();

/** A browser with nothing stored and no page open. */
export async function borrow(name: BrowserName): Promise<Session> {
  const known = idle.get(name);
  idle.delete(name);
  if (known) {
    try {
      await empty(known);
      return known;
    } catch {
      // What the file before has left is not worth to look at: it has had its say.
      await known.close().catch(() => {});
      rmSync(noteOf(known), { force: true });
    }
  }
  const session = await launch(name);
  writeFileSync(noteOf(session), "");
  return session;
}

/** A file that is called like its process. */
const noteOf = ({ browser }: Session) =>
  join(process.env["PROFILES"] ?? ".", `${browser.process()?.pid}.pid`);

export const giveBack = (session: Session): unknown => idle.set(session.name, session);

async function empty(session: Session): Promise<void> {
  const [first, ...others] = await session.browser.pages();
  for (const page of others) await page.close();
  await first?.goto("about:blank");
  const after = await tell(session, { type: "erase" });
  if (after.problems.length) throw new Error(`the store is not in order: ${JSON.stringify(after.problems)}`);
}
