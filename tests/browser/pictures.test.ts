/** Pictures that show what their text tells, in the eyes of readers with a mouse, with a keyboard, and of axe-core. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { heard } from "./heard.ts";
import { until, veiled } from "./look.ts";

// Two colours side by side: blurred there is no sharp edge between them.
const art =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160"><path d="M0 0h120v160H0z"/><path fill="#fff" d="M120 0h120v160H120z"/></svg>',
  );
const html = article(`<h1>Madoka Magica</h1><p><a id="before" href="#before">Before</a></p>
  <img id="alt" alt="${spoiler}" src="${art}" width="240" height="160">
  <a id="link" href="#followed"><img id="inside" alt="" title="${spoiler}" src="${art}" width="240" height="160"></a>
  <video id="clip" title="In episode 8 Sayaka turns into the witch Oktavia." poster="${art}" width="240" height="160"></video>
  <div id="backdrop" title="${spoiler}" style="background-image: url('${art}'); width: 240px; height: 160px"><p id="over">Read the review</p></div>
  <figure><video id="video" poster="${art}" width="240" height="160"></video><figcaption>${spoiler}</figcaption></figure>
  <p><img id="clean" alt="Mami pours tea" src="${art}" width="240" height="160"><a id="after" href="#after">After</a></p>`);

/** A component with pictures in a root of its own, which it leaves to the tests. */
const component = (mode: string) =>
  article(`<h1>Madoka Magica</h1><p id="b">${spoiler}</p><div id="host"></div><script>
    window.root = document.getElementById("host").attachShadow({ mode: "${mode}" });
    root.innerHTML = ${JSON.stringify(
      `<img id="alt" alt="${spoiler}" src="${art}" width="240" height="160"><svg width="900" height="30"><text id="letters" y="20">${spoiler}</text></svg>`,
    )};
  </script>`);

const looks = (p: Page) =>
  p.evaluate(
    "Object.fromEntries([...(window.root ?? document).querySelectorAll('img,video,#backdrop')].map((e) => [e.id, e.dataset.spoilerCover]))",
  );
const middle = async (p: Page, id: string) => {
  const box = (await p.evaluate(
    `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))((window.root ?? document).getElementById("${id}").getBoundingClientRect())`,
  )) as { x: number; y: number };
  return box;
};
/** How much darker the left of two points in the middle is, 20 pixels apart: 255 where the edge is sharp. */
async function contrast(p: Page, id: string): Promise<number> {
  const { x, y } = await middle(p, id);
  const picture = await p.screenshot({ encoding: "base64", clip: { x: x - 10, y, width: 20, height: 1 } });
  return (await p.evaluate(async (data: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = 1;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data: points } = context.getImageData(0, 0, image.width, 1);
    return Math.abs(points[0]! - points[points.length - 4]!);
  }, picture as string)) as number;
}

