/** PDF → lines, from the positions of its text: rows of tables with their cells, two columns, headers and footers left out. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { cleanCharacters } from "./characters.ts";
import { refuse } from "./errors.ts";
import type { Line, Read } from "./line.ts";
import { type Piece, pageLines } from "./pdf-page.ts";

const PAGES = 3_000;
const CHARACTERS = 20_000_000;
/** Less than this on a page: a scan, perhaps with a stamp. */
const FEW = 8;

const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

async function open(file: string, bytes: Uint8Array) {
  try {
    return await getDocument({
      data: Uint8Array.from(bytes),
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      cMapUrl: `${join(home, "cmaps")}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(home, "standard_fonts")}/`,
    }).promise;
  } catch (error) {
    throw refuse(
      file,
      error instanceof Error && error.name === "PasswordException" ? "encryptedPdf" : "brokenPdf",
    );
  }
}

type Document = Awaited<ReturnType<typeof open>>;

async function piecesOf(document: Document, number: number): Promise<Piece[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item) => {
    if (!("str" in item) || !item.str.trim()) return [];
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
    if (Math.abs(b) > Math.abs(a)) return []; // set upright along the margin
    return [{ text: item.str, x, y, width: item.width, size: Math.abs(d) || item.height }];
  });
}

/** Lines at the top and foot of pages that come again with other numbers: — 3 —, 云河区统计公报 3. */
function dropRunning(pages: Line[][]): Line[] {
  const key = (line: Line | undefined): string => (line?.text ?? "").replace(/\d+/g, "#").replace(/\s/g, "");
  const edges = (page: Line[]): number[] => [0, 1, page.length - 2, page.length - 1].filter((at) => at >= 0);
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const text of new Set(edges(page).map((at) => key(page[at]))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = Math.max(3, pages.length * 0.3);
  return pages.flatMap((page) => {
    const edge = new Set(edges(page));
    return page.filter(
      (line, at) =>
        !edge.has(at) || line.kind === "row" || line.text.length > 40 || (counts.get(key(line)) ?? 0) < most,
    );
  });
}

/** Lines of a PDF's text layer. Throws ReadError: broken, encrypted, scanned, too many pages. */
export async function readPdf(file: string, bytes: Uint8Array): Promise<Read> {
  const document = await open(file, bytes);
  try {
    if (document.numPages > PAGES) throw refuse(file, "endlessPdf");
    const pages: Line[][] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const pieces = await piecesOf(document, number);
      for (const piece of pieces) characters += piece.text.length;
      if (characters > CHARACTERS) throw refuse(file, "endlessPdf");
      pages.push(pageLines(pieces));
    }
    if (characters < FEW * document.numPages) throw refuse(file, "scannedPdf");
    const lines = dropRunning(pages).map((line) => ({
      ...line,
      text: cleanCharacters(line.text).text.replace(/\n/g, " "),
    }));
    return { lines, warnings: [] };
  } catch (error) {
    throw error instanceof Error && error.name === "ReadError" ? error : refuse(file, "brokenPdf");
  } finally {
    await document.destroy();
  }
}
