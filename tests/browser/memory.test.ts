/** A page that is open for long: what it has taken out again is not kept by us. */
import { expect, it } from "vitest";
import { article, harmless, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";

const rest = (ms: number) => new Promise((r) => setTimeout(r, ms));

eachBrowser((here) => {
  // Firefox tells nobody how many nodes there are.
  it("keeps no veil of a message that has gone", async () => {
    if (here.session.name === "firefox") return;
    const page = await here.open(
      here.site.put("chat", article(`<h1>Madoka Magica</h1><p>${harmless}</p><div id="chat"></div>`)),
    );
    await rest(2600);
    const devtools = await page.createCDPSession();
    const nodes = async () => {
      await rest(500);
      for (let time = 0; time < 3; time++) await devtools.send("HeapProfiler.collectGarbage");
      return (await page.metrics()).Nodes ?? Number.NaN;
    };
    const chat = (messages: number) =>
      page.evaluate(`(async () => {
        let veiled = 0;
        for (let number = 0; number < ${messages}; number++) {
          const message = document.createElement("p");
          message.textContent = "Number " + number + ". " + ${JSON.stringify(spoiler)};
          document.querySelector("#chat").append(message);
          await new Promise((done) => setTimeout(done, 4));
          veiled += message.querySelectorAll("spoiler-veil").length;
          message.remove();
        }
        return veiled;
      })()`);
    await chat(50);
    const before = await nodes();
    expect(await chat(200)).toBeGreaterThan(100);
    // It was seven for each.
    expect((await nodes()) - before).toBeLessThan(200);
  });
});
