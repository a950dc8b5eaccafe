/** Small learners, seeded: the same rows give the same weights. */
import { logistic } from "../../lib/detect/rows.ts";
import { createAdam } from "./adam.ts";

export interface Row {
  readonly x: Float32Array | readonly number[];
  readonly y: 0 | 1;
  readonly weight: number;
  /** Indices below `Options.phrases`, one weight each. */
  readonly phrases?: Int32Array;
}

/** Mulberry32: 0 ≤ x < 1. */
export function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Options {
  /** Hidden units; 0: logistic regression. */
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards 0 (decoupled weight decay) a step. */
  readonly decay: number;
  /** Share of the inputs left out at random in each step; of the phrases too. */
  readonly dropout: number;
  readonly seed: number;
  /** How many phrases there are. */
  readonly phrases?: number;
  readonly phraseRate?: number;
  readonly phraseDecay?: number;
}

export interface Network {
  linear: Float64Array;
  /** Per unit: one weight an input, the bias, the unit's weight in the sum. */
  hidden: Float64Array[];
  phrases: Float64Array;
}

const batch = 128;

/** A linear layer beside one hidden layer (ReLU) and the phrases, by Adam on the log loss. */
export function trainNetwork(rows: readonly Row[], o: Options): Network {
  const n = rows[0]!.x.length;
  const rand = random(o.seed);
  const unit = n + 2;
  const size = n + 1 + o.hidden * unit;
  const w = new Float64Array(size);
  for (let i = n + 1; i < size; i++) {
    const at = (i - n - 1) % unit;
    if (at < n) w[i] = (rand() - 0.5) * Math.sqrt(6 / n);
    else if (at === n + 1) w[i] = (rand() - 0.5) * 0.5;
  }
  const p = new Float64Array(o.phrases ?? 0);
  const g = new Float64Array(size);
  const gp = new Float64Array(p.length);
  const adam = createAdam(w, o.rate, o.decay);
  const adamPhrases = createAdam(p, o.phraseRate ?? 0, o.phraseDecay ?? 0);
  const z = new Float64Array(o.hidden);
  const x = new Float64Array(n);
  const set = new Int32Array(n);
  const order = rows.map((_, i) => i);
  const perEpoch = Math.ceil(rows.length / batch);
  const keep = 1 / (1 - o.dropout);
  let step = 0;
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(rand() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (let start = 0; start < order.length; start += batch) {
      g.fill(0);
      gp.fill(0);
      let total = 0;
      for (let b = start; b < Math.min(start + batch, order.length); b++) {
        const row = rows[order[b]!]!;
        total += row.weight;
        let sum = w[n]!;
        let count = 0;
        for (let i = 0; i < n; i++) {
          const xi = row.x[i]!;
          if (xi === 0 || (o.dropout > 0 && rand() < o.dropout)) continue;
          x[i] = xi * keep;
          sum += w[i]! * x[i]!;
          set[count++] = i;
        }
        const seen = row.phrases?.filter(() => rand() >= o.dropout) ?? [];
        for (const id of seen) sum += p[id]!;
        for (let h = 0; h < o.hidden; h++) {
          const at = n + 1 + h * unit;
          let zh = w[at + n]!;
          for (let k = 0; k < count; k++) zh += w[at + set[k]!]! * x[set[k]!]!;
          z[h] = zh;
          if (zh > 0) sum += w[at + n + 1]! * zh;
        }
        const error = (logistic(sum) - row.y) * row.weight;
        for (let k = 0; k < count; k++) g[set[k]!]! += error * x[set[k]!]!;
        g[n]! += error;
        for (const id of seen) gp[id]! += error;
        for (let h = 0; h < o.hidden; h++) {
          if (z[h]! <= 0) continue;
          const at = n + 1 + h * unit;
          const back = error * w[at + n + 1]!;
          g[at + n + 1]! += error * z[h]!;
          for (let k = 0; k < count; k++) g[at + set[k]!]! += back * x[set[k]!]!;
          g[at + n]! += back;
        }
      }
      const share = 1 - step++ / (o.epochs * perEpoch) + 0.02;
      adam(g, Math.max(1, total), share);
      if (p.length) adamPhrases(gp, Math.max(1, total), share);
    }
  }
  const hidden = Array.from({ length: o.hidden }, (_, h) =>
    w.slice(n + 1 + h * unit, n + 1 + (h + 1) * unit),
  );
  return { linear: w.slice(0, n + 1), hidden, phrases: p };
}
