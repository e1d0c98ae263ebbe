import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadNetwork } from "../ingest/model/network.ts";
import { randomNumbers, type Shape, writeRandomWeights } from "./model/random-weights.ts";
import { forward } from "./model/reference.ts";

const shape: Shape = {
  H: 24,
  dilations: [1, 2, 4, 1],
  tables: [
    { name: "char", columns: ["char"], rows: 50, dim: 12 },
    { name: "bigram", columns: ["left", "right"], rows: 33, dim: 6 },
    { name: "quote", columns: ["quote"], rows: 3, dim: 8 },
  ],
};
const dir = mkdtempSync(join(tmpdir(), "zhengtu-network-"));
writeRandomWeights(dir, shape);

function randomColumns(length: number): Int32Array[] {
  const random = randomNumbers(7);
  return shape.tables.flatMap((table) =>
    table.columns.map(() => Int32Array.from({ length }, () => Math.floor(random() * table.rows))),
  );
}

describe("the network", () => {
  it("computes what plain loops compute", () => {
    const columns = randomColumns(45);
    const scores = loadNetwork(dir).run(columns, 0, 45);
    const expected = forward(dir, columns);
    let worst = 0;
    for (const [head, start] of [
      ["outer", scores.outer],
      ["inner", scores.inner],
    ] as const) {
      expected[head].forEach((row, t) => {
        row.forEach((value, tag) => {
          worst = Math.max(worst, Math.abs(value - (scores.logits[t * scores.pitch + start + tag] ?? 0)));
        });
      });
    }
    expect(worst).toBeLessThan(0.01);
  });

  it("gives the odds of each tag against the likeliest", () => {
    const { logits, odds, pitch } = loadNetwork(dir).run(randomColumns(9), 0, 9);
    for (let t = 0; t < 9; t++) {
      const row = Array.from(logits.subarray(t * pitch, t * pitch + 53));
      const most = Math.max(...row);
      row.forEach((value, tag) => {
        expect(odds[t * pitch + tag]).toBeCloseTo(Math.exp(value - most), 5);
      });
    }
  });

  it.each([1, 3, 8, 64])("gives the same bits when a text is taken in pieces of %i", (piece) => {
    const length = 203;
    const columns = randomColumns(length);
    const network = loadNetwork(dir);
    const whole = network.run(columns, 0, length).logits.slice();
    const pieces: number[] = [];
    for (let from = 0; from < length; from += piece) {
      pieces.push(...network.run(columns, from, Math.min(length, from + piece)).logits);
    }
    expect(Float32Array.from(pieces)).toEqual(whole);
  });
});
