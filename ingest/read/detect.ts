/** What a file is, by its content and not by its ending. */
import type { Refusal } from "./errors.ts";

export type Binary = "pdf" | "zip" | Refusal;

const SIGNS: readonly (readonly [sign: string, what: Binary])[] = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "brokenZip"],
  ["\xd0\xcf\x11\xe0", "oldWord"],
  ["{\\rtf", "rtf"],
  ["\x89PNG", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF8", "image"],
  ["II*\x00", "image"],
  ["MM\x00*", "image"],
  ["BM", "image"],
  ["Rar!", "archive"],
  ["7z\xbc\xaf", "archive"],
  ["\x1f\x8b", "archive"],
];

/** The kind of a file that is not plain text; undefined when it may be text. */
export function detectBinary(bytes: Uint8Array): Binary | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (head.includes("%PDF-")) return "pdf";
  const found = SIGNS.find(([sign]) => head.startsWith(sign))?.[1];
  return head.startsWith("BM") && !head.includes("\x00") ? undefined : found;
}

const HTML = /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i;
const TAGS = /<\/?(?:p|div|span|br|td|tr|table|h[1-6]|li|a|font|strong)\b[^<>]{0,500}>/gi;
const MARKDOWN = /^(?:#{1,6}\s+\S|\|.+\|\s*$|!\[[^\]]*\]\(|\*\*[^*\n]+\*\*\s*$|<!--.*-->\s*$)/m;

/** html, md or txt, told from the text itself. */
export function detectText(text: string): "html" | "md" | "txt" {
  const sample = text.slice(0, 200_000);
  if (HTML.test(sample.slice(0, 5_000))) return "html";
  if (MARKDOWN.test(sample)) return "md";
  const tags = sample.match(TAGS)?.length ?? 0;
  return tags > 5 && tags > sample.length / 2_000 ? "html" : "txt";
}
