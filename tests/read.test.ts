import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { ReadError } from "../ingest/read/errors.ts";
import { readBytes, readFile } from "../ingest/read/read.ts";

const undo = async (text: string, name = "a.txt"): Promise<string> =>
  (await readBytes(name, Buffer.from(text))).text;
const BODY = "各位代表：\n现在，我代表云河区人民政府向大会报告工作，请予审议。";

describe("text is decoded", () => {
  it.each([
    ["UTF-8", Buffer.from(BODY)],
    ["UTF-8 with BOM", Buffer.from(`\ufeff${BODY}`)],
    ["UTF-16LE with BOM", iconv.encode(BODY, "utf16le", { addBOM: true })],
    ["UTF-16BE with BOM", iconv.encode(BODY, "utf16be", { addBOM: true })],
    ["UTF-16LE without BOM", iconv.encode(BODY.repeat(3), "utf16le", { addBOM: false })],
    ["GB18030", iconv.encode(BODY, "gb18030")],
  ])("from %s", async (_, bytes) =>
    expect((await readBytes("a", bytes)).text).toContain("我代表云河区人民政府向大会"),
  );

  it("with a warning where a character was lost", async () => {
    const { text, warnings } = await readBytes(
      "a.txt",
      Buffer.concat([Buffer.from(BODY), Buffer.from([0xe5, 0x9c])]),
    );
    expect(text).toContain("请予审议。");
    expect(warnings.join()).toMatch(/1 个字符无法解码/);
  });
});

