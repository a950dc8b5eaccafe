// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { fakeDetector, openPage, type Page, p, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("how hidden letters are read is covered above them, and comes back with them", async () => {
  const html =
    "Mami. <ruby>Ho<rt>ほ</rt>mura<rt>むら</rt></ruby> <ruby>dies<rt>し</rt></ruby>. <ruby>Tea<rt>ちゃ</rt></ruby>.";
  page = openPage(`<p>${html}</p>`);
  const readings = () =>
    [...document.querySelectorAll("rt")].map((rt) => rt.hasAttribute("data-spoiler-cover"));
  expect(veils()).toHaveLength(4);
  expect(readings()).toEqual([true, true, true, false]);
  page.shield.revealAll();
  expect(p().innerHTML).toBe(html);
});

test("what is written above letters is read by itself, its labels as well, and hands nothing on", () => {
  const read: string[] = [];
  const html =
    "<p>Ho<ruby>mu<rt>Homura dies.</rt>ra<rt><i title='Mami dies.'>Tea</i></rt></ruby> is here.</p>" +
    "<p><ruby>Ma<rt>Mami</rt></ruby></p><h2><ruby>Mami<rt>So</rt></ruby></h2><p>She</p>";
  const { begin, read: find } = fakeDetector();
  const topics: string[] = [];
  const detector = () => ({
    begin,
    read(...[passage, before]: Parameters<typeof find>) {
      read.push(passage.text);
      if (before.topical) topics.push(passage.text);
      return find(passage, before);
    },
  });
  page = openPage(html, { detector });
  expect(read).toEqual([
    "Homura is here.",
    "Homura dies.",
    "Mami dies.",
    "Tea",
    "Ma",
    "Mami",
    "Mami",
    "So",
    "She",
  ]);
  expect(topics).toEqual(["So", "She"]);
  expect(veils(document.querySelector("rt") as Element)).toHaveLength(1);
  expect(visibleText()).toBe("HomuraTea is here.MaMamiMamiSoShe");
  expect(document.querySelector("i")?.title).toBe("Spoiler hidden");
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(html.replaceAll("'", '"'));
});
