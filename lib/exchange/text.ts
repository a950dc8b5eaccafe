/** Bytes of a file to text: gzip, UTF-8, UTF-16, byte order marks. */
import { Gunzip } from "fflate";
import { ExchangeError } from "./types.ts";

/** 64 MB: a list of 20,000 entries as XML has 25. What is larger is no list, or was made to choke on. */
export const longestFile = 64 * 1024 * 1024;

/** Packed bytes given to the unpacker at once: gzip grows a thousandfold at most, so memory stays bounded. */
const slice = 16 * 1024;

/**
 * The text of a file. Throws `ExchangeError`: "tooLarge" (packed or unpacked above `limit` bytes), "damaged" (gzip
 * that ends early), "notText".
 */
export function textOf(bytes: Uint8Array, limit = longestFile): string {
  if (bytes.length > limit) throw new ExchangeError("tooLarge");
  return decode(isGzip(bytes) ? unpack(bytes, limit) : bytes);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Head and tail of gzip alone. */
const shortestGzip = 18;

function unpack(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length < shortestGzip) throw new ExchangeError("damaged");
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const gunzip = new Gunzip((chunk, final) => {
    length += chunk.length;
    if (length > limit) throw new ExchangeError("tooLarge");
    chunks.push(chunk);
    ended = final;
  });
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      gunzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
    }
  } catch (error) {
    throw error instanceof ExchangeError ? error : new ExchangeError("damaged");
  }
  if (!ended) throw new ExchangeError("damaged");
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
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
