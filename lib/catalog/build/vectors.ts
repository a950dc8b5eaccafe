/** The word vectors as they ship: with rows for the catalog's stems that are no words themselves ("retriev"). */
import { stem } from "../../detect/stems.ts";
import { hashWord, words } from "../../detect/tokens.ts";
import { decodeVectors, rowOf } from "../../detect/vectors.ts";
import type { Show } from "../schema.ts";

/** `bytes`: data/vectors.bin; returned with a hash (i32) and a row (u16) for each such stem behind it. */
export function compileVectors(bytes: Buffer, shows: readonly Show[]): Buffer {
  const vectors = decodeVectors(bytes);
  const rows = new Map<number, number>();
  for (const show of shows) {
    for (const { scene, sentence } of [...show.spoilers, ...show.premise]) {
      for (const word of words(`${scene.join(" ")} ${sentence}`)) {
        const hash = hashWord(stem(word));
        const row = rowOf(vectors, hashWord(word));
        if (row < 0 || rowOf(vectors, hash) >= 0) continue;
        // The most frequent of the words that share a stem stands for it.
        rows.set(hash, Math.min(row, rows.get(hash) ?? row));
      }
    }
  }
  const out = Buffer.alloc(rows.size * 6);
  [...rows]
    .sort(([a], [b]) => a - b)
    .forEach(([hash, row], i) => {
      out.writeInt32LE(hash, i * 6);
      out.writeUInt16LE(row, i * 6 + 4);
    });
  return Buffer.concat([bytes, out]);
}
