/** Rows as an aligned table (Chinese characters are two columns wide), as CSV, or as JSON lines. */
import stringWidth from "string-width";
import { plain } from "./terminal.ts";

const MAX_CELL = 60;

/** A cell as one line of text: a node by its name, a list joined, null empty. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellText).join("、");
  if (typeof value === "object") {
    const { properties, type, nodes } = value as {
      properties?: Record<string, unknown>;
      type?: string;
      nodes?: unknown[];
    };
    if (nodes) return nodes.map(cellText).join(" – ");
    if (properties) return cellText(properties.name ?? properties.title ?? type ?? properties.id);
    return JSON.stringify(value);
  }
  return plain(String(value)).replace(/\s+/g, " ");
}

export function asTable(columns: string[], rows: unknown[][]): string {
  const cells = [columns, ...rows.map((row) => row.map((value) => cut(cellText(value))))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => stringWidth(row[i] ?? ""))));
  const line = (row: string[]) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = cells;
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...body.map(line)].join("\n");
}

/** RFC 4180, with a guard: a cell that a spreadsheet would run as a formula gets a leading apostrophe. */
export function asCsv(columns: string[], rows: unknown[][]): string {
  const quote = (value: unknown) => {
    const text = typeof value === "number" ? String(value) : guard(cellText(value));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => row.map(quote).join(",")).join("\r\n");
}

function guard(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `'${text}` : text;
}

function cut(text: string): string {
  if (stringWidth(text) <= MAX_CELL) return text;
  let end = 0;
  for (let width = 0; end < text.length; end++) {
    width += stringWidth(text[end] ?? "");
    if (width > MAX_CELL - 1) break;
  }
  return `${text.slice(0, end)}…`;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}
