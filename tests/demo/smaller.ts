/** Pictures of an interface have few colours: a palette makes them a third of the size. */
import UPNG from "upng-js";

/** Colours of a picture; with fewer, blurred words show steps. */
const colours = 128;

/** The same picture as a PNG with a palette. */
export function smaller(png: Uint8Array): Uint8Array {
  const picture = UPNG.decode(Uint8Array.from(png).buffer);
  return new Uint8Array(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, colours));
}
