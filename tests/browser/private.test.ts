/** In a private window that its owner has let it into, the shield is what it is in all others. */
import { expect, it } from "vitest";
import { page, show, spoiler } from "./articles.ts";
import { eachBrowser, ownBrowser } from "./each-browser.ts";
import { clear, texts, until, veils } from "./look.ts";
import { inPopup, say, showSwitch } from "./popup.ts";
import { letIn, openPrivately, privacyOfTabs } from "./private-windows.ts";

const patience = 60_000;

eachBrowser((here) => {
  it("veils there, and a tick clears the windows of both kinds, as taking it back hides in both", {
    timeout: 4 * patience,
  }, async () => {
    await letIn(here.session);
    const ordinary = await here.open(here.site.put("ordinary", page));
    await inPopup(here.session, async (popup) => {
      const secret = await openPrivately(here.session, popup, here.site.put("secret", page));
      const hidden = async () => {
        for (const tab of [ordinary, secret])
          await until(async () => {
            expect(await veils(tab)).toBe(1);
            expect((await texts(tab)).b).not.toContain("Charlotte");
          }, patience);
      };
      await hidden();
      // Those of the ordinary window are not: the page's and the popup's at least.
      const known = await privacyOfTabs(popup);
      expect(known.filter((is) => is)).toEqual([true]);
      expect(known.length).toBeGreaterThanOrEqual(3);
      await (await showSwitch(popup, show.title)).click();
      for (const tab of [ordinary, secret]) await clear(tab, "b", spoiler, patience);
      await say(popup, { type: "edit", edit: { shows: { [show.id]: null } } });
      await hidden();
    });
  });
}, ownBrowser);
