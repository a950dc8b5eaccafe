/** Everything that docs/compatibility.md says, measured in one browser. */
import type { BrowserName } from "../browser/find.ts";
import { launch } from "../browser/launch.ts";
import { ensureApps } from "./apps.ts";
import { openCommands } from "./commands.ts";
import { afterSettling, apps, whileLoading } from "./frameworks.ts";
import { hydrations } from "./hydration.ts";
import type { Row } from "./row.ts";
import { serveCompat } from "./site.ts";

export interface Measured {
  /** Steps taken while the page loads. */
  readonly loading: readonly Row[];
  /** Steps taken over veiled text. */
  readonly settled: readonly Row[];
  readonly hydration: readonly Row[];
}

/** Starts a browser of its own with the built extension; some 80 seconds. */
export async function measure(name: BrowserName): Promise<Measured> {
  ensureApps();
  const site = await serveCompat();
  const session = await launch(name);
  try {
    const commands = await openCommands(session);
    const loading: Row[] = [];
    const settled: Row[] = [];
    for (const app of apps) {
      loading.push(...(await whileLoading(session, site, app)));
      settled.push(...(await afterSettling(session, site, app, commands)));
    }
    return { loading, settled, hydration: await hydrations(session, site) };
  } finally {
    await session.close();
    site.close();
  }
}
