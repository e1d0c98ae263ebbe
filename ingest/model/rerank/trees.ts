/** One boosted tree: at node n, numbers[feature[n]] ≤ threshold[n] goes left; a child below 0 is leaf −1 − child. */
export interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  leaf: number[];
}

/** The sum of the leaves that a row of numbers falls into: log-odds. */
export function scoreTrees(trees: Tree[], numbers: number[]): number {
  let score = 0;
  for (const { feature, threshold, left, right, leaf } of trees) {
    let node = feature.length ? 0 : -1;
    while (node >= 0) {
      const low = (numbers[feature[node] as number] as number) <= (threshold[node] as number);
      node = (low ? left[node] : right[node]) as number;
    }
    score += leaf[-1 - node] as number;
  }
  return score;
}

/** Log-odds → probability, from + − × ÷ alone, so that it is the same number everywhere: e^x = (e^(x/1024))^1024. */
export function probabilityOfOdds(logOdds: number): number {
  const x = -Math.max(-30, Math.min(30, logOdds)) / 1024;
  let power = 1 + x * (1 + (x / 2) * (1 + (x / 3) * (1 + x / 4)));
  for (let i = 0; i < 10; i++) power *= power;
  return 1 / (1 + power);
}