describe("layout is undone", () => {
  const cases: [what: string, input: string, output: string][] = [
    ["literal line breaks and &nbsp;", "第一段。\\r\\n&nbsp;&nbsp;第二段。", "第一段。\n第二段。"],
    [
      "spaces between Chinese, not between Latin words",
      "云 河区 2030 年举办 New Energy 大会",
      "云河区2030年举办New Energy大会",
    ],
    ["full-width digits and letters", "增长１２．５％，ＧＤＰ达到３０亿元。", "增长12.5%，GDP达到30亿元。"],
    ["straight quotes", '实施"双园"战略、"三河"行动。', "实施“双园”战略、“三河”行动。"],
    ["a closing quote that opens", "实施”双园”战略。", "实施“双园”战略。"],
    [
      "half-width punctuation after Chinese",
      "稳中有进,增长5.2%,完成1,234户;全年10:30开会.",
      "稳中有进，增长5.2%，完成1,234户；全年10:30开会。",
    ],
    [
      "footnote marks, not document numbers",
      "按照“双园”[1]、“三河”［2］部署，云政复〔2030〕43号。",
      "按照“双园”、“三河”部署，云政复〔2030〕43号。",
    ],
    ["bookmarks of Word", "[bookmark: _Toc123]第一章 发展基础", "第一章发展基础"],
    ["question marks that were spaces", "云河县县长??? 李 某", "云河县县长李某"],
    ["a percent sign that a converter lost", "增长13.3_M_M_；", "增长13.3%；"],
    ["digits set apart", "2 030年增长5 . 5%。", "2030年增长5.5%。"],
    ["PM with an index", "PM_{2.5}浓度下降", "PM2.5浓度下降"],
  ];
  it.each(cases)("%s", async (_, input, output) => expect(await undo(input)).toBe(output));

  it("lines broken inside sentences and words, page marks between them", async () => {
    const lines = [
      "二〇三〇年，面对复杂严峻的外部环境，全区上下坚持",
      "稳字当头、稳中求进，认真贯彻各项决策部署，经济运",
      "行总体平稳，主要指标好于预期，实现了“十六五”良",
      "— 3 —",
      "好开局，人民生活水平进一步提高，社会大局保持稳定。",
      "一、综合实力持续增强",
      "全年地区生产总值增长百分之六点五，总量迈上新的台",
      "阶，一般公共预算收入增长百分之五，税收占比位居全市",
      "第一，固定资产投资增长百分之八，工业投资增长较快。",
    ];
    expect((await undo(lines.join("\n\n"))).split("\n")).toEqual([
      "二〇三〇年，面对复杂严峻的外部环境，全区上下坚持稳字当头、稳中求进，认真贯彻各项决策部署，经济运行总体平稳，主要指标好于预期，实现了“十六五”良好开局，人民生活水平进一步提高，社会大局保持稳定。",
      "一、综合实力持续增强",
      "全年地区生产总值增长百分之六点五，总量迈上新的台阶，一般公共预算收入增长百分之五，税收占比位居全市第一，固定资产投资增长百分之八，工业投资增长较快。",
    ]);
  });

  it("paragraphs and headings that are whole stay apart", async () => {
    const text = "一、工作回顾\n全年经济平稳增长。\n（一）突出项目建设\n新开工项目30个。";
    expect(await undo(text)).toBe(text);
  });

  it("a whole report in one line is parted at its headings", async () => {
    const filler = "我们坚持项目为王，持续优化营商环境，推动产业转型升级，民生保障更加有力。".repeat(40);
    const paragraphs = (
      await undo(
        `各位代表：现在报告工作。一、2030年工作回顾2030年，${filler}二、2031年工作安排今年，我们将再接再厉。`,
      )
    ).split("\n");
    expect(paragraphs).toContain("一、2030年工作回顾");
    expect(paragraphs).toContain("二、2031年工作安排");
  });

  it("paragraphs that kept only their indents are parted there", async () => {
    const text = `各位代表：　　一、2030年工作回顾　　${"全区经济稳中有进，民生持续改善。".repeat(10)}　　（一）突出项目建设　　新开工项目30个。`;
    expect((await undo(text)).split("\n")).toEqual([
      "各位代表：",
      "一、2030年工作回顾",
      "全区经济稳中有进，民生持续改善。".repeat(10),
      "（一）突出项目建设",
      "新开工项目30个。",
    ]);
  });

  it("the same text twice is read once, and said so", async () => {
    const paragraph =
      "全年新开工亿元以上项目三十个，完成投资一百二十亿元，工业用电量增长百分之八，发展后劲显著增强。";
    const { text, warnings } = await readBytes("a.txt", Buffer.from(`${paragraph}\n另一段。\n${paragraph}`));
    expect(text).toBe(`${paragraph}\n另一段。`);
    expect(warnings).toHaveLength(1);
  });

  it("a table that a converter wrote one cell a line is put together", async () => {
    const text =
      "\t指标\n\t单位\n\t数值\n\n\t1\n\t粮食\n产量\n\t万吨\n\t13.5\n\n\t2\n\t油料\n\t万吨\n\t2.1\n";
    expect(await undo(`主要指标如下。\n${text}\n完。`)).toBe(
      "主要指标如下。\n指标\t单位\t数值\n1\t粮食产量\t万吨\t13.5\n2\t油料\t万吨\t2.1\n完。",
    );
  });
});

describe("markdown", () => {
  it("loses its marks, and keeps its headings and tables", async () => {
    const text =
      "# 云河区2031年政府工作报告\n\n**一是**稳增长。\n\n| 指标 | 数值 |\n|---|---:|\n| 生产总值 | 120.5 |\n\n<table><tr><td>人口</td><td>30万人</td></tr></table>";
    expect(await undo(text, "a.md")).toBe(
      "云河区2031年政府工作报告\n一是稳增长。\n指标\t数值\n生产总值\t120.5\n人口\t30万人",
    );
  });
});

