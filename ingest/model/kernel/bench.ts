import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomNumbers, type Shape, writeRandomWeights } from "../../../tests/model/random-weights.ts";
import { loadNetwork } from "../network.ts";

// node --import tsx ingest/model/kernel/bench.ts [H] [rows at once]: load and forward pass on random weights of
// the size that ships.

const [H, longest] = [Number(process.argv[2] ?? 160), Number(process.argv[3] ?? 1024)];
const shape: Shape = {
  H,
  dilations: [1, 2, 4, 8, 1],
  tables: [
    { name: "char", columns: ["char"], rows: 5000, dim: 64 },
    { name: "bigram", columns: ["left", "right"], rows: 15000, dim: 48 },
    { name: "word", columns: ["word"], rows: 22800, dim: 48 },
    { name: "small", columns: ["position", "division", "name", "quote", "repeated"], rows: 60, dim: 8 },
  ],
};
const LENGTH = 15000;
const random = randomNumbers(3);
const columns = shape.tables.flatMap((table) =>
  table.columns.map(() => Int32Array.from({ length: LENGTH }, () => Math.floor(random() * table.rows))),
);
const dir = mkdtempSync(join(tmpdir(), "zhengtu-bench-"));
writeRandomWeights(dir, shape);

const start = performance.now();
const network = loadNetwork(dir, longest);
console.log(`H ${H}, ${longest} rows at once; load ${(performance.now() - start).toFixed(0)} ms`);
const perRow = shape.dilations.length * 4 * H * H + 112 * H;
for (let round = 0; round < 6; round++) {
  const before = performance.now();
  for (let from = 0; from < LENGTH; from += longest)
    network.run(columns, from, Math.min(LENGTH, from + longest));
  const ms = performance.now() - before;
  console.log(
    `${LENGTH} characters: ${ms.toFixed(0)} ms, ${((2 * perRow * LENGTH) / ms / 1e6).toFixed(1)} GFlop/s`,
  );
}
