// Tags → spans. Each type has the tags B I E S (begin, inside, end, single), tag 0 is outside: 钟B 楼I 区E 的O.
// Only sequences that make whole names count: O and S stand alone, a B runs over I of its type to its E.

/** One head's scores of consecutive characters; row t begins at t × pitch + start. */
export interface Lattice {
  logits: Float32Array;
  odds: Float32Array;
  pitch: number;
  start: number;
}

/** Characters start ≤ i < end, type as a place in the letters of the weight file. */
export interface TypedRange {
  start: number;
  end: number;
  type: number;
}

export interface LikelyRange extends TypedRange {
  probability: number;
}

export const TYPES = 13;

/** The best sequence of names in the rows from ≤ t < to (Viterbi). */
export function bestRanges({ logits, pitch, start }: Lattice, from: number, to: number): TypedRange[] {
  const length = to - from;
  // The best name that ends with character t, if one does: its first character and type (−1: t is outside).
  const firsts = new Int32Array(length);
  const types = new Int8Array(length);
  // Per type, the best sequence that ends inside a name of it, and where that name began.
  const open = new Float64Array(TYPES).fill(Number.NEGATIVE_INFINITY);
  const opened = new Int32Array(TYPES);
  let closed = 0;
  for (let t = 0; t < length; t++) {
    const row = (from + t) * pitch + start;
    let best = closed + (logits[row] as number);
    let [first, bestType] = [t, -1];
    for (let type = 0; type < TYPES; type++) {
      const tag = row + 1 + 4 * type;
      const single = closed + (logits[tag + 3] as number);
      const sofar = open[type] as number;
      const ended = sofar + (logits[tag + 2] as number);
      if (single > best) [best, first, bestType] = [single, t, type];
      if (ended > best) [best, first, bestType] = [ended, opened[type] as number, type];
      const begun = closed + (logits[tag] as number);
      const inside = sofar + (logits[tag + 1] as number);
      open[type] = Math.max(begun, inside);
      if (begun > inside) opened[type] = t;
    }
    closed = best;
    firsts[t] = first;
    types[t] = bestType;
  }
  return walkBack(firsts, types, from);
}

function walkBack(firsts: Int32Array, types: Int8Array, from: number): TypedRange[] {
  const ranges: TypedRange[] = [];
  for (let t = firsts.length - 1; t >= 0; t--) {
    const [first, type] = [firsts[t] as number, types[t] as number];
    if (type >= 0) ranges.push({ start: from + first, end: from + t + 1, type });
    t = first;
  }
  return ranges.reverse();
}

/** What forward–backward leaves behind: enough to give any name's probability. */
export interface Marginals {
  lattice: Lattice;
  from: number;
  to: number;
  /** weight of all sequences that end before character t, t − from = 0 … length */
  before: Float64Array;
  /** weight of all sequences that begin with character t */
  after: Float64Array;
  /** per type: weight of all continuations of a name that is open before character t */
  openAfter: Float64Array;
  /** what each step was divided by to stay in range */
  steps: Float64Array;
  total: number;
}

export function marginals(lattice: Lattice, from: number, to: number): Marginals {
  const { before, steps } = forward(lattice, from, to);
  const { after, openAfter } = backward(lattice, from, to, steps);
  return { lattice, from, to, before, after, openAfter, steps, total: before[to - from] as number };
}

function forward({ odds, pitch, start }: Lattice, from: number, to: number) {
  const length = to - from;
  const before = new Float64Array(length + 1);
  const steps = new Float64Array(length);
  const open = new Float64Array(TYPES);
  before[0] = 1;
  for (let t = 0; t < length; t++) {
    const row = (from + t) * pitch + start;
    const closed = before[t] as number;
    let alone = odds[row] as number;
    let ended = 0;
    let sum = 0;
    for (let type = 0; type < TYPES; type++) {
      const tag = row + 1 + 4 * type;
      const sofar = open[type] as number;
      alone += odds[tag + 3] as number;
      ended += sofar * (odds[tag + 2] as number);
      const next = closed * (odds[tag] as number) + sofar * (odds[tag + 1] as number);
      open[type] = next;
      sum += next;
    }
    const next = closed * alone + ended;
    const step = sum + next;
    steps[t] = step;
    before[t + 1] = next / step;
    for (let type = 0; type < TYPES; type++) open[type] = (open[type] as number) / step;
  }
  return { before, steps };
}

function backward({ odds, pitch, start }: Lattice, from: number, to: number, steps: Float64Array) {
  const length = to - from;
  const after = new Float64Array(length + 1);
  const openAfter = new Float64Array((length + 1) * TYPES);
  after[length] = 1;
  for (let t = length - 1; t >= 0; t--) {
    const row = (from + t) * pitch + start;
    const step = steps[t] as number;
    const closed = after[t + 1] as number;
    let alone = odds[row] as number;
    let begun = 0;
    for (let type = 0; type < TYPES; type++) {
      const tag = row + 1 + 4 * type;
      const later = openAfter[(t + 1) * TYPES + type] as number;
      alone += odds[tag + 3] as number;
      begun += later * (odds[tag] as number);
      openAfter[t * TYPES + type] =
        (closed * (odds[tag + 2] as number) + later * (odds[tag + 1] as number)) / step;
    }
    after[t] = (closed * alone + begun) / step;
  }
  return { after, openAfter };
}

/** All names with a probability of at least `least`, in order of their start, then type, then end. */
export function likelyRanges(m: Marginals, least: number): LikelyRange[] {
  const ranges: LikelyRange[] = [];
  for (let t = m.from; t < m.to; t++) {
    for (let type = 0; type < TYPES; type++) collectFrom(m, t, type, least, ranges);
  }
  return ranges;
}

/** The names of one type that begin with one character: follows the open name while it is likely enough. */
function collectFrom(m: Marginals, first: number, type: number, least: number, into: LikelyRange[]): void {
  const { odds, pitch, start } = m.lattice;
  const tags = start + 1 + 4 * type;
  let weight = (m.before[first - m.from] as number) / m.total;
  for (let t = first; t < m.to; t++) {
    const row = t * pitch + tags;
    const step = m.steps[t - m.from] as number;
    const ending = t === first ? 3 : 2;
    const probability =
      (weight * (odds[row + ending] as number) * (m.after[t - m.from + 1] as number)) / step;
    if (probability >= least) into.push({ start: first, end: t + 1, type, probability });
    weight *= (odds[row + (t === first ? 0 : 1)] as number) / step;
    if (weight * (m.openAfter[(t - m.from + 1) * TYPES + type] as number) < least) return;
  }
}

/** The probability of one name. */
export function probabilityOf(m: Marginals, { start: first, end, type }: TypedRange): number {
  const { odds, pitch, start } = m.lattice;
  const tags = start + 1 + 4 * type;
  let weight = (m.before[first - m.from] as number) / m.total;
  for (let t = first; t < end; t++) {
    const tag = first === end - 1 ? 3 : t === first ? 0 : t === end - 1 ? 2 : 1;
    weight *= (odds[t * pitch + tags + tag] as number) / (m.steps[t - m.from] as number);
  }
  return weight * (m.after[end - m.from] as number);
}
