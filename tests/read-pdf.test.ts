import { describe, expect, it } from "vitest";
import { type Piece, pageLines } from "../ingest/read/pdf-page.ts";
import { readBytes } from "../ingest/read/read.ts";

const utf16 = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex");

/** A PDF without compression; each page is [x, y, size, text]. */
function makePdf(pages: [number, number, number, string][][], trailer = ""): Uint8Array {
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 800/StemV 80/FontBBox[0 -200 1000 900]>>>>",
  ];
  for (const page of pages) {
    const stream = page
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td <${utf16(text)}> Tj ET`)
      .join("\n");
    const at = objects.length + 2;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${at} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    );
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
  }
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + end, "latin1");
}

const page = (number: number, lines: [number, string][]): [number, number, number, string][] => [
  [280, 40, 9, `— ${number} —`],
  ...lines.map(([x, text], i): [number, number, number, string] => [x, 780 - i * 28, 16, text]),
];

describe("a PDF", () => {
  it("gives its text with lines joined, over the page, and without page numbers", async () => {
    const source = await readBytes(
      "a.pdf",
      makePdf([
        page(1, [
          [122, "过去一年，面对复杂多变的外部环境，全区上下坚定"],
          [90, "信心、真抓实干，经济运行稳中有进，地区生产总值增长"],
          [90, "百分之六点五，一般公共预算收入增长百分之五，居民收"],
        ]),
        page(2, [
          [90, "入稳步提高，人民群众的获得感、幸福感进一步增强了。"],
          [122, "一年来，我们坚持项目为王，开工建设云河大桥等一批"],
          [90, "重大工程，新增规模以上企业三十家，发展后劲不断增强。"],
        ]),
        page(3, [[122, "各位代表，成绩来之不易，我们要再接再厉。"]]),
      ]),
    );
    expect(source.format).toBe("pdf");
    expect(source.text.split("\n")).toEqual([
      "过去一年，面对复杂多变的外部环境，全区上下坚定信心、真抓实干，经济运行稳中有进，地区生产总值增长百分之六点五，一般公共预算收入增长百分之五，居民收入稳步提高，人民群众的获得感、幸福感进一步增强了。",
      "一年来，我们坚持项目为王，开工建设云河大桥等一批重大工程，新增规模以上企业三十家，发展后劲不断增强。",
      "各位代表，成绩来之不易，我们要再接再厉。",
    ]);
  });

  it.each([
    ["scanned", makePdf([[]]), /扫描件.*OCR/],
    ["broken", Buffer.from(`%PDF-1.4\n${"x".repeat(500)}`), /PDF 已损坏/],
    [
      "encrypted",
      makePdf(
        [[]],
        `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>>>`,
      ),
      /PDF 有密码/,
    ],
  ])("that is %s is refused in one line", async (_, bytes, message) => {
    await expect(readBytes("b.pdf", bytes)).rejects.toThrow(message);
    await expect(readBytes("b.pdf", bytes)).rejects.toThrow(/^b\.pdf：[^\n]+$/);
  });
});

describe("a page's pieces", () => {
  const piece = (x: number, y: number, text: string, size = 10): Piece => ({
    text,
    x,
    y,
    width: text.length * size,
    size,
  });

  it("in columns become rows with cells", () => {
    const rows = [
      [piece(100, 500, "指标"), piece(250, 500, "单位"), piece(350, 500, "数值")],
      [piece(90, 480, "粮食产量"), piece(250, 480, "万吨"), piece(350, 480, "13.5")],
      [piece(90, 460, "油料"), piece(350, 460, "2.1")],
    ];
    expect(pageLines(rows.flat()).map((line) => line.text)).toEqual([
      "指标\t单位\t数值",
      "粮食产量\t万吨\t13.5",
      "油料\t\t2.1",
    ]);
  });

  it("with a raised note mark stay on one line", () => {
    const lines = pageLines([
      piece(90, 300, "生产总值", 16),
      piece(154, 305, "[2]", 10),
      piece(185, 300, "增长", 16),
    ]);
    expect(lines.map((line) => line.text.replace(/ /g, ""))).toEqual(["生产总值[2]增长"]);
  });

  it("in two columns of running text are read one column after the other", () => {
    const pieces = Array.from({ length: 10 }, (_, i) => [
      piece(40, 700 - i * 20, `左边第${i}行的文字写满一行为止`),
      piece(300, 700 - i * 20, `右边第${i}行的文字写满一行为止`),
    ]).flat();
    const texts = pageLines(pieces).map((line) => line.text[0]);
    expect(texts.join("")).toBe("左".repeat(10) + "右".repeat(10));
  });
});
