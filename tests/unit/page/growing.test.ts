// @vitest-environment happy-dom
/** Texts that are still being written, by a script or by the parser. */
import { afterEach, expect, test } from "vitest";
import { openPage, type Page, p, text, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
  Object.defineProperty(document, "readyState", { value: "complete", configurable: true });
});

test("text that grows letter by letter stays covered until it has ended", async () => {
  page = openPage("<h1>Mami</h1><p>She</p>");
  for (const more of [" was", " there and then she", " dies", ". The end."]) {
    text().data += more;
    await page.turn();
    expect(visibleText(p())).toBe("");
  }
  page.clock.pass(1000);
  expect(visibleText(p())).toBe(" The end.");
});

test("a space at its end is no rest of a text that grows", async () => {
  page = openPage("<h1>Mami</h1><p>She</p>");
  for (const letter of " dies there. And then ") {
    text().data += letter;
    await page.turn();
    page.clock.pass(40);
  }
  page.clock.pass(1000);
  expect(visibleText(p()).trim()).toBe("And then");
  page.shield.revealAll();
  expect(p().textContent).toBe("She dies there. And then ");
});

test("a text that goes on after a rest keeps what has been hidden of it meanwhile", async () => {
  for (const begin of ["Then Mami", "Mami"]) {
    page = openPage(`<h1>Mami</h1><p>${begin}</p>`);
    text().data += " dies.";
    await page.turn();
    page.clock.pass(1000);
    expect(veils()).toHaveLength(1);
    for (const more of [" And", " now", " you know."]) {
      text().data += more;
      await page.turn();
      expect(visibleText(p())).not.toContain("dies");
      page.clock.pass(1000);
    }
    expect(veils()).toHaveLength(1);
    page.shield.revealAll();
    expect(p().textContent).toBe(`${begin} dies. And now you know.`);
    page.stop();
  }
});

test("what has never grown, or is written anew, is what the page has written", async () => {
  page = openPage("<h1>Mami</h1><p>Last. Mami dies.</p>");
  text().data += "All is well.";
  await page.turn();
  expect(p().textContent).toBe("Last. All is well.");
  text().data = "Last. Mami";
  await page.turn();
  text().data += " dies.";
  await page.turn();
  page.clock.pass(1000);
  expect(veils()).toHaveLength(1);
  text().data = "Next. Nothing.";
  await page.turn();
  expect(p().textContent).toBe("Next. Nothing.");
});

test("a long text stays covered for as long as it grows, whatever of it has ended", async () => {
  page = openPage("<p>Mami</p><p>I saw</p>");
  const [, grows] = document.querySelectorAll("p");
  const node = grows?.firstChild as Text;
  const words =
    " that Homura dies. And then, as we all know, the other one comes along and pours the tea. ".repeat(3);
  for (let at = 0; at < words.length; at += 3) {
    node.data += words.slice(at, at + 3);
    await page.turn();
    expect(grows?.hasAttribute("data-spoiler-cover")).toBe(true);
    page.clock.pass(30);
  }
  page.clock.pass(1000);
  expect(visibleText(grows)).toBe(`I saw${words}`.replaceAll(/ ?[^ .][^.]*dies\./g, " ").replace(/^ +/, " "));
});

test("while the parser writes, the open passage is covered where a show is the topic, and only that", async () => {
  Object.defineProperty(document, "readyState", { value: "loading", configurable: true });
  page = openPage("<h1>Mami</h1>", { settle: false });
  expect(visibleText()).toBe("");
  document.body.insertAdjacentHTML("beforeend", "<p>She was ther</p>");
  await page.turn();
  expect(visibleText()).toBe("Mami");
  text().data += "e. Then <";
  await page.turn();
  expect(visibleText()).toBe("Mami");
  document.body.insertAdjacentHTML("beforeend", "\n<p>Nex</p>");
  await page.turn();
  expect(visibleText().trim()).toBe("MamiShe was there. Then <");
  Object.defineProperty(document, "readyState", { value: "interactive", configurable: true });
  document.dispatchEvent(new Event("readystatechange"));
  expect(visibleText().replace(/\n/, "")).toBe("MamiShe was there. Then <Nex");
});

test("a page that nobody ends is not covered for ever, and covered again where it goes on", async () => {
  Object.defineProperty(document, "readyState", { value: "loading", configurable: true });
  page = openPage("<h1>Mami</h1><p>She was ther</p>", { settle: false });
  const waits = 10_000;
  page.clock.pass(waits - 500);
  expect(visibleText()).toBe("Mami");
  text().data += "e. And th";
  await page.turn();
  page.clock.pass(waits - 500);
  expect(visibleText()).toBe("Mami");
  page.clock.pass(waits);
  expect(visibleText()).toBe("MamiShe was there. And th");
  text().data += "en";
  await page.turn();
  expect(visibleText()).toBe("Mami");
});

test("a machine that holds the page up does not make a text that grows look finished", async () => {
  page = openPage("<h1>Mami</h1><p>One.</p>");
  const type = async (more: string) => {
    text().data += more;
    await page.turn();
  };
  await type(" Mami dies");
  page.clock.stall(900);
  page.clock.pass(1);
  expect(veils()).toHaveLength(0);
  // What it goes on to write is put to what it reads.
  await type(" in it.");
  expect(text().data).toBe("One. Mami dies in it.");
  page.clock.pass(1500);
  expect(veils()).toHaveLength(1);
  expect(text().data).toBe("One. ");
});
