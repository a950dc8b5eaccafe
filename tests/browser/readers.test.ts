/** What is hidden lies in closed roots in Firefox, which has readers of its own that enter those. */
import { expect, it } from "vitest";
import { article, harmless, spoiler } from "./articles.ts";
import { browsers } from "./each-browser.ts";
import { extracted, inVeils, readerView, translate, translated } from "./firefox-readers.ts";
import { clickVeil, texts, until, veiled, veils } from "./look.ts";
import { serve } from "./server.ts";
import { borrow, giveBack } from "./shared.ts";

const html = article(
  `<h1>Madoka Magica</h1><p>${harmless}</p><p id="alone">${spoiler}</p>
  <p id="amidst">One thing. ${spoiler} After it.</p><div><div>A box.</div>${spoiler}</div>`,
);
const later = spoiler.replace("third", "3rd");

it.runIf(browsers.includes("firefox"))(
  "Firefox's translation, assistants and reader view are given nothing hidden, and leave it as it is",
  async () => {
    const site = await serve();
    const session = await borrow("firefox");
    const { browser } = session;
    const page = await session.newPage();
    try {
      await page.goto(site.put("readers", html));
      await veiled(page, 3);
      await page.bringToFront();
      // It is there to be found.
      expect((await inVeils(browser)).split("Charlotte")).toHaveLength(4);
      for (const read of [extracted, readerView]) {
        const text = await read(browser);
        expect(text).toContain("One thing.");
        expect(text).not.toContain("Charlotte");
      }
      await translate(browser);
      await until(async () => expect((await texts(page)).amidst).toBe("ONE THING.  AFTER IT."));
      await page.evaluate(
        `document.querySelector("article").insertAdjacentHTML("beforeend", "<p id='late'>Later. ${later}</p><p id='end'>So it ends.</p>")`,
      );
      await until(async () => expect((await texts(page)).end).toBe("SO IT ENDS."));
      await until(async () => expect(await veils(page)).toBe(4));
      // It waits a moment for more.
      await new Promise((done) => setTimeout(done, 1000));
      expect(await translated(browser)).not.toMatch(/Charlotte/i);
      expect((await inVeils(browser)).split("Charlotte")).toHaveLength(5);
      await clickVeil(page);
      await until(async () => expect(await veils(page)).toBe(1));
    } finally {
      await page.close();
      site.close();
      giveBack(session);
    }
  },
);
