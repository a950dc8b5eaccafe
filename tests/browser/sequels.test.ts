/** Shows that continue each other, in an open tab: what one of them says about the others. */
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { article } from "./articles.ts";
import { press } from "./by-name.ts";
import { eachBrowser } from "./each-browser.ts";
import { byClock, texts, until, veiled } from "./look.ts";
import { choose } from "./options.ts";
import { inPopup, say } from "./popup.ts";
import { tell } from "./tell.ts";

const naruto = "Naruto";
const shippuden = "Naruto: Shippuden";
const boruto = "Boruto: Naruto Next Generations";
/** What each of them tells, by the id of its paragraph. */
const told = {
  first: "In episode 18 Haku dies: he jumps in front of Zabuza.",
  second: "In episode 80 Asuma dies; he is killed by Hidan.",
  third: "In episode 218 Kurama dies after Baryon Mode.",
};
const all = article(
  `<h1>Three generations</h1>
  <h2>${naruto}</h2><p id="first">${told.first}</p>
  <h2>${shippuden}</h2><p id="second">${told.second}</p>
  <h2>${boruto}</h2><p id="third">${told.third}</p>`,
  "Three generations",
);

/** Waits until these paragraphs can be read, and no other. */
const reads = (tab: Page, ...ids: (keyof typeof told)[]) =>
  until(async () => {
    const now = await texts(tab);
    expect(Object.entries(told).flatMap(([id, text]) => (now[id] === text ? [id] : []))).toEqual(ids);
  });

/** The show's row in the popup, where the shows of the page stand first. */
async function row(popup: Page, title: string): Promise<ElementHandle<HTMLElement>> {
  const found = await popup.waitForFunction(
    (wanted: string) =>
      [...document.querySelectorAll(".show")].find(
        (each) => each.querySelector(".show-title")?.textContent === wanted,
      ),
    byClock,
    title,
  );
  return found as ElementHandle<HTMLElement>;
}

/** What stands beneath its title. */
const facts = async (popup: Page, title: string) =>
  (await row(popup, title)).$eval(".show-facts", (e) => e.textContent);

const tick = async (popup: Page, title: string) =>
  (await row(popup, title)).$eval("[role=switch]", (e) => (e as HTMLElement).click());

/** Sets its state, where the row opens. */
async function set(popup: Page, title: string, state: string): Promise<void> {
  const place = await row(popup, title);
  await place.$$eval(".show-text[aria-expanded=false]", ([e]) => (e as HTMLElement | undefined)?.click());
  await choose((await place.waitForSelector(".progress > select"))!, state);
}

// What follows what is the same words in both; that a tick clears pages is looked at in both elsewhere.
eachBrowser(
  (here) => {
    afterEach(() => tell(here.session, { type: "erase" }));

    it("a show that is watched frees itself, and nothing of what continues it", async () => {
      const tab = await here.open(here.site.put("sequels", all));
      await veiled(tab, 3);
      await inPopup(here.session, async (popup) => {
        await tick(popup, naruto);
        await reads(tab, "first");
        await tick(popup, shippuden);
        await reads(tab, "first", "second");
      });
    });

    it("whoever has begun the third has seen the first two; on the list or never shielded says nothing", async () => {
      const tab = await here.open(here.site.put("sequels", all));
      await veiled(tab, 3);
      await inPopup(here.session, async (popup) => {
        // Never shielded itself, and not a word about the others; then taken back.
        await set(popup, boruto, "open");
        await reads(tab, "third");
        await press(popup, "button", "Undo");
        await reads(tab);
        await set(popup, boruto, "watching");
        await reads(tab, "first", "second");
        expect(await facts(popup, naruto)).toContain("Known from a sequel");
        expect(await facts(popup, shippuden)).toContain("Known from a sequel");
        await set(popup, boruto, "planned");
        await reads(tab);
        expect(await facts(popup, naruto)).not.toContain("Known");
      });
    });

    it("shielding what is on the list alone, a show brings what continues it and what it continues", async () => {
      const tab = await here.open(here.site.put("sequels", all));
      await veiled(tab, 3);
      await inPopup(here.session, async (popup) => {
        await say(popup, { type: "edit", edit: { scope: "list" } });
        await reads(tab, "first", "second", "third");
        await set(popup, shippuden, "planned");
        await reads(tab);
        await set(popup, shippuden, "watching");
        await reads(tab, "first");
      });
    });
  },
  { seldom: "firefox" },
);
