// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { backgroundIn, fileWords } from "../../../lib/page/file-words.ts";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { click, insideOf, openPage, type Page, veils, watched } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page?.problems() ?? []).toEqual([]);
  page?.stop();
});
const cover = (element: Element | null) => element?.getAttribute("data-spoiler-cover");
const $ = (selector: string) => document.querySelector(selector) as HTMLElement;

test.each([
  ["https://x.example/a/mami-dies-in-episode-3.jpg?w=300#x", "mami dies in episode 3"],
  ["Mami_dies%20at_last.webp", "Mami dies at last"],
  ["/MamiDiesHere.png", "Mami Dies Here"],
  ["/thumb_640x480.jpg", ""],
  ["/a8f3c0de91.png", ""],
  ["/IMG_20240101_1200.jpeg", ""],
  ["/mami.jpg", ""],
  ["data:image/png;base64,mami-dies-here", ""],
  ["/100%-mami-dies-here.png", "mami dies here"],
])("%s says %j", (address, words) => {
  expect(fileWords(address)).toBe(words);
});

test("the address of a background", () => {
  expect(backgroundIn("color: red; background-image: url('a b.png')")).toBe("a b.png");
  expect(backgroundIn("background:#fff url(x.png) no-repeat")).toBe("x.png");
  expect(backgroundIn("color: red")).toBe("");
});

test("pictures whose file, poster, lazy source or background tells are covered, and nothing else is changed", () => {
  const html =
    '<img id="a" src="/mami-dies-here-now.jpg" alt=""><video id="b" poster="/mami-dies-here-now.jpg"></video>' +
    '<img id="c" data-src="/mami-dies-here-now.jpg" src="data:,">' +
    '<div id="d" style="background-image: url(/mami-dies-here-now.jpg)"></div>' +
    '<div id="e" style="background-image: url(/x.jpg)" title="Mami dies."><p>Clean.</p></div>' +
    '<img id="f" src="/tea-party-with-mami.jpg" alt="Tea">';
  page = openPage(html);
  expect(["a", "b", "c", "d", "e", "f"].map((id) => cover($(`#${id}`)))).toEqual([
    "image",
    "image",
    "image",
    "image",
    "backdrop",
    null,
  ]);
  expect($("#a").getAttribute("src")).toBe("/mami-dies-here-now.jpg");
  expect(page.shield.summary().veils).toBe(5);
  page.shield.update(watched, true);
  expect(document.body.innerHTML).toBe(html);
});

test("pictures that only a list of sizes, a source, or a sheet of the page names", async () => {
  const style = document.createElement("style");
  style.textContent = ".thumb { background-image: url(/x.jpg) }";
  document.head.append(style);
  const html =
    '<img id="a" srcset="/mami-dies-here-now.jpg 1x, /y.jpg 2x">' +
    '<picture><source srcset="/mami-dies-here-now.webp"><source srcset="/mami-dies-here-now.png"><img id="b" src="/b.jpg"></picture>' +
    '<div id="c" class="thumb" title="Mami dies."></div><a title="Mami dies."><i id="d" class="thumb"></i></a>' +
    '<a href="#x"><i id="e" style="background: url(/x.jpg)"></i><b>Mami dies.</b></a><input id="f" type="image" alt="Mami dies.">' +
    '<i id="g" class="thumb"></i><p id="h" title="Mami dies.">x</p>';
  page = openPage(html);
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  expect(ids.filter((id) => cover($(`#${id}`)) === "image")).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(page.shield.summary().veils).toBe(7);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(html);
  style.remove();
});

test("what a sheet draws over a caption, if no other picture is there; not the icons in a link", () => {
  const style = document.createElement("style");
  style.textContent = ".thumb { background-image: url(/x.jpg) }";
  document.head.append(style);
  const thumb = (id: string) => `<i id="${id}" class="thumb"></i>`;
  const html =
    `<figure>${thumb("a")}<figcaption>Mami dies.</figcaption></figure>` +
    `<figure><a href="#x">${thumb("b")}</a><figcaption>Mami dies.</figcaption></figure>` +
    `<figure><img id="c">${thumb("d")}<figcaption>Mami dies.</figcaption></figure>` +
    `<a href="#y">${thumb("e")}Mami dies.</a><figure>${thumb("f")}<figcaption>Clean.</figcaption></figure>`;
  page = openPage(html);
  expect(["a", "b", "c", "d", "e", "f"].filter((id) => cover($(`#${id}`)) === "image")).toEqual([
    "a",
    "b",
    "c",
  ]);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(html);
  style.remove();
});

