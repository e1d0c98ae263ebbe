/** How a passage's text is cut into what is marked and what is not. Pure. */
import type { FigureMark, MentionMark, ReaderPassage } from "../../server/api.ts";

export type Piece = { start: number; end: number } & (
  | { kind: "text" | "unclaimed" }
  | { kind: "name"; mark: MentionMark }
  | { kind: "figure"; mark: FigureMark }
);

/**
 * Pieces without gap or overlap. Of names the outermost counts (a name inside a name is reached through the longer one); a figure
 * is what its words hold besides names: 〔数字经济〕产业营收超300亿元 → a name and a figure.
 */
export function piecesOf({ text, marks, figures, unclaimed }: ReaderPassage): Piece[] {
  const names = apart(marks.map((mark): Piece => ({ kind: "name", start: mark.start, end: mark.end, mark })));
  const rest = [
    ...figures.flatMap((mark) =>
      without(mark, names).map((span): Piece => ({ kind: "figure", ...span, mark })),
    ),
    ...unclaimed.map((span): Piece => ({ kind: "unclaimed", ...span })),
  ].filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
  return filled(apart([...names, ...rest]), text.length);
}

/** In order, without those that begin inside another. */
function apart(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start || b.end - a.end))
    if (piece.start >= (kept.at(-1)?.end ?? 0) && piece.end > piece.start) kept.push(piece);
  return kept;
}

function without(
  { start, end }: { start: number; end: number },
  names: readonly Piece[],
): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let at = start;
  for (const name of names) {
    if (name.end <= at || name.start >= end) continue;
    if (name.start > at) parts.push({ start: at, end: name.start });
    at = Math.max(at, name.end);
  }
  if (at < end) parts.push({ start: at, end });
  return parts;
}

/** The text between the pieces becomes pieces too. */
function filled(pieces: readonly Piece[], length: number): Piece[] {
  const all: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.start > at) all.push({ kind: "text", start: at, end: piece.start });
    all.push(piece);
    at = piece.end;
  }
  if (at < length) all.push({ kind: "text", start: at, end: length });
  return all;
}
