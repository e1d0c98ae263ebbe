/** Word → lines: the zip is looked through first, then mammoth makes HTML of its text, headings and tables. */
import { type UnzipFileInfo, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { refuse } from "./errors.ts";
import { readHtml } from "./html.ts";
import type { Read } from "./line.ts";

/** Bytes of XML after unpacking: a report of a million characters has 30 MB. */
const MOST = 200_000_000;
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml|word\/_rels\/document.*\.rels)$/;

/** Only the parts with text, unpacked within bounds: pictures and bombs stay out. */
function textParts(file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let sum = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!WANTED.test(name)) return false;
    sum += originalSize;
    if (sum > MOST) throw refuse(file, "zipBomb");
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof Error && error.name === "ReadError" ? error : refuse(file, "brokenZip");
  }
}

/** Lines of a .docx. Throws ReadError: broken, too large when unpacked, another kind of zip. */
export async function readDocx(file: string, bytes: Uint8Array): Promise<Read> {
  const parts = textParts(file, bytes);
  if (!Object.keys(parts).some((name) => name.startsWith("word/document")))
    throw refuse(file, Object.keys(parts).length ? "notText" : "archive");
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    return readHtml(value.replaceAll("↑", ""), true);
  } catch {
    throw refuse(file, "brokenZip");
  }
}
