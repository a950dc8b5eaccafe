/** Small learners, seeded: the same rows give the same weights. */

export interface Row {
  readonly x: Float32Array | readonly number[];
  readonly y: 0 | 1;
  readonly weight: number;
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
  /** Share of the inputs left out at random in each step. */
  readonly dropout: number;
  readonly seed: number;
}

export interface Network {
  linear: number[];
  hidden: number[][];
}

const batch = 32;

/** A linear layer beside one hidden layer (ReLU), by Adam on the log loss. */
export function trainNetwork(rows: readonly Row[], o: Options): Network {
  const n = rows[0]!.x.length;
  const rand = random(o.seed);
  const unit = n + 2;
  const size = n + 1 + o.hidden * unit;
  const w = new Float64Array(size);
  for (let h = 0; h < o.hidden; h++) {
    const at = n + 1 + h * unit;
    for (let i = 0; i < n; i++) w[at + i] = (rand() - 0.5) * Math.sqrt(6 / n);
    w[at + n + 1] = (rand() - 0.5) * 0.5;
  }
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const g = new Float64Array(size);
  const z = new Float64Array(o.hidden);
  const x = new Float64Array(n);
  const order = rows.map((_, i) => i);
  let step = 0;
  const steps = o.epochs * Math.ceil(rows.length / batch);
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(rand() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (let start = 0; start < order.length; start += batch) {
      g.fill(0);
      let total = 0;
      for (let b = start; b < Math.min(start + batch, order.length); b++) {
        const row = rows[order[b]!]!;
        total += row.weight;
        const keep = 1 / (1 - o.dropout);
        for (let i = 0; i < n; i++) x[i] = o.dropout > 0 && rand() < o.dropout ? 0 : row.x[i]! * keep;
        let sum = w[n]!;
        for (let i = 0; i < n; i++) sum += w[i]! * x[i]!;
        for (let h = 0; h < o.hidden; h++) {
          const at = n + 1 + h * unit;
          let zh = w[at + n]!;
          for (let i = 0; i < n; i++) zh += w[at + i]! * x[i]!;
          z[h] = zh;
          if (zh > 0) sum += w[at + n + 1]! * zh;
        }
        const error = (1 / (1 + Math.exp(-sum)) - row.y) * row.weight;
        for (let i = 0; i < n; i++) g[i]! += error * x[i]!;
        g[n]! += error;
        for (let h = 0; h < o.hidden; h++) {
          if (z[h]! <= 0) continue;
          const at = n + 1 + h * unit;
          const back = error * w[at + n + 1]!;
          g[at + n + 1]! += error * z[h]!;
          for (let i = 0; i < n; i++) g[at + i]! += back * x[i]!;
          g[at + n]! += back;
        }
      }
      step++;
      const rate = o.rate * (1 - step / steps) + o.rate * 0.02;
      const c1 = 1 - 0.9 ** step;
      const c2 = 1 - 0.999 ** step;
      for (let i = 0; i < size; i++) {
        const gi = g[i]! / Math.max(1, total);
        m[i] = 0.9 * m[i]! + 0.1 * gi;
        v[i] = 0.999 * v[i]! + 0.001 * gi * gi;
        w[i] = w[i]! * (1 - rate * o.decay) - (rate * (m[i]! / c1)) / (Math.sqrt(v[i]! / c2) + 1e-8);
      }
    }
  }
  const linear = [...w.subarray(0, n + 1)];
  const hidden = Array.from({ length: o.hidden }, (_, h) => [
    ...w.subarray(n + 1 + h * unit, n + 1 + (h + 1) * unit),
  ]);
  return { linear, hidden };
}
