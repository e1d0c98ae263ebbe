/** A file → Source: what it is by content, its text with the layout undone. */
import { createHash } from "node:crypto";
import { readFile as readBytesOf, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Source } from "../types.ts";
import { decode } from "./decode.ts";
import { detectBinary, detectText } from "./detect.ts";
import { refuse } from "./errors.ts";
import type { Read } from "./line.ts";
import { readTxt } from "./txt.ts";
import { undoLayout } from "./undo.ts";

/** 50 MB. */
const MOST = 50 * 1024 * 1024;

/** The source of a file on disk. Throws ReadError (missing, unreadable, too large, and all of readBytes). */
export async function readFile(path: string): Promise<Source> {
  let bytes: Uint8Array;
  try {
    const { size, isFile } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw refuse(path, "unreadable");
    if (size > MOST) throw refuse(path, "large");
    bytes = await readBytesOf(path);
  } catch (error) {
    if (error instanceof Error && error.name === "ReadError") throw error;
    throw refuse(path, (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "unreadable");
  }
  return readBytes(basename(path), bytes);
}

/** The readers of formats with large libraries are loaded when the first such file comes. */
async function readAs(name: string, bytes: Uint8Array): Promise<{ format: Source["format"]; read: Read }> {
  const binary = detectBinary(bytes);
  if (binary === "pdf") return { format: "pdf", read: await (await import("./pdf.ts")).readPdf(name, bytes) };
  if (binary === "zip")
    return { format: "docx", read: await (await import("./docx.ts")).readDocx(name, bytes) };
  if (binary) throw refuse(name, binary);
  const decoded = decode(bytes);
  if (!decoded) throw refuse(name, "notText");
  const { text } = decoded;
  const format = detectText(text);
  if (format === "html") return { format, read: (await import("./html.ts")).readHtml(text) };
  if (format === "md") return { format, read: (await import("./md.ts")).readMd(text) };
  return { format, read: readTxt(text) };
}

/** The source of bytes, as from an upload; `name` is for messages and the record only. Throws ReadError. */
export async function readBytes(name: string, bytes: Uint8Array): Promise<Source> {
  const file = basename(name).normalize("NFC");
  if (bytes.length > MOST) throw refuse(file, "large");
  if (bytes.length === 0) throw refuse(file, "empty");
  const { format, read } = await readAs(file, bytes);
  const { text, warnings } = undoLayout(read.lines);
  if (!text && format !== "html") throw refuse(file, "empty");
  if (!text) warnings.push("网页里没有正文，只有导航");
  const source: Source = {
    file,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    format,
    text,
    warnings: [...read.warnings, ...warnings],
  };
  if (read.titleHint) source.titleHint = read.titleHint;
  return source;
}
