// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { click, fakeDetector, openPage, type Page, veils, watched } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
  document.title = "";
});

test("alt, title, aria-label and placeholder say something neutral; a picture is covered and can be clicked", () => {
  const html =
    '<p title="Mami dies.">x</p><input placeholder="Mami dies." aria-label="Search"><img alt="Mami dies.">';
  page = openPage(html);
  const image = document.querySelector("img") as Element;
  expect(document.querySelector("p")?.title).toBe("Spoiler hidden");
  expect(document.querySelector("input")?.placeholder).toBe("Spoiler hidden");
  expect(image.getAttribute("alt")).toBe("Spoiler hidden");
  expect(image.getAttribute("data-spoiler-cover")).toBe("image");
  expect(page.shield.summary().veils).toBe(3);
  click(image);
  expect(document.body.innerHTML).toBe(html);
});

test("the name of ours that a covered picture has is not taken for the page's", () => {
  const ours = "Whoever dies is hidden.";
  page = openPage('<img alt="A twist.">', { say: () => ours });
  page.shield.update(watched, true);
  expect(document.querySelector("img")?.getAttribute("aria-label")).toBe(ours);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe('<img alt="A twist.">');
});

test("fields and frames that come by themselves have labels too, what stands in them is let be", async () => {
  page = openPage("<p>Mami</p>");
  const html =
    '<textarea placeholder="Mami dies.">Mami dies.</textarea><select title="Mami dies."><option>Mami dies.</option></select>' +
    '<canvas title="Mami dies."></canvas><b aria-description="Mami dies.">x</b>';
  const holder = document.createElement("template");
  holder.innerHTML = html;
  document.body.append(...holder.content.childNodes);
  await page.turn();
  expect(document.body.innerHTML).toBe(`<p>Mami</p>${html.replaceAll('"Mami dies."', '"Spoiler hidden"')}`);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(`<p>Mami</p>${html}`);
});

test("a hint that the page has moved to an attribute of its own, as Bootstrap does, has its words again when it is revealed", async () => {
  page = openPage('<a href="#x" title="Mami dies."></a>');
  const link = document.querySelector("a") as HTMLElement;
  for (const name of ["aria-label", "data-bs-original-title"]) link.setAttribute(name, link.title);
  link.removeAttribute("title");
  await page.turn();
  const moved = (words: string) =>
    `<a href="#x" aria-label="${words}" data-bs-original-title="${words}"></a>`;
  expect(document.body.innerHTML).toBe(moved("Spoiler hidden"));
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(moved("Mami dies."));
  page.shield.hideAgain();
  expect(document.body.innerHTML).toBe(moved("Spoiler hidden"));
});

test("a picture is covered when its caption tells", () => {
  page = openPage("<figure><img><figcaption>Mami dies.</figcaption></figure>");
  expect(document.querySelector("img")?.getAttribute("data-spoiler-cover")).toBe("image");
  click(veils()[0]);
  expect(document.body.innerHTML).toBe("<figure><img><figcaption>Mami dies.</figcaption></figure>");
});

test("a label that comes later is told, and what has been revealed in this tab before is asked for", async () => {
  const told: (number | undefined)[] = [];
  let asked = 0;
  page = openPage("<p>Mami</p>", { onChange: (now) => told.push(now?.veils), recall: () => asked++ });
  document.body.insertAdjacentHTML("beforeend", '<img alt="Mami dies.">');
  await page.turn();
  page.clock.pass(200);
  expect(told.at(-1)).toBe(1);
  expect(asked).toBe(1);
  (document.querySelector("img") as HTMLImageElement).alt = "Tea";
  await page.turn();
  page.clock.pass(200);
  expect(told.at(-1)).toBe(0);
});

