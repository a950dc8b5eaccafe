// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { createListeners } from "../../../lib/page/listeners.ts";
import { createSplits } from "../../../lib/page/split.ts";
import { click, fakeDetector, openPage, type Page, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});
const p = () => document.querySelector("p") as HTMLElement;
const text = () => p().firstChild as Text;

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

test("a copy of our element becomes text again, and is veiled on its own", async () => {
  page = openPage("<p>One. Mami dies. Two.</p>");
  document.body.append(p().cloneNode(true));
  await page.turn();
  expect(veils()).toHaveLength(2);
  expect(page.shield.summary().veils).toBe(2);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe("<p>One. Mami dies. Two.</p>".repeat(2));
});

test("a copy is made text again however many veils there are", () => {
  const splits = createSplits(document);
  const made = Array.from({ length: 600 }, () => {
    const element = document.createElement("p");
    element.append("One. Mami dies. Two.");
    splits.set(element.firstChild as Text, [
      { from: 5, to: 15, token: 0, make: () => document.createElement("i") },
    ]);
    return element;
  });
  const copy = made[0]?.cloneNode(true) as Element;
  for (const ours of splits.copies(copy)) splits.heal(ours);
  expect(copy.innerHTML).toBe("One. Mami dies. Two.");
  page = openPage("");
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

describe("a script that works on the letters it finds", () => {
  /** All texts on the page that hold something, those in our elements as well. */
  const found = () => {
    const walker = document.createTreeWalker(document.body, 4);
    const texts: Text[] = [];
    while (walker.nextNode())
      if (/\S/.test(walker.currentNode.nodeValue ?? "")) texts.push(walker.currentNode as Text);
    return texts;
  };
  const around = (name: string, node: Text, from: number, to: number) => {
    const rest = node.splitText(from);
    rest.splitText(to - from);
    const element = document.createElement(name);
    rest.replaceWith(element);
    element.append(rest);
  };
  const instead = (html: string, node: Text) => {
    const made = document.createElement("p");
    made.innerHTML = html;
    node.replaceWith(...made.childNodes);
  };
  const loud = (node: Text) => node.data.toUpperCase();

  test.each<[string, () => void, string]>([
    ["splits them", () => text().splitText(2), "One. Mami dies. Two."],
    ["marks some", () => around("mark", text(), 0, 3), "<mark>One</mark>. Mami dies. Two."],
    [
      "marks what stands behind a veil",
      () => around("mark", found()[1] as Text, 1, 4),
      "One. Mami dies. <mark>Two</mark>.",
    ],
    ["puts links among them", () => instead("<a>One</a>. ", text()), "<a>One</a>. Mami dies. Two."],
    [
      "writes into all that it finds",
      () => {
        for (const node of found()) node.data = loud(node);
      },
      "ONE. Mami dies. TWO.",
    ],
    [
      "puts what it finds into elements, as Chromium does that translates",
      () => {
        for (const node of found()) instead(`<font>${loud(node)}</font>`, node);
      },
      "<font>ONE. </font>Mami dies.<font> TWO.</font>",
    ],
    [
      "takes our element away and leaves what is in it",
      () =>
        document
          .querySelector("spoiler-shield")
          ?.replaceWith(...document.querySelector("spoiler-shield")!.childNodes),
      "One. Mami dies. Two.",
    ],
  ])("%s: that stays, and nothing is lost", async (_, work, html) => {
    page = openPage("<p>One. Mami dies. Two.</p>");
    work();
    await page.turn();
    expect(visibleText()).not.toContain("dies");
    expect(veils()).toHaveLength(1);
    page.shield.revealAll();
    expect(p().innerHTML).toBe(html);
  });

  test("a browser that translates one text after the other loses none", async () => {
    for (const more of ["", " Two."]) {
      page = openPage(`<p>One. Mami dies.${more}</p>`);
      document.documentElement.lang = "xx";
      for (const node of found()) {
        node.data = loud(node);
        await page.turn();
      }
      expect(veils()).toHaveLength(1);
      page.shield.revealAll();
      expect(p().innerHTML).toBe(`ONE. Mami dies.${more.toUpperCase()}`);
      document.documentElement.lang = "";
      if (more) return;
      page.stop();
    }
  });

  test("a page that changes its language writes its texts anew, and takes them out", async () => {
    page = openPage("<p>One. Mami dies. Two.</p><div>So. <i></i>Mami dies. End.</div>");
    const last = document.querySelector("i")?.nextSibling as Text;
    document.documentElement.lang = "xx";
    text().data = "Eins. Und sonst gar nichts.";
    // React puts what comes after a text behind it, and takes a text out where another says the same.
    last.remove();
    await page.turn();
    document.documentElement.lang = "";
    expect(document.body.innerHTML).toBe("<p>Eins. Und sonst gar nichts.</p><div>So. <i></i></div>");
  });

  test("a copy of a veil that the page puts beside it is none of its work", async () => {
    page = openPage("<p>One. Mami dies. Two.</p>");
    veils()[0]?.after(veils()[0]?.cloneNode(true) as Node);
    await page.turn();
    expect(veils()).toHaveLength(1);
    page.shield.revealAll();
    expect(p().innerHTML).toBe("One. Mami dies. Two.");
  });

  test("what the page puts behind its own text comes after all of that", async () => {
    page = openPage("<p>One. Mami dies. Two.</p>");
    text().after(document.createElement("img"));
    await page.turn();
    page.shield.revealAll();
    expect(p().innerHTML).toBe("One. Mami dies. Two.<img>");
  });
});

test("a copy from another document is not taken for one of ours", async () => {
  page = openPage("<p>One. Mami dies. Two.</p>");
  const kept = p().outerHTML;
  page.stop();
  page = openPage("<p>Three. Homura dies. Four.</p>");
  document.body.insertAdjacentHTML("beforeend", kept);
  await page.turn();
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe("<p>Three. Homura dies. Four.</p><p>One.  Two.</p>");
});

test("what the page takes away is counted no longer", async () => {
  const told: number[] = [];
  page = openPage("<p>Mami dies.</p>", { onChange: ({ veils }) => told.push(veils) });
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

test("a page that serialises and writes back its own markup loses no text", async () => {
  page = openPage("<p>Mami dies. Two.</p><p>One. <b>Homura dies.</b></p>");
  const html = document.body.innerHTML;
  document.body.innerHTML = html;
  await page.turn();
  expect(veils()).toHaveLength(2);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe("<p>Mami dies. Two.</p><p>One. <b>Homura dies.</b></p>");
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

test("a label that cannot be hidden does not keep what comes after it from being read", async () => {
  page = openPage("<p>Tea.</p>");
  const form = document.createElement("form");
  form.style.background = "url(mami-surely-dies-in-episode-three.jpg)";
  // Chromium gives a form's fields by their names in front of what every element has.
  Object.defineProperty(form, "addEventListener", { value: document.createElement("input") });
  const after = document.createElement("p");
  after.textContent = "Homura dies.";
  document.body.append(form, after);
  await page.turn();
  expect(visibleText()).toBe("Tea.");
  expect(page.problems()).toHaveLength(1);
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});

test("the loop guard: after a bounded number of fights only a cover stays", async () => {
  page = openPage("<p>Mami dies.</p>");
  for (let i = 0; i < 40; i++) {
    text().data = i % 2 ? "Mami dies." : "Then Homura dies.";
    await page.turn();
  }
  expect(veils()).toHaveLength(0);
  expect(p().hasAttribute("data-spoiler-cover")).toBe(true);
  expect(text().data).toBe("Mami dies.");
  expect(page.shield.summary().veils).toBe(1);
  page.clock.pass(5000);
  expect(p().hasAttribute("data-spoiler-cover")).toBe(false);
  expect(veils()).toHaveLength(1);
});

test("a page that makes the place anew each time is never seen in clear, tired guard or not", async () => {
  page = openPage("<div></div>");
  for (let i = 0; i < 230; i++) {
    (document.querySelector("div") as Element).innerHTML = "<p>Mami dies.</p>";
    await page.turn();
    expect(visibleText()).toBe("");
  }
  expect(veils()).toHaveLength(0);
});

test("a cover that stays can be clicked away", async () => {
  page = openPage("<svg><text>Mami dies.</text></svg>");
  const drawn = document.querySelector("text") as Element;
  expect(drawn.hasAttribute("data-spoiler-cover")).toBe(true);
  expect(veils()).toHaveLength(0);
  let clicks = 0;
  drawn.addEventListener("click", () => clicks++);
  click(drawn);
  expect(drawn.outerHTML).toBe("<text>Mami dies.</text>");
  expect(clicks).toBe(0);
  click(drawn);
  expect(clicks).toBe(1);
});

test("a detector that cannot be made, or that throws, is said and harms nothing", async () => {
  page = openPage("<p>Mami dies.</p>", {
    detector: () => {
      throw new Error("no tables");
    },
  });
  expect(page.problems()).toEqual(["reading: no tables"]);
  expect(document.body.innerHTML).toBe("<p>Mami dies.</p>");
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});

test("a detector that cannot be made ready leaves the page readable, and is not asked for ever", async () => {
  let asked = 0;
  page = openPage("<p>Mami</p><p>Tea.</p>", {
    detector: () => ({
      ...fakeDetector(),
      // Without end the clock of the test would not come back.
      tryRead: (...what) => (asked > 100 ? fakeDetector().read(...what) : undefined),
      prepare() {
        asked++;
        throw new Error("no vectors");
      },
    }),
  });
  expect(page.problems()).toEqual(["reading: no vectors"]);
  expect(asked).toBe(1);
  expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});

test("where a veil cannot be made all of the block stays covered, also of those that come after it", () => {
  page = openPage("<p>Tea. Mami dies.</p><p>Homura dies.</p>", { settle: false });
  const attach = vi.spyOn(Element.prototype, "attachShadow").mockImplementation(() => {
    throw new Error("not here");
  });
  page.clock.pass(4000);
  attach.mockRestore();
  expect(visibleText()).toBe("");
  expect(page.problems()).toEqual(["hiding: not here"]);
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});

test("whatever is listened to on window and document is listened to again after document.open", async () => {
  const view = document.defaultView as Window;
  const heard = () => [view, document].map(({ addEventListener }) => addEventListener).flatMap(typesOf);
  const typesOf = (add: unknown) =>
    vi.mocked(add as Document["addEventListener"]).mock.calls.map(([type]) => type);
  for (const target of [view, document]) vi.spyOn(target, "addEventListener");
  page = openPage("<p>Mami dies.</p><my-card></my-card>");
  expect(veils()).toHaveLength(1);
  const before = heard().sort();
  for (const type of ["animationstart", "contextmenu", "pageshow"]) expect(before).toContain(type);
  vi.clearAllMocks();
  const root = document.documentElement;
  const other = root.cloneNode(true);
  root.remove();
  document.append(other);
  await page.turn();
  expect(heard().sort()).toEqual(before);
  vi.restoreAllMocks();
});

test("listeners that document.open has taken away are put back with the new root", () => {
  page = openPage("");
  const target = new EventTarget();
  const owner = { documentElement: document.documentElement } as { documentElement: Element };
  const listeners = createListeners(owner as Document);
  const life = new AbortController();
  const on = vi.fn();
  const fire = () => {
    on.mockClear();
    target.dispatchEvent(new Event("click"));
    return on.mock.calls.length;
  };
  listeners.add(target, "click", on, life.signal);
  target.removeEventListener("click", on, true);
  listeners.check();
  expect(fire()).toBe(0);
  owner.documentElement = document.createElement("html");
  listeners.check();
  expect(fire()).toBe(1);
  owner.documentElement = document.createElement("html");
  listeners.check();
  expect(fire()).toBe(1);
  life.abort();
  owner.documentElement = document.createElement("html");
  listeners.check();
  expect(fire()).toBe(0);
});
