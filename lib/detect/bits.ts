/**
 * Records are coded bit by bit, each bit with the probability that the bits before it in the same place suggest
 * (adaptive binary range coding, as in LZMA). One description of the form (record-form.ts) serves both ways: a coder
 * that reads returns the next value and ignores what it is given, one that writes returns what it is given.
 */
export interface Coder {
  /** One bit, in a place (`context`) of its own probability. */
  bit(context: number, value: number): number;
  /** `count` bits that nothing is known of, at most 16. */
  plain(count: number, value: number): number;
}

/**
 * Probabilities have so many bits, and move by 1 / 2^rate of what is missing. Faster, and they would come so near to 0
 * that a range might have to be refilled twice.
 */
export const probabilityBits = 12;
export const rate = 5;
/** Ranges stay above this, in 32 bits. */
export const bottom = 2 ** 24;

/** A character for each context: the probability of a 0 that it starts from, in steps of a 64th. */
export const firstCharacter = 0x30;

/** Probabilities to start from. */
export function readStart(text: string): Uint16Array {
  const steps = 2 ** probabilityBits / 64;
  return Uint16Array.from(text, (ch) => (ch.charCodeAt(0) - firstCharacter + 0.5) * steps);
}

/** Reads what `BitWriter` wrote. Beyond the end it reads zeros. */
export class BitReader implements Coder {
  private code = 0;
  private range = 0xffffffff;
  private at = 0;
  private readonly bytes: Uint8Array;
  private readonly probability: Uint16Array;

  /** `start`: by context, see `readStart`; stays as it is. */
  constructor(bytes: Uint8Array, start: Uint16Array) {
    this.bytes = bytes;
    this.probability = start.slice();
    for (let i = 0; i < 4; i++) this.code = ((this.code << 8) | this.next()) >>> 0;
  }

  bit(context: number): number {
    const p = this.probability[context]!;
    const bound = (this.range >>> probabilityBits) * p;
    let bit = 0;
    if (this.code < bound) {
      this.range = bound;
      this.probability[context] = p + (((1 << probabilityBits) - p) >> rate);
    } else {
      this.code -= bound;
      this.range -= bound;
      this.probability[context] = p - (p >> rate);
      bit = 1;
    }
    if (this.range < bottom) this.refill();
    return bit;
  }

  plain(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      this.range >>>= 1;
      value <<= 1;
      if (this.code >= this.range) {
        this.code -= this.range;
        value |= 1;
      }
      if (this.range < bottom) this.refill();
    }
    return value;
  }

  private refill(): void {
    this.range = (this.range << 8) >>> 0;
    this.code = ((this.code << 8) | this.next()) >>> 0;
  }

  private next(): number {
    return this.bytes[this.at++] ?? 0;
  }
}