describe("a web page", () => {
  const LONG =
    "过去一年，全区上下坚持稳中求进，地区生产总值增长6.5%，新增规模以上企业30家，城乡居民收入稳步提高。";
  const page = `<!DOCTYPE html><html><head><title>云河区2031年政府工作报告-云河区政府网</title><meta name="PubDate" content="2031-02-03 09:00"></head><body>
    <div class="nav"><a href="/">首页</a><a href="/a">政务公开</a></div><script>var a="稳增长。";</script>
    <div id="main"><h1>云河区2031年政府工作报告</h1><div class="tools">字号：<a>大</a> <a>小</a> 打印</div>
    <div class="text"><p>一、2030年工作回顾</p><p>&emsp;&emsp;${LONG}<sup>[1]</sup></p><p>全年完成绿化5万m<sup>2</sup>，${LONG.slice(5)}</p>
    <table><tr><th>指标</th><th>数值</th></tr><tr><td>投资</td><td>80亿元</td></tr></table></div></div>
    <div>上一篇：<a href="/b">别的文章</a></div><div class="footer">版权所有 云河区人民政府 <a>网站地图</a></div></body></html>`;

  it("gives its text without menus, tools, scripts and foot", async () => {
    const { text, format } = await readBytes("a", Buffer.from(page));
    expect(format).toBe("html");
    expect(text.split("\n")).toEqual([
      "云河区2031年政府工作报告",
      "时间：2031-02-03",
      "一、2030年工作回顾",
      LONG,
      `全年完成绿化5万m2，${LONG.slice(5)}`,
      "指标\t数值",
      "投资\t80亿元",
    ]);
  });

  it("saved as text loses its tools, its summary and its links", async () => {
    const text = `首页\n云河区2031年政府工作报告\n时间：2031-02-03\t\t作者：某某\n内容摘要：\n一、2030年工作回顾${LONG}......\n一、2030年工作回顾\n${LONG}\n分享到：\nQQ空间\n新浪微博\n上一篇：\n别处的报告`;
    expect(await undo(text)).toBe(`云河区2031年政府工作报告\n时间：2031-02-03\n一、2030年工作回顾\n${LONG}`);
  });

  it("of navigation alone gives a warning and no text", async () => {
    const { text, warnings } = await readBytes(
      "a.html",
      Buffer.from(`<html><body>${'<a href="/">栏目</a> '.repeat(50)}</body></html>`),
    );
    expect(text).toBe("");
    expect(warnings.join()).toMatch(/只有导航/);
  });

  it("nested beyond reason is read all the same", async () => {
    expect(await undo(`<html><body>${"<div>".repeat(20_000)}${LONG}`)).toBe(LONG);
  });
});

describe("bad input is refused in one line that says what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const cases: [what: string, bytes: Uint8Array, message: RegExp][] = [
    ["empty", Buffer.alloc(0), /文件是空的/],
    ["only spaces", Buffer.from(" \n\t\n"), /文件是空的/],
    ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array(500).fill(0)]), /不是文本/],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"), /OCR/],
    ["an old Word file", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), /另存为 \.docx/],
    ["a broken zip", Buffer.from(`PK\x03\x04${"x".repeat(100)}`, "latin1"), /已损坏/],
    ["over 50 MB", Buffer.alloc(50 * 1024 * 1024 + 1, 97), /超过 50 MB/],
  ];
  it.each(cases)("%s", async (_, bytes, message) => {
    const error = await readBytes("坏.txt", bytes).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ReadError);
    expect(String((error as ReadError).message)).toMatch(message);
    expect((error as ReadError).in("en")).toMatch(/^坏\.txt: [^\n]+$/);
  });

  it("a missing file, and a folder", async () => {
    await expect(readFile(join(folder, "无.txt"))).rejects.toThrow(/找不到文件/);
    await expect(readFile(folder)).rejects.toThrow(/无法读取/);
  });

  it("a good file on disk is read, whatever its ending", async () => {
    writeFileSync(join(folder, "报告.pdf"), BODY);
    expect(await readFile(join(folder, "报告.pdf"))).toMatchObject({ file: "报告.pdf", format: "txt" });
  });
});
