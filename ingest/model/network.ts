import { type Kernel, loadKernel } from "./kernel/kernel.ts";
import { dense, type Layer, type Norm, placeLayer, placeNorm, TILE, up4 } from "./layers.ts";
import { placeTables } from "./tables.ts";
import { loadWeights, type Matrix, type Weights } from "./weights.ts";

// The forward pass: ids of each character → scores of each tag. Embedding tables are multiplied with the input
// layer once, at load, so that the input of a character is a sum of rows. Residual blocks follow:
// x += point(relu(conv(norm(x)))), the convolution over three characters `dilation` apart.

interface Block {
  dilation: number;
  norm: Norm;
  conv: Layer;
  point: Layer;
}

/** Scores of the tags of rows from … to of a text, for both heads; valid until the next run. */
export interface Scores {
  rows: number;
  /** floats from one row to the next, and where in a row the heads begin */
  pitch: number;
  outer: number;
  inner: number;
  logits: Float32Array;
  /** e^(logit − the head's greatest in that row) */
  odds: Float32Array;
}

export interface Network {
  columns: string[];
  types: string;
  /** how far to either side a character's scores look */
  reach: number;
  /** greatest to − from */
  longest: number;
  run(columns: Int32Array[], from: number, to: number): Scores;
}

const LONGEST = 1024;

export function loadNetwork(dir: string, longest = LONGEST): Network {
  const weights = loadWeights(dir);
  const kernel = loadKernel();
  const blocks = weights.dilations.map((dilation, i) => placeBlock(kernel, weights, `block${i}`, dilation));
  const heads = bothHeads(weights);
  const norm = placeNorm(kernel, weights.vector("norm.weight"), weights.vector("norm.bias"), heads.matrix, 1);
  const head = placeLayer(kernel, heads.matrix, 1, 1 / norm.scale, heads.bias);
  const reach = weights.dilations.reduce((sum, dilation) => sum + dilation, 0);
  const margin = Math.max(...weights.dilations);
  const space = up4(longest + 2 * reach);
  const buffers = placeBuffers(kernel, weights, space, margin, head.groups);
  const tables = placeTables(kernel, weights, { rows: buffers.x, scales: buffers.rowScales });
  const columns = weights.tables.flatMap((table) => table.columns);
  placeColumns(kernel, buffers, tables, space);
  const { width } = weights;
  const forward = (rows: number): void => {
    const y = buffers.y + margin * width * 2;
    kernel.gather(buffers.places, columns.length, up4(rows), width, buffers.bias, buffers.x);
    for (const block of blocks) {
      kernel.norm(buffers.x, y, up4(rows), width, block.norm.gain, block.norm.shift);
      // beyond the text there is nothing: zeros, not the norm of whatever stood in the buffer
      kernel.int16(y + rows * width * 2, (margin + 4) * width).fill(0);
      runBlock(kernel, block, width, buffers, y, up4(rows));
    }
    kernel.norm(buffers.x, y, up4(rows), width, norm.gain, norm.shift);
    dense(kernel, head, y, 0, width, up4(rows), buffers.ones, buffers.logits, 0);
    kernel.odds(buffers.logits, buffers.odds, up4(rows) * 2, head.groups * 4);
  };
  return {
    columns,
    types: weights.types,
    reach,
    longest,
    run(ids, from, to) {
      const start = Math.max(0, from - reach);
      const end = Math.min(ids[0]?.length ?? 0, to + reach);
      ids.forEach((column, i) => {
        kernel.int32(buffers.ids + i * space * 4, space).set(column.subarray(start, end));
      });
      forward(end - start);
      const pitch = head.groups * 8;
      const skip = (from - start) * pitch * 4;
      const count = (to - from) * pitch;
      return {
        rows: to - from,
        pitch,
        outer: 0,
        inner: pitch / 2,
        logits: kernel.float32(buffers.logits + skip, count),
        odds: kernel.float32(buffers.odds + skip, count),
      };
    },
  };
}

