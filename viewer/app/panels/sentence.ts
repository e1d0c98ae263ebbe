/** Cutting the sentence that holds a range out of its passage, and the pieces of it that are to be marked. Pure. */
export interface Range {
  start: number;
  end: number;
}

const MOST = 260;
const ENDS = /[。！？!?；;\n]/;

/** From the end of the sentence before to the end of this one: 甲。|乙丙。|丁 for a range in 乙丙. Never longer than it must be. */
export function cutSentence(text: string, { start, end }: Range): Range {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  let left = from;
  while (left > 0 && from - left < MOST && !ENDS.test(text[left - 1] as string)) left--;
  let right = to;
  while (
    right < text.length &&
    right - to < MOST &&
    !(right > 0 && ENDS.test(text[right - 1] as string) && right > from)
  )
    right++;
  while (left < from && /\s/.test(text[left] as string)) left++;
  return { start: onCharacter(text, left), end: onCharacter(text, right) };
}

/** Never between the halves of a character outside the basic plane. */
function onCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

export interface Piece {
  text: string;
  /** Within the words that say the fact. */
  said: boolean;
  /** A name of one of its ends. */
  named: boolean;
}

/** The text in pieces: `said` is the evidence's range, `named` every place of one of the names inside the text. */
export function markPieces(text: string, said: Range, names: readonly string[]): Piece[] {
  const named = placesOf(text, names);
  const cuts = new Set([0, text.length, clamp(said.start, text), clamp(said.end, text)]);
  for (const { start, end } of named) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] as number;
    const inside = (range: Range): boolean => range.start <= start && end <= range.end;
    return { text: text.slice(start, end), said: inside(said), named: named.some(inside) };
  });
}

const clamp = (at: number, text: string): number => Math.max(0, Math.min(at, text.length));

/** Longest names first, no overlap. */
function placesOf(text: string, names: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const ordered = [...new Set(names)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  for (const name of ordered)
    for (
      let at = text.indexOf(name), found = 0;
      at >= 0 && found < 50;
      at = text.indexOf(name, at + name.length), found++
    ) {
      const range = { start: at, end: at + name.length };
      if (!ranges.some((other) => other.start < range.end && range.start < other.end)) ranges.push(range);
    }
  return ranges;
}
