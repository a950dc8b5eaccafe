/** gzip, by the platform's streams: those look at a file's checksum and length, too. */
import { ExchangeError } from "./types.ts";

/** Bytes given to a stream at once: gzip grows a thousandfold at most, so memory stays bounded. */
const slice = 16 * 1024;
/** So many places are tried where a file may go on with another. */
const mostMembers = 16;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The text as gzip. */
export function pack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return through(new TextEncoder().encode(text), new CompressionStream("gzip"), Number.POSITIVE_INFINITY);
}

/**
 * What is in a gzip file. Rejects with `ExchangeError`: "tooLarge" (more than `limit` bytes), "damaged". A file may be
 * several, one after the other, and the platform refuses what follows the first: so each ends where another seems to
 * begin, if it has come out whole by then.
 */
export async function unpack(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const members: Uint8Array[] = [];
  let length = 0;
  let from = 0;
  for (const to of ends(bytes)) {
    const unpacked = through(bytes.subarray(from, to), new DecompressionStream("gzip"), limit - length);
    const member = await unpacked.catch((error: unknown) => {
      if (error instanceof ExchangeError) throw error;
    });
    if (!member) continue;
    members.push(member);
    length += member.length;
    from = to;
  }
  if (from < bytes.length) throw new ExchangeError("damaged");
  return joined(members, length);
}

/** Before what looks like the head of another, and at the end of the file. */
function ends(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (
    let at = bytes.indexOf(0x1f, 1);
    at > 0 && found.length < mostMembers;
    at = bytes.indexOf(0x1f, at + 1)
  )
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8) found.push(at);
  return [...found, bytes.length];
}

/** Rejects with "tooLarge" as soon as more than `limit` bytes have come out. */
async function through(
  bytes: Uint8Array,
  transform: GenericTransformStream,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let at = 0;
  const source = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (at < bytes.length) stream.enqueue(bytes.subarray(at, (at += slice)));
      else stream.close();
    },
  });
  const reader: ReadableStreamDefaultReader<Uint8Array> = source.pipeThrough(transform).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > limit) {
      void reader.cancel();
      throw new ExchangeError("tooLarge");
    }
    chunks.push(read.value);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
