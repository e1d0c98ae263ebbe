/**
 * Names found by their last word: from the head back to the left edge. 加快推进|云河智能制造|产业园 → 云河智能制造产业园 (Park). The edge is
 * the nearest mark, governing word or function word; deterministic and linear: at most `most` steps a head.
 */
import { HEADS, type HeadRow } from "../../lexicon/heads.ts";
import { buildTrie } from "../../model/trie.ts";
import type { Mention } from "../../types.ts";
import { leftEdge, reverse } from "./edge.ts";
import { longestBefore } from "./walk.ts";

const rows: HeadRow[] = [];
const headWords: string[] = [];
for (const row of HEADS) {
  for (const head of row.heads.split(" ")) {
    headWords.push(reverse(head));
    rows.push(row);
  }
}
/** Read from right to left. */
const heads = buildTrie(headWords);

const NEXT_OF_HEAD = /[\u4e00-\u9fff]/u;
/** Characters that make another word of head and next: 云河路网, 街道办, 乡村, 村民. */
const GOES_ON =
  /^(?:网|面|段|口|灯|由|径|况|线|边|民|企|级|域|办|委|庄|落|情|规|建|镇|容|里|户|集体|务|组|干|庙|政|居|巷|区|道|头|梁)/u;

/** A count at the left edge: 2人获评…, 一批…. */
const COUNTED = /^(?:[0-9]|[一二两三四五六七八九十百千]+[个家条座所项批次大类])/u;

/** All names in `text` found by their heads. */
export function findByHead(text: string): Mention[] {
  const found: Mention[] = [];
  for (let end = 2; end <= text.length; end++) {
    if (!NEXT_OF_HEAD.test(text[end - 1] as string)) continue;
    const { length, value } = longestBefore(heads, text, end);
    const row = value ? rows[value - 1] : undefined;
    if (!row || longerHead(text, end, length)) continue;
    if (length < 3 && GOES_ON.test(text.slice(end, end + 1))) continue;
    const start = leftEdge(text, end - length, row.most);
    const name = text.slice(start, end);
    const before = end - length - start;
    if (before < row.least || before >= row.most || !balanced(name) || COUNTED.test(name)) continue;
    const { type, probability } = row;
    found.push({ start, end, type, probability, rule: row.named ? "head-named" : "head", depth: 0 });
  }
  return found;
}

/** 工业园 inside 工业园区: the longer head counts. */
function longerHead(text: string, end: number, length: number): boolean {
  for (let more = 1; more <= 2; more++) {
    if (longestBefore(heads, text, end + more).length >= length + more) return true;
  }
  return false;
}

function balanced(name: string): boolean {
  let depth = 0;
  for (const char of name) {
    if (char === "（" || char === "“") depth++;
    if (char === "）" || char === "”") depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