test("a page that writes its label again is read again", async () => {
  page = openPage('<p title="Mami dies.">x</p>');
  const p = document.querySelector("p") as HTMLElement;
  p.title = "All is well";
  await page.turn();
  expect(p.title).toBe("All is well");
  p.title = "Homura dies.";
  await page.turn();
  expect(p.title).toBe("Spoiler hidden");
  page.shield.revealAll();
  expect(p.title).toBe("Homura dies.");
});

test("the tab's title is masked and restored, and follows the page", async () => {
  document.title = "Review: Mami dies.";
  page = openPage("<p>x</p>");
  expect(document.title).not.toContain("dies");
  page.shield.revealAll();
  expect(document.title).toBe("Review: Mami dies.");
  page.shield.hideAgain();
  expect(document.title).not.toContain("dies");
  document.title = "Soup";
  await page.turn();
  expect(document.title).toBe("Soup");
  expect(page.shield.summary().veils).toBe(0);
});

test("a title of several texts is masked as one, each of them gets its own back, and what the page writes stays", async () => {
  document.title = "Review: Mami ";
  const title = document.querySelector("title") as Element;
  title.append(document.createComment("."), "dies.", " And tea.");
  const texts = () => [...title.childNodes].map(({ nodeValue }) => nodeValue);
  page = openPage("<p>x</p>");
  const masked = document.title;
  expect(masked).toMatch(/^Review: .+ And tea\.$|^[^:]+ And tea\.$/);
  expect(masked).not.toContain("dies");
  page.shield.revealAll();
  expect(texts()).toEqual(["Review: Mami ", ".", "dies.", " And tea."]);
  page.shield.hideAgain();
  expect(document.title).toBe(masked);
  (title.lastChild as Text).data = " And cake.";
  await page.turn();
  expect(document.title).toBe(masked.replace("tea", "cake"));
  page.shield.revealAll();
  expect(texts()).toEqual(["Review: Mami ", ".", "dies.", " And cake."]);
});

test("a title that the page writes once more, just the same, is masked once more", async () => {
  document.title = "Review: Mami dies.";
  page = openPage("<p>x</p>");
  document.title = "Review: Mami dies.";
  await page.turn();
  expect(document.title).not.toContain("dies");
});

test("what style sheets draw from an attribute says something neutral as well", () => {
  const html = '<b data-tip="Mami dies." data-text="Homura dies." data-id="Mami dies.">x</b>';
  page = openPage(html);
  expect(document.body.innerHTML).toBe(
    html.replace("Mami dies.", "Spoiler hidden").replace("Homura dies.", "Spoiler hidden"),
  );
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(html);
});

test("a title that stands in the body is masked as well", () => {
  const title = document.querySelector("title") as Element;
  title.remove();
  page = openPage("<title>Mami dies.</title><p>x</p>");
  expect(document.title).not.toContain("dies");
  page.shield.revealAll();
  expect(document.title).toBe("Mami dies.");
  document.head.append(title);
});

test("of a title of a megabyte as much is read as anybody could see of it", async () => {
  const read: string[] = [];
  document.title = `Mami dies. ${"Tea. ".repeat(200_000)}`;
  page = openPage("<p>Mami</p>", { detector: () => fakeDetector((text) => read.push(text)) });
  expect(document.title).not.toContain("dies");
  expect(Math.max(...read.map(({ length }) => length))).toBe(10_000);
  page.stop();
  expect(document.title).toMatch(/^Mami dies\. (Tea\. )+/);
});

test("a title that the page puts together with ours still has the page's own words", async () => {
  document.title = "Review. Mami dies.";
  page = openPage("<p>Mami</p>");
  const masked = document.title;
  for (const count of ["(1) ", "(2) ", ""]) {
    document.title = document.title.replace(/^(\(\d\) )?/, count);
    await page.turn();
    expect(document.title).toBe(count + masked);
  }
  document.title = `(3) ${document.title}`;
  await page.turn();
  page.shield.revealAll();
  expect(document.title).toBe("(3) Review. Mami dies.");
  document.title = `(4) ${document.title}`;
  await page.turn();
  expect(document.title).toBe("(4) (3) Review. Mami dies.");
});

