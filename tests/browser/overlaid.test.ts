/** Cards with a link laid over all that is in them, as lists of articles have: what is hidden there can be shown all the same. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, harmless, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { until, veils } from "./look.ts";

const art =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><path d="M0 0h240v60H0z"/></svg>',
  );

/** Each reveals itself alone. */
const told = [
  spoiler,
  "Mami is killed by the witch Charlotte before the fourth episode.",
  "Sayaka turns into a witch, and Kyoko dies with her in the end.",
  "The witch Charlotte bites off Mami's head.",
  "Kyoko dies together with Sayaka, who has become a witch.",
  "In episode 8 Sayaka turns into a witch.",
];
/**
 * By the id of what is clicked. `around`: the link is drawn larger than it is; `over`: it is empty, and on top;
 * `through`: what stands on top of it lets the pointer through.
 */
const cards = `
  <div class="card"><a class="around" href="#around"><span id="around">${told[0]}</span></a></div>
  <div class="card"><a class="around" href="#beside">Read on</a><p id="beside">${told[1]}</p></div>
  <div class="card"><p id="over">${told[2]}</p><a class="over" href="#over"></a></div>
  <div class="card"><img id="picture" alt="${told[3]}" src="${art}"><a class="over" href="#picture"></a></div>
  <div class="card"><a class="over" href="#through"></a><p id="through">${told[5]}</p></div>
  <div class="card"><p id="clean">${harmless}</p><a class="over" href="#clean"></a></div>
  <p id="menu">${told[4]}</p><nav><a class="over" href="#menu"></a></nav>`;
const html = article(`<h1>Madoka Magica</h1>${cards}`).replace(
  "<head>",
  `<head><style>.card, nav { position: relative } nav { margin-top: -80px; height: 80px; background: #ccc }
  p { height: 60px } #through { position: relative; z-index: 2; pointer-events: none } .around::after, .over { content: ""; position: absolute; inset: 0; z-index: 1 }</style>`,
);

/** Clicks where it stands, and says where that has led. */
const click = async (p: Page, id: string) => {
  const { x, y } = (await p.evaluate(
    `(({ x, y }) => ({ x: x + 40, y: y + 10 }))(document.getElementById("${id}").getBoundingClientRect())`,
  )) as { x: number; y: number };
  await p.mouse.click(x, y);
  return p.evaluate("location.hash");
};
const hides = (p: Page, id: string) =>
  p.evaluate(
    `((e) => e.matches("[data-spoiler-cover=image]") || !!e.querySelector("spoiler-veil"))(document.getElementById("${id}"))`,
  );

eachBrowser((here) => {
  it("is revealed by a click, and only the next one follows the link", async () => {
    const p = await here.open(here.site.put("overlaid", html));
    await until(async () => expect(await veils(p)).toBe(5), 8000);
    for (const id of ["around", "beside", "over", "picture", "through"]) {
      expect(await hides(p, id), id).toBe(true);
      expect(await click(p, id), id).toBe("");
      await until(async () => expect(await hides(p, id), id).toBe(false));
    }
    expect(await click(p, "clean")).toBe("#clean");
    // What lies over the page by itself is no part of a card.
    expect(await click(p, "menu")).toBe("#menu");
    expect(await hides(p, "menu")).toBe(true);
    for (const id of ["around", "beside", "over", "picture", "through"])
      expect(await click(p, id)).toBe(`#${id}`);
  });

  it("is not revealed by a click on what stands where it would be if it were not cut off", async () => {
    const clamp =
      "display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden";
    const cut = `<div style="${clamp}" id="cut">Tea.<br>${spoiler}</div><a id="more" href="#more">Read more</a>`;
    const p = await here.open(here.site.put("cut-off", article(`<h1>Madoka Magica</h1>${cut}`)));
    for (const shown of [0, 1]) {
      await until(async () => expect(await veils(p)).toBe(shown), 8000);
      await p.click("#more");
      expect(await p.evaluate("location.hash")).toBe("#more");
      expect(await p.evaluate("document.querySelector('#cut').textContent.includes('Charlotte')")).toBe(
        !shown,
      );
      await p.evaluate("location.hash = ''");
    }
  });

  it("is revealed so while the page still loads", async () => {
    const p = await here.session.newPage();
    await p.goto(here.site.put("overlaid", html), { waitUntil: "domcontentloaded" });
    const covered = () => p.evaluate("CSS.highlights.get('spoiler-cover')?.size");
    await until(async () => expect(await covered()).toBe(5));
    for (const [id, left] of [
      ["beside", 4],
      ["through", 3],
      ["around", 2],
    ] as const) {
      expect(await click(p, id), id).toBe("");
      await until(async () => expect(await covered(), id).toBe(left));
    }
    expect(await veils(p)).toBe(0);
    await p.close();
  });
});
