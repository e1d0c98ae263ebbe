import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readBytes } from "../ingest/read/read.ts";

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join("")}</w:tr>`;

function makeDocx(body: string): Uint8Array {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    "[Content_Types].xml": strToU8(TYPES),
    "_rels/.rels": strToU8(RELS),
    "word/document.xml": strToU8(document),
  });
}

describe("a Word file", () => {
  it("gives its paragraphs, and its tables as rows with cells", async () => {
    const table = `<w:tbl>${row("指标", "2030年")}${row("生产总值", "120.5亿元")}</w:tbl>`;
    const source = await readBytes(
      "报告",
      makeDocx(paragraph("一、2030年工作回顾") + paragraph("云 河区稳步发展。") + table),
    );
    expect(source.format).toBe("docx");
    expect(source.text).toBe("一、2030年工作回顾\n云河区稳步发展。\n指标\t2030年\n生产总值\t120.5亿元");
  });

  it("that is cut off is refused as broken", async () => {
    const bytes = makeDocx(paragraph("云河区稳步发展。"));
    await expect(readBytes("a.docx", bytes.subarray(0, bytes.length - 60))).rejects.toThrow(
      /^a\.docx：docx 已损坏/,
    );
  });

  it("that unpacks to far too much is refused before it is unpacked", async () => {
    const bomb = zipSync(
      { "[Content_Types].xml": strToU8(TYPES), "word/document.xml": new Uint8Array(201_000_000) },
      { level: 1 },
    );
    await expect(readBytes("a.docx", bomb)).rejects.toThrow(/解开后过大/);
  });

  it("is told from other zips", async () => {
    await expect(readBytes("a.docx", zipSync({ "a.txt": strToU8("你好") }))).rejects.toThrow(/压缩包/);
  });
});
