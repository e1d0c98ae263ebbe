import { readFileSync } from "node:fs";
import { join } from "node:path";

// tagger.bin: [header length, 4 bytes little-endian][JSON header, padded to 8 bytes][blobs].
// Offsets in the header count from the end of the padded header.

interface TensorPlace {
  shape: number[];
  offset: number;
  dtype: "int8" | "f32";
  scaleOffset?: number;
}

export interface Table {
  name: string;
  columns: string[];
  rows: number;
  dim: number;
  offset: number;
  scaleOffset: number;
}

interface Header {
  version: number;
  H: number;
  dilations: number[];
  tables: Table[];
  tensors: Record<string, TensorPlace>;
  types: string;
}

/** int8 rows, each with the scale that makes them numbers again: value = rows[r][k] × scales[r]. */
export interface Matrix {
  rows: number;
  cols: number;
  values: Int8Array;
  scales: Float32Array;
}

export interface Weights {
  width: number;
  dilations: number[];
  tables: Table[];
  types: string;
  matrix(name: string): Matrix;
  vector(name: string): Float32Array;
  table(table: Table): Matrix;
}

export class WeightsError extends Error {}

export function loadWeights(dir: string): Weights {
  const file = join(dir, "tagger.bin");
  const bytes = readFileSync(file);
  const headerLength = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", 4, 4 + headerLength)) as Header;
  const base = Math.ceil((4 + headerLength) / 8) * 8;
  // A copy: views of floats need an aligned start, and the file's buffer may lie anywhere.
  const blobs = new Uint8Array(bytes.subarray(base)).buffer;
  const place = (name: string, dtype: string): TensorPlace => {
    const found = header.tensors[name];
    if (found?.dtype !== dtype)
      throw new WeightsError(`${file} has no ${dtype} tensor ${name}: train it again`);
    return found;
  };
  const matrixAt = (offset: number, scaleOffset: number, rows: number, cols: number): Matrix => ({
    rows,
    cols,
    values: new Int8Array(blobs, offset, rows * cols),
    scales: new Float32Array(blobs, scaleOffset, rows),
  });
  return {
    width: header.H,
    dilations: header.dilations,
    tables: header.tables,
    types: header.types,
    matrix(name) {
      const { shape, offset, scaleOffset } = place(name, "int8");
      const [rows = 0, ...rest] = shape;
      return matrixAt(
        offset,
        scaleOffset ?? 0,
        rows,
        rest.reduce((a, b) => a * b, 1),
      );
    },
    vector(name) {
      const { shape, offset } = place(name, "f32");
      return new Float32Array(blobs, offset, shape[0]);
    },
    table: (table) => matrixAt(table.offset, table.scaleOffset, table.rows, table.dim),
  };
}
