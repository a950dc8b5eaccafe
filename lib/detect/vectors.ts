/** Word vectors (data/vectors.bin) and the mean vector of a sentence: what the learned reader sees of its meaning. */

/** Words by an open-addressing table of their token hashes, so that no string is made. */
export interface Vectors {
  readonly dimensions: number;
  readonly mask: number;
  readonly hash: Int32Array;
  /** Row + 1; 0: the slot is empty. */
  readonly row: Uint16Array;
  /** Signed bytes, `dimensions` a row; rows by falling frequency. */
  readonly values: Int8Array;
  /** What `meanVector` returns. */
  readonly mean: Float32Array;
}

/**
 * Decodes the bytes (form: tests/corpus/vectors.ts; behind them a hash (i32) and a row (u16) for each stem that is no
 * word of its own): about a millisecond, when the first show becomes the topic.
 */
export function decodeVectors(bytes: Uint8Array): Vectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const dimensions = view.getUint32(4, true);
  const words = 8 + count * (4 + dimensions);
  const stems = (bytes.length - words) / 6;
  const size = 1 << Math.ceil(Math.log2((count + stems) * 2 + 2));
  const hash = new Int32Array(size);
  const row = new Uint16Array(size);
  const mask = size - 1;
  const put = (h: number, r: number) => {
    let slot = h & mask;
    while (row[slot]) slot = (slot + 1) & mask;
    hash[slot] = h;
    row[slot] = r + 1;
  };
  for (let i = 0; i < count; i++) put(view.getInt32(8 + i * 4, true), i);
  for (let at = words; at < bytes.length; at += 6) put(view.getInt32(at, true), view.getUint16(at + 4, true));
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + 8 + count * 4, count * dimensions);
  return { dimensions, mask, hash, row, values, mean: new Float32Array(dimensions) };
}

/** The row of a word, which is its rank by frequency, or of a stem; -1: it has none. */
export function rowOf(v: Vectors, hash: number): number {
  let slot = hash & v.mask;
  while (v.row[slot] && v.hash[slot] !== hash) slot = (slot + 1) & v.mask;
  return v.row[slot]! - 1;
}

/** Rank at which a word weighs half: frequent words say little (smooth inverse frequency, Arora 2017). */
const halfRank = 150;

/**
 * Mean of the words' vectors, −3…3 a dimension, frequent words weighed down; zeros where no word is known. The array is
 * the same each time.
 */
export function meanVector(v: Vectors, hashes: readonly number[]): Float32Array {
  const { dimensions, values, mean: out } = v;
  out.fill(0);
  let total = 0;
  for (let i = 0; i < hashes.length; i++) {
    const row = rowOf(v, hashes[i]!);
    if (row < 0) continue;
    const weight = row / (row + halfRank);
    total += weight;
    const at = row * dimensions;
    for (let d = 0; d < dimensions; d++) out[d]! += weight * values[at + d]!;
  }
  // Sentences of one known word do not shout: as if one more of no meaning stood beside it.
  const scale = 1 / (127 * (total + 1));
  for (let d = 0; d < dimensions; d++) out[d]! *= scale * 3;
  return out;
}
