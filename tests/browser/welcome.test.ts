/** The page that greets whoever has just installed the extension. */
import { expect, it } from "vitest";
import { eachBrowser } from "./each-browser.ts";
import { welcomePage } from "./launch.ts";
import { until } from "./look.ts";
import { inFrame, named } from "./options.ts";

const spoiler = "turns out to be her brother";

eachBrowser(
  (here) => {
    it("opens by itself, has a veil to try that shows itself and hides again, and leads to the list", async () => {
      const page = (await welcomePage(here.session.browser, 0))!;
      await page.bringToFront();
      const veiled = async () => {
        expect(await inFrame(page, "querySelectorAll('spoiler-veil').length")).toBe(1);
        expect(await inFrame(page, "body.textContent")).not.toContain(spoiler);
      };
      await until(veiled);
      const again = await named(page, "button", "Hide again");
      // By keyboard: the veil comes next.
      await again.focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await until(async () => expect(await inFrame(page, "body.textContent")).toContain(spoiler));
      await again.click();
      await until(veiled);

      const link = await named(page, "link", "Mark shows one by one");
      expect(await link.evaluate((e) => (e as unknown as HTMLAnchorElement).href)).toMatch(
        /\/options\.html$/,
      );
      expect(await page.$("input[type=file]")).not.toBeNull();
    });
  },
  { keepWelcome: true },
);
