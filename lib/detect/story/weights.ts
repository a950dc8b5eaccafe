/** The weights of the story's reader (story.ts): their shapes, and how they ship. */
import { decodeBase64, encodeBase64 } from "../bytes.ts";
import { featureCount } from "../features.ts";
import { standing } from "../phrases.ts";

/** How many numbers stand for: what a filter finds, a sentence, the page up to a sentence. */
export const channels = 24;
export const width = 32;
export const memory = 24;

/** Filters see three words in a row, and two: five places. */
export const places = 5;

/** Rows and columns of each matrix; `dimensions` of the word vectors. A last row of biases is counted in. */
function shapesOf(dimensions: number) {
  const gates = 3 * memory;
  return {
    /** A vector for each kind of name, and for a word that has none. */
    stand: [standing.length, dimensions],
    /** Columns: places × channels. */
    filters: [dimensions, places * channels],
    filterBias: [1, 2 * channels],
    rules: [featureCount, width],
    /** What the filters found, the mean vector, the bias. */
    heard: [2 * channels + dimensions + 1, width],
    forwardIn: [width + 1, gates],
    forwardBack: [memory + 1, gates],
    backwardIn: [width + 1, gates],
    backwardBack: [memory + 1, gates],
    /** Of the sentence, the page before it, the passage behind it; the bias. */
    out: [1, width + 2 * memory + 1],
    outRules: [1, featureCount],
  } as const;
}

type Name = keyof ReturnType<typeof shapesOf>;

/** Each matrix by its rows, one after the other; all are parts of `all`. */
export type Weights = Readonly<Record<Name, Float64Array>> & {
  readonly all: Float64Array;
  readonly dimensions: number;
};

function forEachShape(dimensions: number, use: (name: Name, rows: number, columns: number) => void): void {
  for (const [name, [rows, columns]] of Object.entries(shapesOf(dimensions)))
    use(name as Name, rows, columns);
}

/** All zeros. */
export function makeWeights(dimensions: number): Weights {
  let size = 0;
  forEachShape(dimensions, (_, rows, columns) => (size += rows * columns));
  const all = new Float64Array(size);
  const parts: Partial<Record<Name, Float64Array>> = {};
  let at = 0;
  forEachShape(dimensions, (name, rows, columns) => {
    parts[name] = all.subarray(at, at + rows * columns);
    at += rows * columns;
  });
  return { ...(parts as Record<Name, Float64Array>), all, dimensions };
}

/** Fills the weights with numbers from `draw` (0 ≤ x < 1), the smaller the more of them are summed up. */
export function drawWeights(w: Weights, draw: () => number): void {
  forEachShape(w.dimensions, (name, rows, columns) => {
    const most = 1 / Math.sqrt(rows === 1 ? columns : name === "stand" ? 3 : rows);
    const part = w[name];
    for (let i = 0; i < part.length; i++) part[i] = (2 * draw() - 1) * most;
  });
}

/** A scale (f32) for each row, matrix by matrix, then a signed byte for each weight in units of it; base64. */
export function encodeWeights(w: Weights): string {
  const scales: number[] = [];
  const bytes: number[] = [];
  forEachShape(w.dimensions, (name, rows, columns) => {
    for (let r = 0; r < rows; r++) {
      const row = w[name].subarray(r * columns, (r + 1) * columns);
      const scale = Math.fround(row.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9) / 127);
      scales.push(scale);
      for (const x of row) bytes.push(Math.round(x / scale) & 255);
    }
  });
  return encodeBase64(Uint8Array.from([...new Uint8Array(Float32Array.from(scales).buffer), ...bytes]));
}

/** Reads `encodeWeights`. Throws if they were learned for other shapes. */
export function decodeWeights(base64: string, dimensions: number): Weights {
  const bytes = decodeBase64(base64);
  const w = makeWeights(dimensions);
  let count = 0;
  forEachShape(dimensions, (_, rows) => (count += rows));
  if (bytes.length !== 4 * count + w.all.length) throw new Error("data/model.json: a story of other shapes");
  const scales = new DataView(bytes.buffer);
  const values = new Int8Array(bytes.buffer, 4 * count);
  let row = 0;
  let at = 0;
  forEachShape(dimensions, (_, rows, columns) => {
    for (const last = row + rows; row < last; row++) {
      const scale = scales.getFloat32(4 * row, true);
      for (const end = at + columns; at < end; at++) w.all[at] = values[at]! * scale;
    }
  });
  return w;
}
