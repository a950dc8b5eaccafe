/** Pages whose style depends on their structure: a veil would move something there, so the cover stays. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { spoiler } from "./articles.ts";
import { copiesOf, openJudge } from "./axe-copy.ts";
import { eachBrowser } from "./each-browser.ts";
import { clickText, covers, darkest, until, veils } from "./look.ts";
import { after, before, names, structurePage } from "./structure-page.ts";

/** Where each element of the page stands, and each readable word. */
const places = (p: Page) =>
  p.evaluate(
    (...readable: string[]) => {
      const found: Record<string, number[]> = {};
      const note = (name: string, { x, y, width, height }: DOMRect) => {
        found[name] = [x, y, width, height];
      };
      document.querySelectorAll("section, section *:not(spoiler-shield, spoiler-veil)").forEach((e, i) => {
        note(`${i} ${e.localName} in ${e.closest("section")?.id}`, e.getBoundingClientRect());
      });
      const texts = document.createTreeWalker(document.body, 4);
      for (let n = texts.nextNode() as Text | null; n; n = texts.nextNode() as Text | null)
        for (const words of readable) {
          const at = n.data.indexOf(words);
          if (at < 0) continue;
          const range = new Range();
          range.setStart(n, at);
          range.setEnd(n, at + words.length);
          const id = n.parentElement?.closest("section")?.id;
          for (const [i, box] of [...range.getClientRects()].entries())
            note(`${words} in ${id}, line ${i}`, box);
        }
      return found;
    },
    before,
    after,
    "Review.",
  );

/** Runs in the page: has what is covered there its label? */
const labelled = (id: string) =>
  document.querySelector(`#${id} [data-spoiler-cover]`)?.matches("[tabindex='-1']") === true;

/** By section: "veil", "clear", or how it is covered. */
const state = (p: Page) =>
  p.evaluate(
    `Object.fromEntries([...document.querySelectorAll("section")].map((s) => [s.id, s.querySelector("spoiler-veil") ? "veil" : s.querySelector("[data-spoiler-cover]")?.dataset.spoilerCover ?? "clear"]))`,
  ) as Promise<Record<string, string>>;

/** Darker than this is a letter, lighter at most its smudge. */
const grey = 100;

eachBrowser((here) => {
  it("stays covered where a veil would move something, and only there", async () => {
    const p = await here.session.newPage();
    await p.setViewport({ width: 1000, height: 1400 });
    await p.goto(here.site.put("structure", structurePage));
    await until(async () => expect(await covers(p)).toBe(names.length + 1));
    expect(await veils(p)).toBe(0);
    const before = await places(p);
    const copies: string[] = [];
    const copy = async (as: "covered" | "veiled") => {
      if (here.session.name === "chromium") copies.push(...(await copiesOf(p, as)));
    };
    await copy("covered");
    const still = async () => {
      const now = await places(p);
      expect(Object.keys(now)).toEqual(Object.keys(before));
      for (const [what, box] of Object.entries(before)) {
        const farthest = Math.max(...box.map((n, i) => Math.abs(n - now[what]![i]!)));
        // Browsers round the widths of the words beside a veil.
        expect(farthest, what).toBeLessThan(what.includes("plain") ? 0.25 : 0.01);
      }
    };
    const allCovered = {
      ...Object.fromEntries(names.map((name) => [name, "still"])),
      letter: "still-initial",
      plain: "veil",
    };
    await until(async () => expect(await state(p)).toEqual(allCovered), 8000);
    await still();
    expect(await p.evaluate("window.shift")).toBe(0);
    for (const name of names) {
      expect(await darkest(p, name, spoiler), name).toBeGreaterThan(grey);
      expect(await p.evaluate(labelled, name), name).toBe(true);
    }
    await copy("veiled");

    // What is about to come out is veiled all the same, for so long.
    await p.evaluate("getSelection().selectAllChildren(document.body)");
    await until(async () => expect(new Set(Object.values(await state(p)))).toEqual(new Set(["veil"])));
    expect(await p.evaluate("String(getSelection())")).not.toContain("Charlotte");
    await copy("veiled");
    await p.evaluate("getSelection().empty()");
    await until(async () => expect(await state(p)).toEqual(allCovered));
    await still();

    // Written anew it is covered at once.
    await p.evaluate("(({ lastChild }) => (lastChild.data += '!'))(document.querySelector('#last p'))");
    await p.evaluate("new Promise(requestAnimationFrame)");
    expect(await p.evaluate("document.querySelectorAll('#last spoiler-veil').length")).toBe(0);

    await clickText(p, "only", after);
    expect((await state(p))["only"]).toBe("still");
    for (const name of names) {
      await clickText(p, name, spoiler);
      await until(async () => expect((await state(p))[name]).toBe("clear"));
    }
    expect(await p.evaluate("document.querySelectorAll('[tabindex]').length")).toBe(0);
    await still();
    await p.close();
    if (here.session.name === "firefox") return;
    const axe = await openJudge(here.session);
    expect(copies).toHaveLength(3);
    expect((await axe.judge(copies)).faults).toEqual([]);
    await axe.close();
  });
});
