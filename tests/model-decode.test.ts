import { describe, expect, it } from "vitest";
import {
  bestRanges,
  type Lattice,
  likelyRanges,
  marginals,
  probabilityOf,
  TYPES,
} from "../ingest/model/decode.ts";
import { randomNumbers } from "./model/random-weights.ts";

const TAGS = 1 + 4 * TYPES;
// Enumerating all sequences is possible for few characters and types: the other types get no weight.
const SOME = [0, 5];

function randomLattice(length: number, seed: number, spread: number): Lattice {
  const random = randomNumbers(seed);
  const pitch = 60;
  const start = 4;
  const logits = new Float32Array(length * pitch).fill(-60);
  for (let t = 0; t < length; t++) {
    logits[t * pitch + start] = random() * spread;
    for (const type of SOME) {
      for (let tag = 0; tag < 4; tag++) logits[t * pitch + start + 1 + 4 * type + tag] = random() * spread;
    }
  }
  return { logits, odds: logits.map(Math.exp), pitch, start };
}

interface Sequence {
  score: number;
  names: string[];
}

/** Every way to cut the rows from t on into names and outside. */
function sequences(lattice: Lattice, t: number, to: number): Sequence[] {
  if (t === to) return [{ score: 0, names: [] }];
  const logit = (at: number, tag: number) => lattice.logits[at * lattice.pitch + lattice.start + tag] ?? 0;
  const found = sequences(lattice, t + 1, to).map((s) => ({ ...s, score: s.score + logit(t, 0) }));
  for (const type of SOME) {
    for (let end = t + 1; end <= to; end++) {
      let score =
        end === t + 1 ? logit(t, 4 + 4 * type) : logit(t, 1 + 4 * type) + logit(end - 1, 3 + 4 * type);
      for (let i = t + 1; i < end - 1; i++) score += logit(i, 2 + 4 * type);
      for (const rest of sequences(lattice, end, to)) {
        found.push({ score: rest.score + score, names: [`${t}-${end}:${type}`, ...rest.names] });
      }
    }
  }
  return found;
}

const named = (range: { start: number; end: number; type: number }) =>
  `${range.start}-${range.end}:${range.type}`;

describe.each([1, 2, 3, 4, 5])("decoding random scores %i", (seed) => {
  const lattice = randomLattice(8, seed, 3);
  const all = sequences(lattice, 2, 8);

  it("finds the best sequence", () => {
    const best = all.reduce((a, b) => (b.score > a.score ? b : a));
    expect(bestRanges(lattice, 2, 8).map(named)).toEqual(best.names);
  });

  it("gives each name the share of the sequences that have it", () => {
    const total = all.reduce((sum, s) => sum + Math.exp(s.score), 0);
    const shares = new Map<string, number>();
    for (const s of all) {
      for (const name of s.names) shares.set(name, (shares.get(name) ?? 0) + Math.exp(s.score) / total);
    }
    const m = marginals(lattice, 2, 8);
    const likely = likelyRanges(m, 0.02);
    const expected = [...shares].filter(([, share]) => share >= 0.02).map(([name]) => name);
    expect(new Set(likely.map(named))).toEqual(new Set(expected));
    for (const range of likely) {
      expect(range.probability).toBeCloseTo(shares.get(named(range)) ?? 0, 6);
      expect(probabilityOf(m, range)).toBeCloseTo(range.probability, 12);
    }
  });
});

describe("decoding", () => {
  it("stays in range over long rows of extreme scores", () => {
    const length = 3000;
    const logits = new Float32Array(length * TAGS);
    for (let t = 0; t < length; t++) {
      for (let tag = 1; tag < TAGS; tag++) logits[t * TAGS + tag] = tag === 2 ? 0 : -80;
    }
    const m = marginals({ logits, odds: logits.map(Math.exp), pitch: TAGS, start: 0 }, 0, length);
    expect(m.total).toBeGreaterThan(0);
    expect(likelyRanges(m, 0.05).every((r) => r.probability <= 1 + 1e-9)).toBe(true);
  });

  it("finds nothing in no rows", () => {
    const lattice = randomLattice(1, 1, 1);
    expect(bestRanges(lattice, 0, 0)).toEqual([]);
    expect(likelyRanges(marginals(lattice, 0, 0), 0.05)).toEqual([]);
  });
});
