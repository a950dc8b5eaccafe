/** Can letters be read in a picture of the page? Letters have sharp edges; what is blurred or gone has none. */
import type { Page } from "puppeteer-core";

/** Between neighbouring points, of 255. Clear text is far above, a blur or smudge far below. */
const sharp = 90;

/** A text and the element `#id` that it is of. */
export type Place = readonly [id: string, text: string];

/** A picture of a page, and where in it each text stands. */
export interface Picture {
  readonly png: string;
  /** Of each text the boxes of its lines; none when no text node holds it. */
  readonly boxes: readonly (readonly Box[])[];
  /** The window's, in CSS pixels. */
  readonly width: number;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** As quick as can be: the page may be another soon. */
export async function takePicture(page: Page, places: readonly Place[]): Promise<Picture> {
  const png = await page.screenshot({ encoding: "base64" });
  return { png, ...(await page.evaluate(whereAre, places)) };
}

/** Of each text: is it drawn with edges? `page` does the reckoning, whichever it is. */
export async function areReadable(page: Page, { png, boxes, width }: Picture): Promise<boolean[]> {
  return (await page.evaluate(steepest, png, boxes, width)).map((step) => step > sharp);
}

/** Runs in the page. */
function whereAre(places: readonly Place[]): Omit<Picture, "png"> {
  const boxes = places.map(([id, text]) => {
    const found: Box[] = [];
    const walker = document.createTreeWalker(document.getElementById(id) as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      for (const { x, y, width, height } of range.getClientRects()) found.push({ x, y, width, height });
    }
    return found;
  });
  return { boxes, width: innerWidth };
}

/** Runs in a page: the largest steps of brightness between two points beside each other, in the boxes of each text. */
async function steepest(png: string, boxes: Picture["boxes"], wide: number): Promise<number[]> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const scale = image.width / wide;
  return boxes.map((each) => {
    let most = 0;
    for (const box of each) {
      const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((n) =>
        Math.round(n * scale),
      ) as [number, number, number, number];
      if (width < 2 || height < 2) continue;
      const points = context.getImageData(x, y, width, height).data;
      const light = (i: number) => (points[i]! + points[i + 1]! + points[i + 2]!) / 3;
      for (let i = 4; i < points.length; i += 4)
        if ((i / 4) % width) most = Math.max(most, Math.abs(light(i) - light(i - 4)));
    }
    return most;
  });
}
