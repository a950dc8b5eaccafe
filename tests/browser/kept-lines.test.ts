/** Posts, chats and descriptions of videos: where the page's style keeps line breaks, each line says something of its own. */
import { expect, it } from "vitest";
import { article } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { texts, veiled } from "./look.ts";

const lines = "Intro and greetings\nMami Tomoe is killed in the third episode\nFollow me for more";

eachBrowser((here) => {
  it("hides the line that tells, and no other", async () => {
    const style = "<style>.post { white-space: pre-wrap }</style>";
    const body = `${style}<h1>Madoka Magica</h1><div class="post"><span id="post">${lines}</span></div>`;
    const page = await here.open(here.site.put("kept-lines", article(body)));
    await veiled(page);
    expect((await texts(page))["post"]).toMatch(/^Intro and greetings\s+Follow me for more$/);
  });
});
