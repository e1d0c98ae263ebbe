import type { Kernel } from "./kernel/kernel.ts";
import { dense, type Layer, placeLayer, TILE, up4 } from "./layers.ts";
import type { Matrix, Weights } from "./weights.ts";

/** Memory to work in: int16 rows of a tile, and their scales. */
interface Scratch {
  rows: number;
  scales: number;
}

/** Multiplies each column's table with its part of the input layer; answers the address of each product. */
export function placeTables(kernel: Kernel, weights: Weights, scratch: Scratch): number[] {
  const input = weights.matrix("input.weight");
  const none = new Float32Array(weights.width);
  let from = 0;
  return weights.tables.flatMap((table) => {
    const matrix = weights.table(table);
    return table.columns.map(() => {
      const part = placeLayer(kernel, columnsOf(input, from, table.dim), 1, 1, none);
      from += table.dim;
      return project(kernel, matrix, part, scratch);
    });
  });
}

function columnsOf(matrix: Matrix, from: number, cols: number): Matrix {
  const values = new Int8Array(matrix.rows * cols);
  for (let r = 0; r < matrix.rows; r++) {
    const start = r * matrix.cols + from;
    values.set(matrix.values.subarray(start, start + cols), r * cols);
  }
  return { ...matrix, cols, values };
}

function project(kernel: Kernel, matrix: Matrix, part: Layer, scratch: Scratch): number {
  const { k, groups } = part;
  const product = kernel.allocate(up4(matrix.rows) * groups * 32);
  for (let row = 0; row < matrix.rows; row += TILE) {
    const count = Math.min(TILE, matrix.rows - row);
    const wide = kernel.int16(scratch.rows, TILE * k);
    for (let r = 0; r < count; r++) {
      wide.set(matrix.values.subarray((row + r) * matrix.cols, (row + r + 1) * matrix.cols), r * k);
    }
    kernel.float32(scratch.scales, TILE).set(matrix.scales.subarray(row, row + count));
    const out = product + row * groups * 32;
    dense(kernel, part, scratch.rows, 0, k, up4(count), scratch.scales, out, 0);
  }
  return product;
}