test("a title never gets back what was hidden in another, also when the extension has gone and says nothing", async () => {
  let gone = false;
  document.title = "Review. Mami dies.";
  page = openPage("<p>Mami</p>", { say: (key) => (gone ? "" : key) });
  gone = true;
  for (let number = 0; number < 40; number++) {
    document.title = `Number ${number}`;
    await page.turn();
    expect(document.title).toBe(`Number ${number}`);
  }
});

test("labels that have left the page are let go, also where none of them was hidden", async () => {
  const asked = vi.fn(() => false);
  const spared = Object.assign([], { includes: asked });
  page = openPage("<p>Mami</p>");
  page.shield.update(watched, true);
  for (let number = 0; number < 1200; number++) {
    document.body.innerHTML = `<i title="Number ${number} dies."></i>`;
    await page.turn();
  }
  page.shield.update({ ...closedSnapshot, spared }, true);
  expect(asked).toHaveBeenCalled();
  expect(asked.mock.calls.length).toBeLessThan(600);
});

test("a tab that shows one title after the other masks them all, but does not fight with a page", async () => {
  page = openPage("<p>Mami</p>");
  for (let number = 0; number < 40; number++) {
    document.title = `Number ${number} dies.`;
    await page.turn();
    expect(document.title, `${number}`).not.toContain("dies");
    page.clock.pass(5000);
  }
  for (let number = 0; number < 40; number++) {
    document.title = "Mami dies.";
    await page.turn();
  }
  expect(document.title).toBe("Mami dies.");
});

test("a title that keeps changing does not have the page read again and again", async () => {
  let read = 0;
  document.title = "Mami";
  page = openPage("<p>Clean.</p>", {
    detector: () => fakeDetector((text) => (read += Number(text === "Clean."))),
  });
  for (let second = 0; second < 200; second++) {
    document.title = second % 2 ? "Mami" : "New message";
    await page.turn();
    page.clock.pass(1000);
  }
  expect(read).toBeGreaterThan(5);
  expect(read).toBeLessThan(30);
});

test("a cover that a page takes away now and then is put back each time, but not without end", async () => {
  page = openPage('<p>Mami</p><img src="/mami-surely-dies-in-episode-three.jpg">');
  const image = document.querySelector("img") as Element;
  const take = async () => {
    image.removeAttribute("data-spoiler-cover");
    await page.turn();
    return image.getAttribute("data-spoiler-cover");
  };
  for (let time = 0; time < 80; time++) {
    expect(await take()).toBe("image");
    page.clock.pass(2500);
  }
  for (let time = 0; time < 80; time++) await take();
  expect(await take()).toBeNull();
});

test("a counter in the title changes nothing, another title reads the page again without hiding it", async () => {
  document.title = "Mami";
  const read: string[] = [];
  page = openPage("<p>Clean.</p>", { detector: () => fakeDetector((text) => read.push(text)) });
  read.length = 0;
  document.title = "(1) Mami";
  await page.turn();
  expect(read).toEqual(["(1) Mami"]);
  document.title = "Soup";
  await page.turn();
  expect(read).toContain("Clean.");
  expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
});

test("our words on very many elements of the page's own are compared with what we have hidden a bounded number of times", async () => {
  page = openPage(Array.from({ length: 300 }, (_, i) => `<b title="Mami dies ${i}.">x</b>`).join(""));
  const mask = document.querySelector("b")?.title as string;
  const compared = vi.spyOn(Node.prototype, "isEqualNode");
  const copies = document.createElement("div");
  copies.innerHTML = Array.from({ length: 300 }, (_, i) => `<b title="${mask}">${i}</b>`).join("");
  document.body.append(copies);
  await page.turn();
  expect(compared.mock.calls.length).toBeLessThanOrEqual(20_000);
  compared.mockRestore();
});
