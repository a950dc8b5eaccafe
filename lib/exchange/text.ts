/** Bytes of a file to text: gzip, UTF-8, UTF-16, byte order marks. */
import { isGzip, unpack } from "./gzip.ts";
import { ExchangeError } from "./types.ts";

/** 64 MB: a list of 20,000 entries as XML has 25. What is larger is no list, or was made to choke on. */
export const longestFile = 64 * 1024 * 1024;

/**
 * The text of a file. Rejects with `ExchangeError`: "tooLarge" (packed or unpacked above `limit` bytes), "damaged"
 * (gzip that ends early, goes on after its end or is not what its checksum says), "notText".
 */
export async function textOf(bytes: Uint8Array, limit = longestFile): Promise<string> {
  if (bytes.length > limit) throw new ExchangeError("tooLarge");
  return decode(isGzip(bytes) ? await unpack(bytes, limit) : bytes);
}

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    // A byte order mark is taken off by the decoder.
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new ExchangeError("notText");
  }
  // Pictures and archives that happen to decode.
  if (text.includes("\0")) throw new ExchangeError("notText");
  return text;
}

function encodingOf([a, b, c, d]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // Without a mark: text begins with an ASCII letter, "<" or "{", so every other byte is zero.
  if (a && b === 0 && c && d === 0) return "utf-16le";
  if (a === 0 && b && c === 0 && d) return "utf-16be";
  return "utf-8";
}
