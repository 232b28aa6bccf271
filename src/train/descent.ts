/** One step of AdaGrad (Duchi and others 2011) in weight `k`; `squares` sums up the slopes that it has met. */
export function adaGrad(
  weights: Float32Array,
  squares: Float32Array,
  k: number,
  slope: number,
  rate: number,
): void {
  const square = (squares[k] as number) + slope * slope;
  squares[k] = square;
  weights[k] = (weights[k] as number) - (rate * slope) / Math.sqrt(square);
}

/** Adam (Kingma and Ba 2015) over slopes that are gathered in `slopes`. */
export function adam(weights: Float32Array): {
  slopes: Float32Array;
  step: (rate: number, gathered: number, decay: number) => void;
} {
  const slopes = new Float32Array(weights.length);
  const mean = new Float32Array(weights.length);
  const square = new Float32Array(weights.length);
  let steps = 0;
  const step = (rate: number, gathered: number, decay: number): void => {
    steps++;
    const pace = (rate * Math.sqrt(1 - 0.999 ** steps)) / (1 - 0.9 ** steps);
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] as number;
      const slope = (slopes[k] as number) / gathered + decay * weight;
      slopes[k] = 0;
      mean[k] = 0.9 * (mean[k] as number) + 0.1 * slope;
      square[k] = 0.999 * (square[k] as number) + 0.001 * slope * slope;
      weights[k] = weight - (pace * (mean[k] as number)) / (Math.sqrt(square[k] as number) + 1e-8);
    }
  };
  return { slopes, step };
}
