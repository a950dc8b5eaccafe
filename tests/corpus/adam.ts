/** Adam with decoupled weight decay (Loshchilov and Hutter 2019) over a part of the weights. */
export function createAdam(w: Float64Array, rate: number, decay: number) {
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  let step = 0;
  /** `g`: the gradient, in units of 1 / `total`; `share`: of the rate. */
  return (g: Float64Array, total: number, share: number) => {
    step++;
    const r = rate * share;
    const c1 = 1 - 0.9 ** step;
    const c2 = 1 - 0.999 ** step;
    const keep = 1 - r * decay;
    for (let i = 0; i < w.length; i++) {
      const gi = g[i]! / total;
      m[i] = 0.9 * m[i]! + 0.1 * gi;
      v[i] = 0.999 * v[i]! + 0.001 * gi * gi;
      w[i] = w[i]! * keep - (r * (m[i]! / c1)) / (Math.sqrt(v[i]! / c2) + 1e-8);
    }
  };
}
