/** Pages that move: whatever they do with their text, nothing hidden is painted, and nothing of theirs gets lost. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, harmless, page, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { exposed, watchFor } from "./exposure.ts";
import { clear, clickVeil, search, texts, until, veiled, veils } from "./look.ts";

const head = `<h1>Madoka Magica</h1><p>${harmless}</p>`;
const rest = (ms: number) => new Promise((r) => setTimeout(r, ms));
const said = JSON.stringify(spoiler);

eachBrowser((here) => {
  /** Opens the page, watches for "Charlotte" in every frame, and puts an end to its settling. */
  const open = async (name: string, body: string): Promise<Page> => {
    const p = await here.open(here.site.put("empty", "<!doctype html>"));
    await watchFor(p, "Charlotte");
    await p.goto(here.site.put(name, article(head + body)));
    await search(p);
    return p;
  };
  /** Nothing has been shown in all the frames until now, of which there have to be some. */
  const unseen = async (p: Page, least = 20) => {
    await until(async () => expect((await exposed(p)).frames).toBeGreaterThan(least));
    expect((await exposed(p)).exposed).toBe(0);
  };

  it("infinite scroll: veils what comes, again and again", async () => {
    const p = await open("scroll", '<div id="list"></div>');
    await p.evaluate(`new Promise((done) => {
      let n = 0;
      const timer = setInterval(() => {
        const part = document.createElement("section");
        part.innerHTML = "<h3>More</h3><p>" + ${said} + "</p><p>The music is lovely.</p>";
        document.querySelector("#list").append(part);
        if (++n === 40) done(clearInterval(timer));
      }, 25);
    })`);
    await until(async () => expect(await veils(p)).toBe(40));
    await unseen(p);
  });

  it("a virtual list that rewrites its rows in place: each shows what it is given, without the spoilers", async () => {
    const p = await open("virtual", `<div id="rows">${"<p>Row</p>".repeat(8)}</div>`);
    const wrong = await p.evaluate(`new Promise((done) => {
      const data = Array.from({ length: 200 }, (_, i) => i % 3 ? "Row " + i + " is about the music." : "Row " + i + ". " + ${said} + " End.");
      const rows = [...document.querySelectorAll("#rows p")].map((p) => p.firstChild);
      let from = 0;
      const step = () => {
        rows.forEach((text, i) => { text.data = data[from + i]; });
        from += 3;
        if (from < 150) return requestAnimationFrame(step);
        setTimeout(() => done([...document.querySelectorAll("#rows p")].filter((p, i) => {
          const want = data[from - 3 + i].replace(${said}, "");
          return p.textContent !== want;
        }).map((p) => p.textContent)), 1500);
      };
      requestAnimationFrame(step);
    })`);
    expect(wrong).toEqual([]);
    await unseen(p);
  });

  it("a typewriter and a chat stream: nothing shows before its sentence has ended", async () => {
    const p = await open("typing", '<p id="type"></p><p id="chat"></p>');
    await p.evaluate(`new Promise((done) => {
      const type = document.querySelector("#type").appendChild(document.createTextNode(""));
      const chat = document.querySelector("#chat");
      const all = "I saw it. " + ${said} + " It was sad.";
      let at = 0;
      const timer = setInterval(() => {
        type.data += all.slice(at, at + 2);
        const word = document.createElement("span");
        word.textContent = all.slice(at, at + 2);
        chat.append(word);
        at += 2;
        if (at >= all.length) done(clearInterval(timer));
      }, 15);
    })`);
    await unseen(p);
    await until(async () => expect((await texts(p)).type).toBe("I saw it.  It was sad."));
    await until(async () => expect((await texts(p)).chat).not.toContain("Charlotte"));
    await unseen(p);
  });

  it("tabs, accordions and details: what opens is veiled, and a click on its veil opens nothing else", async () => {
    const p = await open(
      "tabs",
      `<section id="tab" hidden><p>${spoiler}</p></section><details id="d"><summary id="s">${spoiler}</summary><p>More</p></details>`,
    );
    await p.evaluate("document.querySelector('#tab').hidden = false");
    await until(async () => expect(await veils(p)).toBe(2));
    await p.evaluate("document.querySelector('#tab').remove()");
    await until(async () => expect(await veils(p)).toBe(1));
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(0));
    expect(await p.evaluate("document.querySelector('#d').open")).toBe(false);
    await p.click("#s");
    expect(await p.evaluate("document.querySelector('#d').open")).toBe(true);
  });

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

  it("a page that takes our element away, copies it, or writes its own markup back loses no text", async () => {
    const p = await open("hostile", `<div id="a"><p>One. ${spoiler} Two.</p></div>`);
    await until(async () => expect(await veils(p)).toBe(1));
    await p.evaluate("document.querySelector('spoiler-shield').remove()");
    await until(async () => expect(await veils(p)).toBe(1));
    await p.evaluate("document.querySelector('#a').append(document.querySelector('#a p').cloneNode(true))");
    await until(async () => expect(await veils(p)).toBe(2));
    await p.evaluate("document.querySelector('#a').innerHTML += ''");
    await until(async () => expect(await veils(p)).toBe(2));
    await p.evaluate("document.querySelector('#a').normalize()");
    expect((await texts(p)).a).toBe("One.  Two.".repeat(2));
    await unseen(p);
    // The same sentence twice is revealed twice.
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(0));
    expect((await texts(p)).a).toBe(`One. ${spoiler} Two.`.repeat(2));
  });

  it("marks, links and translations of the letters that are left: they stay, and nothing of the rest is lost", async () => {
    const text = `One thing. ${spoiler} After it.`;
    const works = {
      mark: `const range = new Range();
        range.setStart(texts[0], 4);
        range.setEnd(texts[0], 9);
        range.surroundContents(document.createElement("mark"));`,
      behind: `const range = new Range();
        range.setStart(texts[1], 1);
        range.setEnd(texts[1], 6);
        range.surroundContents(document.createElement("mark"));`,
      link: `texts[0].replaceWith(document.createRange().createContextualFragment("One <a>thing</a>. "));`,
      // Each as the browser of that name does it, in elements of its own or text by text.
      chromium: `for (const text of texts) {
          const font = document.createElement("font");
          font.textContent = text.data.toUpperCase();
          text.replaceWith(font);
        }`,
      firefox: `document.documentElement.lang = "xx";
        for (const text of texts) {
          text.data = text.data.toUpperCase();
          await new Promise((next) => setTimeout(next, 50));
        }`,
    };
    const ids = Object.keys(works);
    // The page remembers a word, to paint it.
    const keep = `<p id="kept">${text}</p><script>
      window.word = new Range();
      word.setStart(kept.firstChild, 4);
      word.setEnd(kept.firstChild, 9);
    </script>`;
    const p = await open("letters", ids.map((id) => `<p id="${id}">${text}</p>`).join("") + keep);
    await until(async () => expect(await veils(p)).toBe(ids.length + 1));
    for (const [id, work] of Object.entries(works))
      await p.evaluate(`(async () => {
        const walker = document.createTreeWalker(document.querySelector("#${id}"), 4);
        const texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        ${work}
      })()`);
    await until(async () => expect(await veils(p)).toBe(ids.length + 1));
    await unseen(p);
    // The same sentence in all of them is revealed at once.
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(0));
    expect(await p.evaluate("String(word)")).toBe("thing");
    const loud = [text.slice(0, 11).toUpperCase(), spoiler, " AFTER IT."] as const;
    expect(
      await p.evaluate(`${JSON.stringify(ids)}.map((id) => document.getElementById(id).innerHTML)`),
    ).toEqual([
      text.replace("thing", "<mark>thing</mark>"),
      text.replace("After", "<mark>After</mark>"),
      text.replace("thing", "<a>thing</a>"),
      `<font>${loud[0]}</font>${loud[1]}<font>${loud[2]}</font>`,
      loud.join(""),
    ]);
  });

  it("rewrites its text sixty times a second: the cover stays, the page stays quick, and it can be revealed", async () => {
    const p = await open("restless", `<p id="b">One</p>`);
    await p.evaluate(`(() => {
      let n = 0;
      const write = () => {
        document.querySelector("#b").textContent = "Tick " + n++ + ". " + ${said};
        window.timer = requestAnimationFrame(write);
      };
      write();
    })()`);
    await rest(2500);
    await unseen(p, 60);
    const before = (await exposed(p)).frames;
    await rest(1000);
    expect((await exposed(p)).frames - before).toBeGreaterThan(15);
    await p.evaluate("cancelAnimationFrame(window.timer)");
    await until(async () => expect(await veils(p)).toBe(1), 8000);
    await clickVeil(p);
    await until(async () => expect((await texts(p)).b).toContain(spoiler));
    // It sticks while the page goes on to write the same sentence.
    await p.evaluate(`document.querySelector("#b").innerHTML = "<i>Again.</i> " + ${said}`);
    await rest(400);
    expect((await texts(p)).b).toBe(`Again. ${spoiler}`);
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
    await p.click("#go");
    await until(async () => expect(await p.evaluate("location.pathname")).toBe("/next"));
    await until(async () => expect(await veils(p)).toBe(1), 8000);
    expect((await texts(p)).b).not.toContain("Charlotte");
    expect(await p.evaluate("performance.getEntriesByType('navigation')[0].activationStart")).toBeGreaterThan(
      0,
    );
  });
});
