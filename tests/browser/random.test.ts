/**
 * Pages drawn at random, cut anywhere on their way: no frame shows what is to be hidden. Frames are looked at from the
 * page itself, before all other callbacks, so that nothing counts that is hidden only at the last moment, and after
 * them.
 */
import { expect, it } from "vitest";
import { record } from "../figures.ts";
import { eachBrowser, soak } from "./each-browser.ts";
import { exposure } from "./exposure.ts";
import { randomPages, slow } from "./random-pages.ts";

/** SEED=… makes the same pages again. */
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const count = soak ? 60 : 4;

eachBrowser((here) => {
  it("whatever way the text comes, and whenever, it is never seen", {
    timeout: count * 12_000,
    retry: 0,
  }, async () => {
    let frames = 0;
    for (const [i, { blocks, html, stream }] of randomPages(count, seed, soak ? slow : {}).entries()) {
      const tab = await here.open("about:blank");
      const late = blocks.some((name) => name in slow) ? 6000 : 0;
      const seen = await exposure(tab, here.site.put(`random-${i}`, html, stream), "Charlotte", late);
      frames += seen.frames;
      const what = `SEED=${seed}, page ${i}: ${blocks.join(", ")} in pieces of ${stream.pieces}`;
      expect(seen.exposed, what).toBe(0);
      await tab.close();
    }
    expect(frames).toBeGreaterThan(count * 20);
    record(`random pages in ${here.session.name}`, { pages: count, frames, shown: 0 });
  });
});
