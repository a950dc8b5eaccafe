/** Writes what `BitReader` (lib/detect/bits.ts) reads. */
import { bottom, type Coder, firstCharacter, probabilityBits, rate } from "../../detect/bits.ts";

const one = 2 ** probabilityBits;

export class BitWriter implements Coder {
  private low = 0;
  private range = 0xffffffff;
  private readonly out: number[] = [];
  private readonly probability: Uint16Array;

  constructor(start: Uint16Array) {
    this.probability = start.slice();
  }

  bit(context: number, value: number): number {
    const p = this.probability[context];
    if (p === undefined) throw new Error(`no context ${context}`);
    const bound = (this.range >>> probabilityBits) * p;
    if (value === 0) {
      this.range = bound;
      this.probability[context] = p + ((one - p) >> rate);
    } else {
      this.low += bound;
      this.range -= bound;
      this.probability[context] = p - (p >> rate);
    }
    this.shift();
    return value;
  }

  plain(count: number, value: number): number {
    for (let i = count - 1; i >= 0; i--) {
      this.range >>>= 1;
      if ((value >> i) & 1) this.low += this.range;
      this.shift();
    }
    return value;
  }

  /** The bytes; the shortest that lead the reader to the same bits. */
  finish(): Uint8Array {
    // Any number from `low` to below `low + range` will do: the one with the most zeros at its end.
    const end = this.low + this.range;
    let value = this.low;
    for (const unit of [2 ** 24, 2 ** 16, 2 ** 8]) {
      const up = Math.ceil(this.low / unit) * unit;
      if (up < end) {
        value = up;
        break;
      }
    }
    this.low = value;
    for (let i = 0; i < 4; i++) this.emit();
    while (this.out[this.out.length - 1] === 0) this.out.pop();
    return Uint8Array.from(this.out);
  }

  private shift(): void {
    while (this.range < bottom) {
      this.emit();
      this.range = (this.range << 8) >>> 0;
    }
  }

  /** The highest byte of `low`, with what has run over into those written before. */
  private emit(): void {
    if (this.low >= 2 ** 32) {
      this.low -= 2 ** 32;
      for (let i = this.out.length - 1; i >= 0; i--) {
        this.out[i] = (this.out[i]! + 1) & 255;
        if (this.out[i] !== 0) break;
      }
    }
    this.out.push(Math.floor(this.low / 2 ** 24));
    this.low = (this.low % 2 ** 24) * 256;
  }
}

/** Counts how often each context has which bit: for the probabilities to start from. */
export class BitCounter implements Coder {
  readonly zeros: Float64Array;
  readonly ones: Float64Array;

  constructor(contexts: number) {
    this.zeros = new Float64Array(contexts);
    this.ones = new Float64Array(contexts);
  }

  bit(context: number, value: number): number {
    (value === 0 ? this.zeros : this.ones)[context]! += 1;
    return value;
  }

  plain(_count: number, value: number): number {
    return value;
  }

  /** As `readStart` reads it. */
  start(): string {
    return Array.from(this.zeros, (zeros, i) => {
      const share = (zeros + 0.4) / (zeros + this.ones[i]! + 0.8);
      return String.fromCharCode(firstCharacter + Math.max(0, Math.min(63, Math.floor(share * 64))));
    }).join("");
  }
}
