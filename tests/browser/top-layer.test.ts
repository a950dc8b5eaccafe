/** What is painted above the page, whatever it stands in: hidden while it waits to be read, as all else is. */
import { expect, it } from "vitest";
import { article, harmless, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { covers, search, until } from "./look.ts";

/** With what it has by the time it is covered, and with a style that would let it fade. */
const page = article(`<style>main { transition: all 9s }</style>
<h1>Madoka Magica</h1><main><p>${harmless}</p></main><script>
  const rows = (count) => Array.from({ length: count }, (_, i) => {
    const row = document.createElement("p");
    row.textContent = "Mami pours tea, cup " + i + ".";
    return row;
  });
  const main = document.querySelector("main");
  const above = ["dialog", "div"].map((name) => {
    const one = document.createElement(name);
    one.textContent = ${JSON.stringify(spoiler)};
    return one;
  });
  const [modal, popover] = above;
  popover.popover = "manual";
  window.seen = [];
  new MutationObserver(() => {
    if (seen.length || !main.matches("[data-spoiler-crowd]")) return;
    seen = [main, modal, popover].map((e) => [getComputedStyle(e).opacity, e.querySelectorAll("spoiler-veil").length]);
  }).observe(main, { attributes: true });
  window.fill = () => {
    main.append(...rows(2500), ...above, ...rows(1500));
    modal.showModal();
    popover.showPopover();
  };
</script>`);

eachBrowser((here) => {
  it("hides dialogs and popovers among thousands of elements until they are read, and none of it fades", async () => {
    const p = await here.open(here.site.put("above", page));
    await until(async () => expect(await covers(p)).toBe(0), 10_000);
    await p.evaluate("fill()");
    const unread = ["0", 0];
    await until(async () => expect(await p.evaluate("seen")).toEqual([unread, unread, unread]));
    await search(p);
    await until(async () => {
      expect(await covers(p)).toBe(0);
      expect(await p.evaluate("above.map((e) => e.querySelectorAll('spoiler-veil').length)")).toEqual([1, 1]);
    }, 25_000);
  });
});
