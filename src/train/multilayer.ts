/** A net with one hidden layer (rectified) and a softmax over the outputs. */
export interface Net {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  /** hidden x (inputs + 1), the last of each row the bias. */
  readonly first: Float32Array;
  /** outputs x (hidden + 1). */
  readonly second: Float32Array;
  readonly activation: Float32Array;
  readonly output: Float32Array;
}

export interface Example {
  readonly input: Float32Array;
  /** Sums to 1. */
  readonly target: Float64Array;
  readonly weight: number;
}

export function perceptron(inputs: number, hidden: number, outputs: number, next: () => number): Net {
  const weights = (rows: number, columns: number): Float32Array =>
    Float32Array.from({ length: rows * (columns + 1) }, () => ((next() - 0.5) * 2) / Math.sqrt(columns));
  return {
    inputs,
    hidden,
    outputs,
    first: weights(hidden, inputs),
    second: weights(outputs, hidden),
    activation: new Float32Array(hidden),
    output: new Float32Array(outputs),
  };
}

/** Probabilities of the outputs; the array is reused by the next call. */
export function predict(net: Net, input: Float32Array): Float32Array {
  const { inputs, hidden, outputs, first, second, activation, output } = net;
  for (let h = 0; h < hidden; h++) {
    const row = h * (inputs + 1);
    let sum = first[row + inputs] ?? 0;
    for (let i = 0; i < inputs; i++) sum += (first[row + i] as number) * (input[i] as number);
    activation[h] = Math.max(0, sum);
  }
  let total = 0;
  for (let o = 0; o < outputs; o++) {
    const row = o * (hidden + 1);
    let sum = second[row + hidden] ?? 0;
    for (let h = 0; h < hidden; h++) sum += (second[row + h] as number) * (activation[h] as number);
    output[o] = Math.exp(Math.min(30, sum));
    total += output[o] ?? 0;
  }
  for (let o = 0; o < outputs; o++) output[o] = (output[o] ?? 0) / total;
  return output;
}

const RATE = 0.05;

/** Stochastic gradient descent, the rate falling to nought. */
export function teach(
  net: Net,
  examples: readonly Example[],
  rounds: number,
  next: () => number,
  report: (line: string) => void,
): void {
  for (let round = 0; round < rounds; round++) {
    let loss = 0;
    for (let n = 0; n < examples.length; n++) {
      const example = examples[Math.floor(next() * examples.length)];
      if (example !== undefined) loss += step(net, example, RATE * (1 - round / rounds));
    }
    report(`round ${round + 1}: ${(loss / examples.length).toFixed(4)}`);
  }
}

function step(net: Net, { input, target, weight }: Example, rate: number): number {
  const { inputs, hidden, outputs, first, second, activation } = net;
  const p = predict(net, input);
  const back = new Float32Array(hidden);
  let loss = 0;
  for (let o = 0; o < outputs; o++) {
    loss -= weight * (target[o] ?? 0) * Math.log(Math.max(1e-9, p[o] ?? 0));
    const slope = rate * weight * ((p[o] ?? 0) - (target[o] ?? 0));
    const row = o * (hidden + 1);
    for (let h = 0; h < hidden; h++) {
      back[h] = (back[h] ?? 0) + slope * (second[row + h] ?? 0);
      second[row + h] = (second[row + h] ?? 0) - slope * (activation[h] ?? 0);
    }
    second[row + hidden] = (second[row + hidden] ?? 0) - slope;
  }
  for (let h = 0; h < hidden; h++) {
    if ((activation[h] ?? 0) === 0) continue;
    const slope = back[h] ?? 0;
    const row = h * (inputs + 1);
    for (let i = 0; i < inputs; i++) first[row + i] = (first[row + i] ?? 0) - slope * (input[i] ?? 0);
    first[row + inputs] = (first[row + inputs] ?? 0) - slope;
  }
  return loss;
}