eachBrowser((here) => {
  const open = async () => {
    const p = await here.open(here.site.put("pictures", html));
    await until(async () =>
      expect(await looks(p)).toEqual({
        alt: "image",
        inside: "image",
        backdrop: "backdrop",
        video: "image",
        clip: "image",
      }),
    );
    return p;
  };

  it("covers them, and what stands on a backdrop can be read", async () => {
    const p = await open();
    for (const id of ["alt", "video"]) expect(await contrast(p, id), id).toBeLessThan(140);
    expect(await contrast(p, "backdrop")).toBeLessThan(10);
    expect(await p.evaluate("getComputedStyle(document.getElementById('over')).filter")).toBe("none");
    expect(await p.evaluate("document.querySelectorAll('[title*=Charlotte],[alt*=Charlotte]').length")).toBe(
      0,
    );
    await p.evaluate("document.getElementById('clean').scrollIntoView()");
    expect(await contrast(p, "clean")).toBeGreaterThan(200);
  });

  it("covers them on when the page puts sheets of its own in the place of all that the document has", async () => {
    const p = await open();
    // Text that is still covered is looked after before each frame, and the sheet with it.
    await veiled(p);
    const drop = "document.adoptedStyleSheets = [new CSSStyleSheet()]";
    await p.evaluate(`(async () => {
      ${drop};
      document.body.append(document.createElement("i"));
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    })()`);
    expect(await contrast(p, "alt")).toBeLessThan(140);
    expect(await contrast(p, "backdrop")).toBeLessThan(10);
    // And soon when it does nothing else.
    await p.evaluate(drop);
    await until(async () => expect(await contrast(p, "alt")).toBeLessThan(140));
  });

  it.each([
    "open",
    "closed",
  ])("covers them on when a component puts sheets of its own in the place of all that its %s root has", async (mode) => {
    const p = await here.open(here.site.put("component", component(mode)));
    await until(async () => expect(await looks(p)).toEqual({ alt: "image" }));
    await veiled(p);
    const letters = () => p.evaluate("getComputedStyle(root.getElementById('letters')).filter");
    expect(await letters()).toContain("blur");
    const drop = "root.adoptedStyleSheets = [new CSSStyleSheet()]";
    await p.evaluate(`(async () => {
      ${drop};
      root.append(document.createElement("i"));
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    })()`);
    expect(await contrast(p, "alt")).toBeLessThan(140);
    expect(await letters()).toContain("blur");
    await p.evaluate(drop);
    await until(async () => {
      expect(await contrast(p, "alt")).toBeLessThan(140);
      expect(await letters()).toContain("blur");
    });
  });

  it("covers what a style sheet draws over a caption, until a click shows it", async () => {
    const thumb = `<style>.thumb { background-image: url("${art}"); display: block; width: 240px; height: 160px }</style>`;
    const figure = `<figure><a href="#followed"><i id="thumb" class="thumb"></i></a><figcaption>${spoiler}</figcaption></figure>`;
    const p = await here.open(
      here.site.put(
        "thumb",
        article(`${thumb}<h1>Madoka Magica</h1>${figure}<i id="other" class="thumb"></i>`),
      ),
    );
    await veiled(p);
    expect(await contrast(p, "thumb")).toBeLessThan(140);
    expect(await contrast(p, "other")).toBeGreaterThan(200);
    const { x, y } = await middle(p, "thumb");
    await p.mouse.click(x, y);
    await until(async () => expect(await contrast(p, "thumb")).toBeGreaterThan(200));
    expect(await p.evaluate("location.hash")).toBe("");
  });

  it("shows one by a click, and the link that it is in is not followed", async () => {
    const p = await open();
    const { x, y } = await middle(p, "inside");
    await p.mouse.click(x, y);
    await until(async () => expect(await looks(p)).not.toHaveProperty("inside", "image"));
    expect(await p.evaluate("location.hash")).toBe("");
    expect(await contrast(p, "inside")).toBeGreaterThan(200);
    await p.mouse.click(x, y);
    expect(await p.evaluate("location.hash")).toBe("#followed");
  });

  it("shows the poster of a video by a click and by Enter", async () => {
    const p = await open();
    const sharp = (id: string) =>
      until(async () => {
        expect(await looks(p)).not.toHaveProperty(id, "image");
        expect(await contrast(p, id)).toBeGreaterThan(200);
      });
    const { x, y } = await middle(p, "video");
    await p.mouse.click(x, y);
    await sharp("video");
    expect(await contrast(p, "clip")).toBeLessThan(140);
    await p.focus("#clip");
    await p.keyboard.press("Enter");
    await sharp("clip");
  });

  it("is reached by Tab, has a label whose buttons come next, and is shown by Enter", async () => {
    const p = await open();
    await p.focus("#before");
    await p.keyboard.press("Tab");
    const focus = () => p.evaluate("document.activeElement.id || document.activeElement.localName");
    expect(await focus()).toBe("alt");
    await until(async () =>
      expect(await p.evaluate("document.documentElement.lastElementChild.localName")).toBe("spoiler-veil"),
    );
    await p.keyboard.press("Tab");
    expect(await focus()).toBe("spoiler-veil");
    await p.keyboard.press("Tab");
    expect(await focus()).toBe("spoiler-veil");
    await p.keyboard.press("Tab");
    expect(await focus()).toBe("link");
    await p.keyboard.down("Shift");
    await p.keyboard.press("Tab");
    await p.keyboard.up("Shift");
    expect(await focus()).toBe("alt");
    await p.keyboard.press("Enter");
    await until(async () => expect(await looks(p)).not.toHaveProperty("alt", "image"));
    expect(await p.evaluate("document.getElementById('alt').alt")).toBe(spoiler);
    expect(await p.evaluate("document.getElementById('alt').attributes.length")).toBe(5);
    await p.keyboard.press("Tab");
    expect(await focus()).toBe("link");
  });

  it("lets Tab go on in a dialog before which nothing else can be reached", async () => {
    const dialog = `<dialog id="d"><img id="in" width="40" height="40" alt="${spoiler}"><button id="next">Next</button></dialog><script>d.showModal()</script>`;
    const p = await here.open(here.site.put("dialog", article(`<h1>Madoka Magica</h1>${dialog}`)));
    await until(async () => expect(await looks(p)).toHaveProperty("in", "image"));
    await p.focus("#in");
    const focus = () => p.evaluate("document.activeElement.id || document.activeElement.localName");
    const last = () => p.evaluate("d.lastElementChild.localName");
    await until(async () => expect(await last()).toBe("spoiler-veil"));
    const way = [];
    for (let i = 0; i < 3; i++) {
      await p.keyboard.press("Tab");
      way.push(await focus());
    }
    expect(way).toEqual(["spoiler-veil", "spoiler-veil", "next"]);
    // The first Escape closes the label, the second the dialog.
    await p.focus("#in");
    await until(async () => expect(await last()).toBe("spoiler-veil"));
    await p.keyboard.press("Escape");
    expect(await p.evaluate("d.open")).toBe(true);
    await p.keyboard.press("Escape");
    await until(async () => expect(await p.evaluate("d.open")).toBe(false));
  });

  it("is a button to a screen reader, which hears nothing of what it shows", async () => {
    const p = await open();
    await veiled(p);
    const all = await heard(here.session, p, "After");
    expect(all).toContain("button: Picture hidden. Show it.");
    expect(all).toContain("StaticText: Read the review");
    expect(all.join()).not.toContain("Charlotte");
  });
});
