/** What axe-core finds on the applications that is ours, while their passages are covered and when they are veiled. */
import { copiesOf, openJudge } from "../browser/axe-copy.ts";
import { search } from "../browser/look.ts";
import { apps } from "./frameworks.ts";
import type { Here } from "./here.ts";
import { openWindow } from "./tab.ts";

export interface Accessibility {
  readonly app: string;
  /** One line each; what is named as an exception (axe-exceptions.ts) is left out. */
  readonly covered: readonly string[];
  readonly veiled: readonly string[];
}

/** In Chromium alone: nobody but its debugger looks into closed roots. */
export async function accessibility({ session, site }: Here): Promise<Accessibility[]> {
  if (session.name === "firefox") return [];
  const found: Accessibility[] = [];
  const axe = await openJudge(session);
  for (const app of apps) {
    const tab = await openWindow(session, `${site.url}${app}/index.html`, []);
    const covered = await copiesOf(tab.page, "covered");
    await search(tab.page);
    const veiled = await copiesOf(tab.page, "veiled");
    await tab.close();
    found.push({
      app,
      covered: (await axe.judge(covered)).faults,
      veiled: (await axe.judge(veiled)).faults,
    });
  }
  await axe.close();
  return found;
}