function runBlock(
  kernel: Kernel,
  block: Block,
  width: number,
  buffers: Buffers,
  y: number,
  rows: number,
): void {
  const step = block.dilation * width * 2;
  for (let row = 0; row < rows; row += TILE) {
    const count = Math.min(TILE, rows - row);
    const a = y + row * width * 2 - step;
    dense(kernel, block.conv, a, step, width, count, buffers.ones, buffers.hidden, 1);
    kernel.quantise(buffers.hidden, buffers.short, count, width, buffers.rowScales);
    const x = buffers.x + row * width * 4;
    dense(kernel, block.point, buffers.short, 0, width, count, buffers.rowScales, x, 2);
  }
}

function placeBlock(kernel: Kernel, weights: Weights, name: string, dilation: number): Block {
  const conv = weights.matrix(`${name}.conv.weight`);
  const norm = placeNorm(
    kernel,
    weights.vector(`${name}.norm.weight`),
    weights.vector(`${name}.norm.bias`),
    conv,
    3,
  );
  const point = weights.matrix(`${name}.point.weight`);
  return {
    dilation,
    norm,
    conv: placeLayer(kernel, conv, 3, 1 / norm.scale, weights.vector(`${name}.conv.bias`)),
    point: placeLayer(kernel, point, 1, 1, weights.vector(`${name}.point.bias`)),
  };
}

/** Both heads as one layer; each padded to whole groups of eight outputs. */
function bothHeads(weights: Weights): { matrix: Matrix; bias: Float32Array } {
  const [outer, inner] = [weights.matrix("outer.weight"), weights.matrix("inner.weight")];
  const each = Math.ceil(outer.rows / 8) * 8;
  const cols = outer.cols;
  const values = new Int8Array(2 * each * cols);
  const scales = new Float32Array(2 * each);
  const bias = new Float32Array(2 * each).fill(-1000);
  [outer, inner].forEach((head, i) => {
    values.set(head.values, i * each * cols);
    scales.set(head.scales, i * each);
  });
  bias.set(weights.vector("outer.bias"), 0);
  bias.set(weights.vector("inner.bias"), each);
  return { matrix: { rows: 2 * each, cols, values, scales }, bias };
}

interface Buffers {
  x: number;
  y: number;
  hidden: number;
  short: number;
  rowScales: number;
  ones: number;
  logits: number;
  odds: number;
  ids: number;
  places: number;
  bias: number;
}

function placeBuffers(
  kernel: Kernel,
  weights: Weights,
  space: number,
  margin: number,
  groups: number,
): Buffers {
  const { width } = weights;
  const columns = weights.tables.flatMap((table) => table.columns).length;
  const buffers = {
    x: kernel.allocate(space * width * 4),
    y: kernel.allocate((space + 2 * margin + 4) * width * 2),
    hidden: kernel.allocate(TILE * width * 4),
    short: kernel.allocate(TILE * width * 2),
    rowScales: kernel.allocate(TILE * 4),
    ones: kernel.allocate(space * 4),
    logits: kernel.allocate(space * groups * 32),
    odds: kernel.allocate(space * groups * 32),
    ids: kernel.allocate(columns * space * 4),
    places: kernel.allocate(columns * 8),
    bias: kernel.allocate(width * 4),
  };
  kernel.float32(buffers.ones, space).fill(1);
  kernel.float32(buffers.bias, width).set(weights.vector("input.bias"));
  return buffers;
}

/** Where the kernel finds the ids and the table of each column. */
function placeColumns(kernel: Kernel, buffers: Buffers, tables: number[], space: number): void {
  const places = kernel.int32(buffers.places, tables.length * 2);
  tables.forEach((table, i) => {
    places[2 * i] = buffers.ids + i * space * 4;
    places[2 * i + 1] = table;
  });
}
