/**
 * Unpacks what is packed with deflate (RFC 1951). Own code, for each library lays out its tables when the script starts,
 * which costs a frame that never unpacks anything more than all else that it does: engines compile so long a loop at
 * once, and read the whole script again for it.
 */

/** Codes by length: how many there are of each, and what they stand for, the shorter first. */
interface Codes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const longestCode = 15;

function codesOf(lengths: readonly number[]): Codes {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const symbols = new Uint16Array(lengths.length);
  let at = 0;
  for (let length = 1; length <= longestCode; length++)
    for (let s = 0; s < lengths.length; s++) if (lengths[s] === length) symbols[at++] = s;
  return { counts, symbols };
}

/** In which order the lengths of the codes of lengths stand. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * The bytes that `packed` stands for, which may point back into `dictionary`. Throws where the bytes end too early or
 * are no deflate.
 */
export function inflate(packed: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const begin = dictionary.length;
  let out = new Uint8Array(begin + packed.length * 6);
  out.set(dictionary);
  let to = begin;
  let from = 0;
  let held = 0;
  let count = 0;
  const bits = (n: number): number => {
    for (; count < n; count += 8) {
      if (from === packed.length) throw new Error("a record ends too early");
      held |= packed[from++]! << count;
    }
    const value = held & ((1 << n) - 1);
    held >>>= n;
    count -= n;
    return value;
  };
  const put = (byte: number): void => {
    if (to === out.length) {
      const longer = new Uint8Array(to * 2);
      longer.set(out);
      out = longer;
    }
    out[to++] = byte;
  };
  const symbol = ({ counts, symbols }: Codes): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= longestCode; length++) {
      code |= bits(1);
      const here = counts[length]!;
      if (code - here < first) return symbols[index + code - first]!;
      index += here;
      first = (first + here) << 1;
      code <<= 1;
    }
    throw new Error("a record is damaged");
  };
  /** A length or a distance: groups of as many codes as `each` share a number of further bits. */
  const extended = (code: number, each: number): number => {
    if (code < each * 2) return code;
    const more = (code >> (each / 2)) - 1;
    return ((each + (code & (each - 1))) << more) + bits(more);
  };
  const block = (literals: Codes, distances: Codes): void => {
    for (let s = symbol(literals); s !== 256; s = symbol(literals)) {
      if (s < 256) {
        put(s);
        continue;
      }
      const length = s === 285 ? 258 : 3 + extended(s - 257, 4);
      const distance = 1 + extended(symbol(distances), 2);
      if (distance > to) throw new Error("a record is damaged");
      for (let i = 0; i < length; i++) put(out[to - distance]!);
    }
  };
  const dynamic = (): void => {
    const literals = bits(5) + 257;
    const distances = bits(5) + 1;
    const used = bits(4) + 4;
    const own: number[] = new Array(19).fill(0);
    for (let i = 0; i < used; i++) own[lengthOrder[i]!] = bits(3);
    const codes = codesOf(own);
    const lengths: number[] = [];
    while (lengths.length < literals + distances) {
      const s = symbol(codes);
      const value = s === 16 ? lengths.at(-1)! : s < 16 ? s : 0;
      const times = s < 16 ? 1 : s === 16 ? 3 + bits(2) : s === 17 ? 3 + bits(3) : 11 + bits(7);
      for (let i = 0; i < times; i++) lengths.push(value);
    }
    block(codesOf(lengths.slice(0, literals)), codesOf(lengths.slice(literals)));
  };
  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 2) dynamic();
    else if (kind === 1) {
      const fixed = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
      block(codesOf(fixed), codesOf(new Array(30).fill(5)));
    } else if (kind === 0) {
      held = count = 0;
      // The length stands there twice.
      const length = bits(16);
      bits(16);
      for (let i = 0; i < length; i++) put(bits(8));
    } else throw new Error("a record is damaged");
  }
  return out.subarray(begin, to);
}
