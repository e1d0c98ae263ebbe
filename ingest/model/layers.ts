import type { Kernel } from "./kernel/kernel.ts";
import type { Matrix } from "./weights.ts";

// A layer of weights laid out in the kernel's memory.

/** Outputs are rounded up to whole groups of eight, inputs per tap to fours. All fields but the counts are addresses. */
export interface Layer {
  groups: number;
  taps: number;
  k: number;
  weights: number;
  scale: number;
  bias: number;
}

const up = (n: number, step: number): number => Math.ceil(n / step) * step;

/** The order the kernel reads: [output/8][tap][k/2][8 outputs][2]. */
export function packed(matrix: Matrix, taps: number): { groups: number; k: number; values: Int16Array } {
  const inputs = matrix.cols / taps;
  const [groups, k] = [up(matrix.rows, 8) / 8, up(inputs, 4)];
  const values = new Int16Array(groups * 8 * taps * k);
  for (let output = 0; output < matrix.rows; output++) {
    const start = (output >> 3) * taps * k * 8 + (output & 7) * 2;
    for (let tap = 0; tap < taps; tap++) {
      const from = output * matrix.cols + tap * inputs;
      const to = start + tap * k * 8;
      for (let i = 0; i < inputs; i++) values[to + (i >> 1) * 16 + (i & 1)] = matrix.values[from + i] ?? 0;
    }
  }
  return { groups, k, values };
}

/** `unit`: what 1 in the layer's int16 input stands for. Missing outputs of the last group get the bias −1000. */
export function placeLayer(
  kernel: Kernel,
  matrix: Matrix,
  taps: number,
  unit: number,
  bias: Float32Array,
): Layer {
  const { groups, k, values } = packed(matrix, taps);
  const layer = {
    groups,
    k,
    taps,
    weights: kernel.allocate(values.byteLength),
    scale: kernel.allocate(groups * 32),
    bias: kernel.allocate(groups * 32),
  };
  kernel.int16(layer.weights, values.length).set(values);
  const scale = kernel.float32(layer.scale, groups * 8);
  for (let i = 0; i < matrix.rows; i++) scale[i] = (matrix.scales[i] ?? 0) * unit;
  const biases = kernel.float32(layer.bias, groups * 8);
  biases.fill(-1000);
  biases.set(bias);
  return layer;
}

/** Gain and shift of a LayerNorm, times `scale`: what it makes of a row fills int16 but cannot pass it. */
export interface Norm {
  gain: number;
  shift: number;
  scale: number;
}

/**
 * A normalised row has length √width, so |value| ≤ √width·|gain| + |shift|, and a layer of `taps` after it sums
 * up at most √taps × that row's length × the length of its own row, which must stay below 2³¹.
 */
export function placeNorm(
  kernel: Kernel,
  gain: Float32Array,
  shift: Float32Array,
  next: Matrix,
  taps: number,
): Norm {
  const root = Math.sqrt(gain.length);
  let [most, mostGain, shiftSquares] = [1e-6, 0, 0];
  gain.forEach((g, i) => {
    const s = Math.abs(shift[i] ?? 0);
    most = Math.max(most, root * Math.abs(g) + s);
    mostGain = Math.max(mostGain, Math.abs(g));
    shiftSquares += s * s;
  });
  const length = Math.sqrt(taps) * (root * mostGain + Math.sqrt(shiftSquares)) * longestRow(next);
  const scale = Math.min(32760 / most, 2 ** 31 / (length * 1.01 + 1));
  const norm = { gain: kernel.allocate(gain.byteLength), shift: kernel.allocate(gain.byteLength), scale };
  kernel.float32(norm.gain, gain.length).set(gain.map((g) => g * scale));
  kernel.float32(norm.shift, gain.length).set(shift.map((s) => s * scale));
  return norm;
}

function longestRow({ rows, cols, values }: Matrix): number {
  let most = 0;
  for (let r = 0; r < rows; r++) {
    let squares = 0;
    for (let c = r * cols; c < (r + 1) * cols; c++) squares += (values[c] ?? 0) ** 2;
    most = Math.max(most, squares);
  }
  return Math.sqrt(most);
}

/** Rows that go through a block's layers together: their values stay in the first-level cache. */
export const TILE = 32;

export const up4 = (n: number): number => Math.ceil(n / 4) * 4;

/** Rows × layer; see kernel.as for `step`, `rowScales` and `mode`. */
export function dense(
  kernel: Kernel,
  layer: Layer,
  a: number,
  step: number,
  width: number,
  rows: number,
  rowScales: number,
  out: number,
  mode: 0 | 1 | 2,
): void {
  const { taps, k, weights, groups, scale, bias } = layer;
  kernel.dense(a, width * 2, step, taps, k, rows, weights, groups, scale, bias, rowScales, out, mode);
}
