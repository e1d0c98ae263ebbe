/** One kind of error of reading: who (the file), what is wrong, what to do. Caught once, at the edge. */

export interface Words {
  zh: string;
  en: string;
}

export class ReadError extends Error {
  readonly file: string;
  readonly what: Words;
  readonly advice: Words;

  /** `file`: name as the user gave it; `message` is one line, Chinese first, English beside. */
  constructor(file: string, what: Words, advice: Words) {
    super(`${file}：${what.zh}。${advice.zh}。(${what.en}. ${advice.en}.)`);
    this.name = "ReadError";
    this.file = file;
    this.what = what;
    this.advice = advice;
  }

  /** The same line in one language only. */
  in(language: "zh" | "en"): string {
    return language === "zh"
      ? `${this.file}：${this.what.zh}。${this.advice.zh}。`
      : `${this.file}: ${this.what.en}. ${this.advice.en}.`;
  }
}

const row = (what: Words, advice: Words): [Words, Words] => [what, advice];

/** Every way in which a file can be refused. */
export const REFUSALS = {
  missing: row({ zh: "找不到文件", en: "no such file" }, { zh: "请检查路径", en: "Check the path" }),
  unreadable: row(
    { zh: "无法读取", en: "cannot be read" },
    { zh: "请检查权限，并确认它是文件而不是文件夹", en: "Check its permissions, and that it is a file" },
  ),
  large: row(
    { zh: "超过 50 MB", en: "larger than 50 MB" },
    { zh: "请拆分，或去掉其中的图片后再试", en: "Split it, or take out its pictures" },
  ),
  empty: row(
    { zh: "文件是空的，没有文字", en: "empty: there is no text" },
    { zh: "请检查是否下载或保存完整", en: "Check that it was saved completely" },
  ),
  notText: row(
    { zh: "不是文本，也不是能识别的文档", en: "neither text nor a known document" },
    { zh: "请另存为 .txt、.md、.html、.docx 或 .pdf", en: "Save it as .txt, .md, .html, .docx or .pdf" },
  ),
  image: row(
    { zh: "是图片", en: "a picture" },
    { zh: "请先做文字识别 (OCR)，再导入得到的文本", en: "Run OCR first, then ingest its text" },
  ),
  archive: row(
    { zh: "是压缩包，不是文档", en: "an archive, not a document" },
    { zh: "请先解压，再导入里面的文件", en: "Unpack it and ingest the files inside" },
  ),
  oldWord: row(
    { zh: "是旧版 .doc 或加密的 Office 文档", en: "an old .doc or an encrypted Office document" },
    { zh: "请在 Word 或 WPS 中去掉密码，另存为 .docx", en: "Remove the password and save it as .docx" },
  ),
  rtf: row(
    { zh: "是 RTF 文档", en: "an RTF document" },
    { zh: "请在 Word 或 WPS 中另存为 .docx", en: "Save it as .docx" },
  ),
  brokenZip: row(
    { zh: "docx 已损坏，无法解开", en: "broken docx: it cannot be unpacked" },
    { zh: "请重新下载，或用 Word 打开修复后另存", en: "Download it again, or repair and save it in Word" },
  ),
  zipBomb: row(
    { zh: "docx 解开后过大，可能是恶意文件", en: "the docx unpacks to far too much, perhaps on purpose" },
    {
      zh: "请确认来源；如果可信，请另存为 .txt",
      en: "Check where it comes from; if trusted, save it as .txt",
    },
  ),
  brokenPdf: row(
    { zh: "PDF 已损坏，无法打开", en: "broken PDF: it cannot be opened" },
    { zh: "请重新下载，或用阅读器另存一份", en: "Download it again, or save a copy from a reader" },
  ),
  encryptedPdf: row(
    { zh: "PDF 有密码", en: "the PDF is encrypted" },
    { zh: "请去掉密码后另存", en: "Remove the password and save it again" },
  ),
  scannedPdf: row(
    { zh: "PDF 没有文字层，是扫描件", en: "the PDF has no text layer, it is scanned" },
    { zh: "请先做文字识别 (OCR)", en: "Run OCR first" },
  ),
  endlessPdf: row(
    { zh: "PDF 页数或处理时间超过上限", en: "the PDF has too many pages or takes too long" },
    { zh: "请拆分后再试", en: "Split it" },
  ),
} as const;

export type Refusal = keyof typeof REFUSALS;

/** The error for a refusal: `throw refuse("a.pdf", "scannedPdf")`. */
export function refuse(file: string, refusal: Refusal): ReadError {
  const [what, advice] = REFUSALS[refusal];
  return new ReadError(file, what, advice);
}
