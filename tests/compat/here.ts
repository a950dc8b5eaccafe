/** One browser with the built extension, the site that its pages come from, and a way to speak to them. */
import type { BrowserName } from "../browser/find.ts";
import { launch, type Session } from "../browser/launch.ts";
import { type Commands, openCommands } from "./commands.ts";
import { type CompatSite, serveCompat } from "./site.ts";

export interface Here {
  readonly session: Session;
  readonly site: CompatSite;
  readonly commands: Commands;
}

/** Starts them, and ends them whatever `work` does. */
export async function inBrowser<T>(name: BrowserName, work: (here: Here) => Promise<T>): Promise<T> {
  const site = await serveCompat();
  try {
    const session = await launch(name);
    try {
      return await work({ session, site, commands: await openCommands(session) });
    } finally {
      await session.close();
    }
  } finally {
    site.close();
  }
}
