/** What the format readers hand to `undo.ts`. */
export interface Line {
  /** Characters as in the file; of a row: cells separated by tabs. */
  text: string;
  /**
   * line: a line as it was set, which may break inside a sentence; paragraph: the format says that it is a whole one;
   * heading: marked so by the format; row: a row of a table; blank: an empty line.
   */
  kind: "line" | "paragraph" | "heading" | "row" | "blank";
  /** Set in from the margin: a paragraph begins here. */
  indent?: boolean;
}

/** A format's text, line by line, and the title that the format itself marks. */
export interface Read {
  lines: Line[];
  titleHint?: string;
  warnings: string[];
}