test("a background whose sheet comes after it", () => {
  page = openPage('<div id="a" class="thumb" title="Mami dies."></div>');
  expect(cover($("#a"))).toBeNull();
  const style = document.createElement("style");
  style.textContent = ".thumb { background-image: url(/x.jpg) }";
  document.head.append(style);
  style.dispatchEvent(new Event("load"));
  expect(cover($("#a"))).toBe("image");
  style.remove();
});

test("a picture by its own text and file counts once, and a click shows it for both", () => {
  const html = '<img src="/mami-dies-here-now.jpg" alt="Mami dies.">';
  page = openPage(html);
  expect(page.shield.summary().veils).toBe(1);
  click($("img"));
  expect(document.body.innerHTML).toBe(html);
});

test("the pictures in a titled link, in a link with hidden words and over a caption; not a whole gallery", () => {
  page = openPage(
    '<a href="#" title="Mami dies."><img id="a"></a><a href="#"><img id="b"><b>Mami dies.</b></a>' +
      '<figure><img id="c"><figcaption>Mami dies.</figcaption></figure>' +
      `<figure>${"<img class=g>".repeat(9)}<figcaption>Homura dies.</figcaption></figure>`,
  );
  expect(["a", "b", "c"].map((id) => cover($(`#${id}`)))).toEqual(["image", "image", "image"]);
  expect(cover($(".g"))).toBeNull();
});

test("the picture over a caption that is a link, or in one", () => {
  page = openPage(
    '<figure><img id="a"><figcaption><a href="#">Mami dies.</a></figcaption></figure>' +
      '<figure><a href="#"><img id="b"></a><figcaption>By <a href="#">A. Tea</a>. Mami dies.</figcaption></figure>',
  );
  expect(["a", "b"].map((id) => cover($(`#${id}`)))).toEqual(["image", "image"]);
});

test("a picture that comes after its caption, or after the title of its link", async () => {
  const html =
    "<figure><picture><i></i></picture><figcaption>Mami dies.</figcaption></figure>" +
    '<figure><a href="#"><i></i></a><figcaption>Mami dies.</figcaption></figure>' +
    '<a href="#" title="A twist!"><b><i></i></b></a><a href="#"><i></i>A twist!</a>' +
    "<div contenteditable><figure><i></i><figcaption>Mami dies.</figcaption></figure></div>";
  page = openPage(html);
  for (const place of document.querySelectorAll("i")) place.replaceWith(document.createElement("img"));
  await page.turn();
  expect([...document.querySelectorAll("img")].map(cover)).toEqual([...Array(4).fill("image"), null]);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(
    html.replaceAll("<i></i>", "<img>").replace("contenteditable", '$&=""'),
  );
});

test("a covered picture is a button with a name of its own, and no more than that", () => {
  const html = '<img alt="Still" src="/mami-dies-here-now.jpg">';
  page = openPage(html);
  const image = $("img");
  expect(image.getAttribute("role")).toBe("button");
  expect(image.tabIndex).toBe(0);
  expect(image.getAttribute("aria-label")).toBe("Picture hidden. Show it.");
  const key = (key: string, person = true) =>
    image.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: person }),
    );
  key("x");
  key("Enter", false);
  expect(cover(image)).toBe("image");
  expect(key("Enter")).toBe(false);
  expect(document.body.innerHTML).toBe(html);
});

test("a copy that the page makes of a covered picture is covered by itself, and shown with it", async () => {
  const html = '<p>Mami</p><img src="a.png" alt="Mami dies.">';
  page = openPage(html);
  const image = document.querySelector("img") as Element;
  document.body.append(image.cloneNode());
  await page.turn();
  expect(page.shield.summary().veils).toBe(2);
  expect(document.querySelectorAll("[data-spoiler-cover=image]")).toHaveLength(2);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(`${html}<img src="a.png" alt="Mami dies.">`);
});

