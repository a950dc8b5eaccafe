// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { fakeDetector, openPage, type Page, p, text, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("a page that writes into its text node is read again; ours goes", async () => {
  page = openPage("<p>One. Mami dies. Two.</p>");
  const node = text();
  node.data = "All is well.";
  await page.turn();
  expect(p().innerHTML).toBe("All is well.");
  node.data = "Then Homura dies. So.";
  await page.turn();
  page.clock.pass(1000);
  expect(p().firstChild).toBe(node);
  expect(visibleText()).toBe("Then Homura dies. So.".replace("Then Homura dies.", ""));
});

test("a page that takes our element away gets its text back, veiled again", async () => {
  page = openPage("<p>One. Mami dies. Two.</p>");
  document.querySelector("spoiler-shield")?.remove();
  await page.turn();
  expect(veils()).toHaveLength(1);
  expect(visibleText()).toBe("One.  Two.");
  page.shield.revealAll();
  expect(p().innerHTML).toBe("One. Mami dies. Two.");
});

test("a page that writes back what it could read loses nothing, unless it goes on doing so", async () => {
  const all = "One. Mami dies. Two.";
  page = openPage(`<p>${all}</p><div contenteditable></div>`);
  const seen = visibleText();
  expect(seen).toBe("One.  Two.");
  // Now, and later from what it has kept; in an element of its own, too.
  for (const write of [
    () => (p().textContent = seen),
    () => (p().textContent = "One. …"),
    () => (p().innerHTML = `<b>${seen}</b> Less`),
  ]) {
    write();
    await page.turn();
  }
  expect(p().textContent).toBe(`${seen} Less`);
  expect(veils()).toHaveLength(1);
  page.shield.revealAll();
  expect(p().innerHTML).toBe(`<b>${all}</b> Less`);
  page.shield.hideAgain();
  document.querySelector("div")?.append(seen);
  await page.turn();
  expect(document.querySelector("div")?.textContent).toBe(seen);
  for (let tries = 0; tries < 5; tries++) {
    p().textContent = seen;
    await page.turn();
  }
  expect(p().innerHTML).toBe(seen);
});

test("a page that moves or empties things leaves nothing of ours behind", async () => {
  page = openPage("<p>One. Mami dies. Two.</p><div></div>");
  const node = text();
  document.querySelector("div")?.append(node);
  await page.turn();
  expect(p().innerHTML).toBe("");
  expect(veils()).toHaveLength(1);
  page.shield.revealAll();
  expect(document.querySelector("div")?.innerHTML).toBe("One. Mami dies. Two.");
  page.shield.hideAgain();
  node.remove();
  await page.turn();
  expect(document.body.innerHTML).toBe("<p></p><div></div>");
  expect(node.data).toBe("One. Mami dies. Two.");
  expect(page.shield.summary().veils).toBe(0);
});

test("text that comes together is read as one, whatever without letters a framework keeps between", async () => {
  for (const between of ["<!---->", "<!----><script></script>", ""]) {
    page = openPage(`<p>Mami di${between}<i><br><br></i>${between}es. Two.</p>`);
    const [gone] = document.querySelectorAll("i");
    if (!between) gone?.before("");
    if (!between) gone?.after("");
    await page.turn();
    expect(veils()).toHaveLength(0);
    gone?.remove();
    await page.turn();
    page.clock.pass(1000);
    expect(visibleText()).toBe("Mami dies. Two.".replace("Mami dies.", ""));
    if (between) page.stop();
  }
});

test("what the page takes away is counted no longer", async () => {
  const told: (number | undefined)[] = [];
  page = openPage("<p>Mami dies.</p>", { onChange: (now) => told.push(now?.veils) });
  page.clock.pass(200);
  p().remove();
  await page.turn();
  page.clock.pass(200);
  expect(told).toEqual([1, 0]);
});

test("a page that normalises its text loses none, nor what stands before it", async () => {
  for (const others of ["", "Zero. "]) {
    page = openPage("<p>Mami dies.</p><p>One. Mami dies. Two.</p>");
    const all = [...document.querySelectorAll("p")];
    if (others) for (const one of all) one.prepend(others);
    await page.turn();
    for (const one of all) one.normalize();
    await page.turn();
    expect(veils()).toHaveLength(2);
    expect(all.map(visibleText)).toEqual([others, `${others}One.  Two.`]);
    page.shield.revealAll();
    expect(all.map((one) => one.textContent)).toEqual([
      `${others}Mami dies.`,
      `${others}One. Mami dies. Two.`,
    ]);
    if (!others) page.stop();
  }
});

test("a page that takes out a text of which nothing is seen has taken it out", async () => {
  page = openPage("<p>Mami dies.</p>");
  text().remove();
  await page.turn();
  expect(p().innerHTML).toBe("");
});

test("what stands in the text of others is found when it comes later, in the context before it", async () => {
  const read: string[] = [];
  page = openPage("<p>One.</p><p>Three.</p>", { detector: () => fakeDetector((text) => read.push(text)) });
  read.length = 0;
  p().insertAdjacentHTML("afterend", "<p>Mami <b>di</b>es.</p>");
  await page.turn();
  expect(read).toEqual(["Mami dies."]);
  expect(visibleText()).toBe("One. Three.");
});
