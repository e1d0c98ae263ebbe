import { loadWeights, type Matrix } from "../../ingest/model/weights.ts";

// The forward pass in plain loops of double precision: slow, and plain to see that it is right.

export interface Reference {
  outer: number[][];
  inner: number[][];
}

const product = (matrix: Matrix, x: number[], bias: Float32Array): number[] =>
  Array.from({ length: matrix.rows }, (_, r) => {
    let sum = 0;
    x.forEach((value, c) => {
      sum += (matrix.values[r * matrix.cols + c] ?? 0) * value;
    });
    return sum * (matrix.scales[r] ?? 0) + (bias[r] ?? 0);
  });

function layerNorm(x: number[], gain: Float32Array, shift: Float32Array): number[] {
  const mean = x.reduce((a, b) => a + b) / x.length;
  const variance = x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length;
  return x.map(
    (value, i) => ((value - mean) / Math.sqrt(variance + 1e-5)) * (gain[i] ?? 0) + (shift[i] ?? 0),
  );
}

export function forward(dir: string, columns: ArrayLike<number>[]): Reference {
  const weights = loadWeights(dir);
  const length = columns[0]?.length ?? 0;
  const embed = (t: number): number[] => {
    let column = 0;
    return weights.tables.flatMap((table) => {
      const { values, scales, cols } = weights.table(table);
      return table.columns.flatMap(() => {
        const id = columns[column++]?.[t] ?? 0;
        return Array.from({ length: cols }, (_, i) => (values[id * cols + i] ?? 0) * (scales[id] ?? 0));
      });
    });
  };
  const input = weights.matrix("input.weight");
  let x = Array.from({ length }, (_, t) => product(input, embed(t), weights.vector("input.bias")));
  const normed = (name: string): number[][] =>
    x.map((row) => layerNorm(row, weights.vector(`${name}.weight`), weights.vector(`${name}.bias`)));
  weights.dilations.forEach((dilation, i) => {
    const y = normed(`block${i}.norm`);
    const zero = new Array<number>(weights.width).fill(0);
    const at = (t: number): number[] => y[t] ?? zero;
    const conv = weights.matrix(`block${i}.conv.weight`);
    const point = weights.matrix(`block${i}.point.weight`);
    x = x.map((row, t) => {
      const three = [...at(t - dilation), ...at(t), ...at(t + dilation)];
      const hidden = product(conv, three, weights.vector(`block${i}.conv.bias`)).map((v) => Math.max(0, v));
      return product(point, hidden, weights.vector(`block${i}.point.bias`)).map((v, j) => v + (row[j] ?? 0));
    });
  });
  const last = normed("norm");
  const head = (name: string): number[][] =>
    last.map((row) => product(weights.matrix(`${name}.weight`), row, weights.vector(`${name}.bias`)));
  return { outer: head("outer"), inner: head("inner") };
}
