import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// A weight file with the tagger's shape and random numbers, for tests and timings without a trained net.

export interface Shape {
  H: number;
  dilations: number[];
  tables: { name: string; columns: string[]; rows: number; dim: number }[];
}

/** Repeatable random numbers (mulberry32), 0 ≤ r < 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function writeRandomWeights(dir: string, shape: Shape, seed = 1): void {
  const random = randomNumbers(seed);
  const blobs: Buffer[] = [];
  let size = 0;
  const add = (array: Int8Array | Float32Array): number => {
    const at = size;
    const bytes = Buffer.alloc(Math.ceil(array.byteLength / 8) * 8);
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).copy(bytes);
    blobs.push(bytes);
    size += bytes.length;
    return at;
  };
  const int8 = (rows: number, cols: number, spread: number) => ({
    offset: add(Int8Array.from({ length: rows * cols }, () => Math.floor(random() * 255) - 127)),
    scaleOffset: add(Float32Array.from({ length: rows }, () => (spread * (0.5 + random())) / 127)),
  });
  const tensors: Record<string, object> = {};
  const matrix = (name: string, ...dims: number[]): void => {
    const cols = dims.slice(1).reduce((a, b) => a * b, 1);
    tensors[name] = { shape: dims, dtype: "int8", ...int8(dims[0] ?? 0, cols, 1.5 / Math.sqrt(cols)) };
  };
  const vector = (name: string, length: number, middle: number): void => {
    const values = Float32Array.from({ length }, () => middle + (random() - 0.5) * 0.4);
    tensors[name] = { shape: [length], dtype: "f32", offset: add(values) };
  };
  const { H, dilations } = shape;
  const tables = shape.tables.map((table) => ({ ...table, ...int8(table.rows, table.dim, 1) }));
  matrix(
    "input.weight",
    H,
    shape.tables.reduce((sum, t) => sum + t.dim * t.columns.length, 0),
  );
  vector("input.bias", H, 0);
  dilations.forEach((_, i) => {
    vector(`block${i}.norm.weight`, H, 1);
    vector(`block${i}.norm.bias`, H, 0);
    matrix(`block${i}.conv.weight`, H, 3, H);
    vector(`block${i}.conv.bias`, H, 0);
    matrix(`block${i}.point.weight`, H, H);
    vector(`block${i}.point.bias`, H, 0);
  });
  vector("norm.weight", H, 1);
  vector("norm.bias", H, 0);
  for (const head of ["outer", "inner"]) {
    matrix(`${head}.weight`, 53, H);
    vector(`${head}.bias`, 53, 0);
  }
  let header = JSON.stringify({ version: 1, H, dilations, tables, tensors, types: "DJESKIFPNHRVL" });
  while ((4 + Buffer.byteLength(header)) % 8 !== 0) header += " ";
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(header));
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "tagger.bin"), Buffer.concat([length, Buffer.from(header), ...blobs]));
}