test("a copy of a covered picture without what told of it is a plain picture", async () => {
  page = openPage("<figure><img><video></video><figcaption>Mami dies.</figcaption></figure><div></div>");
  const copies = [$("img"), $("video")].map((each) => each.cloneNode());
  $("div").append(...copies);
  await page.turn();
  expect($("div").innerHTML).toBe("<img><video></video>");
  expect(cover($("img"))).toBe("image");
});

test("a picture that the page itself keeps from being read aloud stays so, and so do its copies", async () => {
  const html = '<img src="/mami-surely-dies-in-episode-three.jpg" aria-hidden="true">';
  page = openPage(html);
  document.body.append($("img").cloneNode(true));
  await page.turn();
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(html.repeat(2));
});

test("its label stands in the dialog that it is in, for nothing outside can be reached while that is open", () => {
  page = openPage('<dialog open><img alt="And a twist."></dialog>');
  $("img").dispatchEvent(new MouseEvent("pointerenter", { composed: true }));
  page.clock.pass(200);
  expect(insideOf($("dialog").lastElementChild as Element).querySelector(".panel")).not.toBeNull();
  // Nothing is left there that the page's own would have to make room for.
  $("img").dispatchEvent(new MouseEvent("pointerleave", { composed: true }));
  page.clock.pass(300);
  expect($("dialog").lastElementChild).toBe($("img"));
});

test("what is a control already keeps its role", () => {
  const html = '<a href="#" style="background-image: url(/mami-dies-here-now.jpg)" aria-label="Clip"></a>';
  page = openPage(html);
  expect($("a").hasAttribute("role")).toBe(false);
  expect($("a").getAttribute("aria-label")).toBe("Clip");
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe(html);
});

test("pointed at, it has a label with a button, and the same answers as any veil", () => {
  const onSpare = vi.fn();
  page = openPage('<img alt="And a twist. Mami dies.">', { onSpare });
  const image = $("img");
  image.dispatchEvent(new MouseEvent("pointerenter", { composed: true }));
  page.clock.pass(200);
  const host = document.documentElement.lastElementChild as Element;
  const panel = () => insideOf(host).querySelector(".panel");
  expect(panel()?.querySelector(".what")?.textContent).toBe("Show · twist · episode 3");
  const buttons = () => [...(panel()?.querySelectorAll("button") ?? [])];
  const press = (index: number) =>
    buttons()[index]?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  expect(buttons().map((b) => b.textContent)).toEqual(["Picture hidden. Show it.", "Why is this hidden?"]);
  press(1);
  expect(buttons().map((b) => b.textContent)).toEqual([
    "Picture hidden. Show it.",
    "Not a spoiler",
    "I have seen this",
  ]);
  press(1);
  expect(onSpare.mock.calls.map(([keys]) => keys.length)).toEqual([2]);
  expect(image.outerHTML).toBe('<img alt="And a twist. Mami dies.">');
  expect(document.documentElement.querySelector("spoiler-veil")).toBeNull();
});

test("a picture hidden for two reasons has the label of what is left", () => {
  const onSeen = vi.fn();
  page = openPage('<figure><img alt="Mami dies."><figcaption>A twist!</figcaption></figure>', { onSeen });
  const panel = () => {
    $("img").dispatchEvent(new MouseEvent("pointerenter", { composed: true }));
    page.clock.pass(200);
    return insideOf(document.documentElement.lastElementChild as Element).querySelector(".panel") as Element;
  };
  const press = (index: number) =>
    panel()
      .querySelectorAll("button")
      [index]?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  const seen = (...shows: string[]) =>
    shows.map((show) => {
      const said = panel().querySelector(".what")?.textContent;
      press(1);
      press(2);
      page.shield.update({ ...closedSnapshot, shows: { [show]: { state: "watched" } } }, true);
      return said;
    });
  expect(seen("x", "y")).toEqual(["Show · death", "Show · twist · episode 3"]);
  expect(onSeen.mock.calls.map(([finding]) => finding.show)).toEqual(["x", "y"]);
});

test("what a lazy loader puts in later is read, and what it takes out is forgotten", async () => {
  page = openPage("<p>Mami</p><img>");
  const image = $("img");
  image.setAttribute("src", "/mami-dies-here-now.jpg");
  await page.turn();
  expect(cover(image)).toBe("image");
  image.setAttribute("src", "/tea.jpg");
  await page.turn();
  expect(image.outerHTML).toBe('<img src="/tea.jpg">');
  expect(veils()).toHaveLength(0);
});
