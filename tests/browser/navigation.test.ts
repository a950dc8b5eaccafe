/** From page to page, with a load and without: each is read in its own light, and what was shown stays shown where it was. */
import { expect, it } from "vitest";
import { stopBackground } from "../compat/background.ts";
import { article, page, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, clickVeil, covers, texts, until, veiled, veils } from "./look.ts";
import { head, opens, rest, said } from "./moving.ts";
import { worker } from "./worker.ts";

eachBrowser((here) => {
  const open = opens(here);

  it("another page without a load: read in its own light, and what was revealed here says nothing there", async () => {
    const p = await open("spa", `<p id="b">${spoiler}</p>`);
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(0));
    await p.evaluate(`(() => {
      history.pushState({}, "", "/bread");
      document.title = "Bread";
      document.querySelector("article").innerHTML = "<h1>Bread</h1><p id='b'>She is killed by the heat, and it was her own mother.</p>";
    })()`);
    await rest(300);
    expect(await veils(p)).toBe(0);
    await p.evaluate(`(() => {
      history.pushState({}, "", "/madoka-magica");
      document.title = "Madoka Magica";
      document.querySelector("article").innerHTML = "<h1>Madoka Magica</h1><p id='b'>" + ${said} + "</p><p>In episode 8 Sayaka turns into a witch.</p>";
    })()`);
    await until(async () => expect(await veils(p)).toBe(1));
    expect((await texts(p)).b).toBe(spoiler);
  });

  it("the same page loaded anew: what was revealed in this tab is shown, also when the background has slept", async () => {
    const html = article(
      `${head}<p id="b">${spoiler}</p><p id="c">In episode 8 Sayaka turns into a witch.</p>`,
    );
    const url = here.site.put("back", html);
    const p = await here.open(url);
    await veiled(p, 2);
    await clickVeil(p);
    await until(async () => expect((await texts(p)).b).toBe(spoiler));
    for (const sleeps of [false, true]) {
      await p.goto(here.site.put("bread", article("<p>Bread.</p>")));
      if (sleeps) await stopBackground(here.session);
      await p.goto(url);
      // One of two: all has been read.
      await veiled(p, 1);
      expect((await texts(p)).b).toBe(spoiler);
      expect(await covers(p)).toBe(0);
    }
    await veiled(await here.open(url), 2);
  });

  it("back and forward: the page comes back with its veils, and with what has been revealed", async () => {
    const url = here.site.put(
      "cached",
      article(
        `${head}<p id="b">${spoiler}</p><p id="c">In episode 8 Sayaka turns into a witch.</p><script>addEventListener("pageshow", (e) => { window.kept = e.persisted; })</script>`,
      ),
    );
    const p = await here.open(url);
    await veiled(p, 2);
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(1));
    await p.goto(here.site.put("away", article("<p>Away.</p>")));
    await p.evaluate("history.back()").catch(() => {});
    // Out of the cache, not loaded anew.
    await until(async () => expect(await p.evaluate("window.kept")).toBe(true));
    await until(async () => expect(await veils(p)).toBe(1), 8000);
    await until(async () => expect((await texts(p)).b).toBe(spoiler));
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(0));
  });

  it("document.open and write: the new document is shielded like the old", async () => {
    const p = await open("written", `<p id="b">${spoiler}</p>`);
    await p.evaluate(`(() => {
      document.open();
      document.write("<h1>Madoka Magica</h1><p id=b>One. ");
      document.write(${said} + " Two.</p><img id=i alt=" + JSON.stringify(${said}) + ">");
      document.close();
    })()`);
    await until(async () => expect(await veils(p)).toBe(1), 8000);
    expect((await texts(p)).b).toBe("One.  Two.");
    expect(await p.evaluate("document.querySelector('#i').alt")).toBe("Spoiler hidden");
    const box = (await p.evaluate(
      "(({ x, y }) => ({ x, y }))(document.querySelector('#i').getBoundingClientRect())",
    )) as {
      x: number;
      y: number;
    };
    await p.mouse.click(box.x + 5, box.y + 5);
    // The picture and the passage say the same.
    await until(async () => expect(await p.evaluate("document.querySelector('#i').alt")).toBe(spoiler));
    await clear(p, "b", spoiler);
  });

  it("moves between documents: nothing of ours goes along, and each side shields what it gets", async () => {
    const p = await open(
      "adopted",
      `<p id="b">One. ${spoiler} Two.</p><iframe id="f" srcdoc="<h1>Madoka Magica</h1>"></iframe>`,
    );
    await until(async () => expect(await veils(p)).toBe(1));
    await p.evaluate(
      "document.querySelector('#f').contentDocument.body.append(document.querySelector('#b'))",
    );
    const inside = "document.querySelector('#f').contentDocument.querySelector('#b')";
    await until(async () => expect(await p.evaluate(`${inside}.textContent`)).toBe("One.  Two."), 8000);
    expect(await veils(p)).toBe(0);
    await p.evaluate(`document.querySelector("article").append(${inside})`);
    await until(async () => expect((await texts(p)).b).toBe("One.  Two."), 8000);
    await clickVeil(p);
    await clear(p, "b", spoiler);
    expect(await p.evaluate("document.querySelector('#b').childNodes.length")).toBe(1);
  });

  it("a page that is prerendered is shielded before it is shown", async () => {
    // Firefox does not prerender.
    if (here.session.name === "firefox") return;
    const next = here.site.put("next", page);
    const p = await open(
      "prerender",
      `<a id="go" href="${next}">Next</a><script type="speculationrules">{"prerender":[{"source":"list","urls":["${next}"],"eagerness":"immediate"}]}</script>`,
    );
    await rest(1500);
    const badge = async () =>
      (await worker(here.session)).evaluate(
        "chrome.tabs.query({ active: true }).then(([{ id: tabId }]) => chrome.action.getBadgeText({ tabId }))",
      );
    // What is hidden in it is not hidden on the page in front.
    expect(await badge()).toBe("");
    await p.click("#go");
    await until(async () => expect(await p.evaluate("location.pathname")).toBe("/next"));
    await until(async () => expect(await veils(p)).toBe(1), 8000);
    expect((await texts(p)).b).not.toContain("Charlotte");
    await until(async () => expect(await badge()).toBe("1"));
    expect(await p.evaluate("performance.getEntriesByType('navigation')[0].activationStart")).toBeGreaterThan(
      0,
    );
  });
});
