/** Pages that go on writing: whatever they do with their text, nothing hidden is painted, and nothing of theirs gets lost. */
import { expect, it } from "vitest";
import { spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { exposed } from "./exposure.ts";
import { clickVeil, texts, until, veils } from "./look.ts";
import { opens, rest, said, unseen } from "./moving.ts";

eachBrowser((here) => {
  const open = opens(here);

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
});
