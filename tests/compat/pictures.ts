/** Can letters be read in a picture of the page? Letters have sharp edges; what is blurred or gone has none. */
import type { Page } from "puppeteer-core";

/** Between neighbouring points, of 255. Clear text is far above, a blur or smudge far below. */
const sharp = 90;

/** A text and the element `#id` that it is of. */
export type Place = readonly [id: string, text: string];

/** Of each text, in one picture: is it drawn with edges? False as well when no text node holds it. */
export async function areReadable(page: Page, places: readonly Place[]): Promise<boolean[]> {
  const picture = await page.screenshot({ encoding: "base64" });
  return (await page.evaluate(steepest, picture, places)).map((step) => step > sharp);
}

/** Runs in the page: the largest steps of brightness between two points beside each other, where each text stands. */
async function steepest(picture: string, places: readonly Place[]): Promise<number[]> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const scale = image.width / innerWidth;
  return places.map(([id, text]) => {
    let most = 0;
    const walker = document.createTreeWalker(document.getElementById(id) as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      for (const box of range.getClientRects()) {
        const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((n) =>
          Math.round(n * scale),
        ) as [number, number, number, number];
        if (width < 2 || height < 2) continue;
        const points = context.getImageData(x, y, width, height).data;
        const light = (i: number) => (points[i]! + points[i + 1]! + points[i + 2]!) / 3;
        for (let i = 4; i < points.length; i += 4)
          if ((i / 4) % width) most = Math.max(most, Math.abs(light(i) - light(i - 4)));
      }
    }
    return most;
  });
}
