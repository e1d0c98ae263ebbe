/** Signs that stand for layout or were damaged on the way, character by character; every format passes through here. */

export interface Cleaned {
  text: string;
  warnings: string[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: "  ",
  thinsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  middot: "·",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  times: "×",
  permil: "‰",
  deg: "°",
  sup2: "²",
  bull: "•",
  zwj: "",
  zwnj: "",
};

function entity(whole: string, body: string): string {
  if (body[0] !== "#") return ENTITIES[body.toLowerCase()] ?? whole;
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : " ";
}

/** [pattern, what it becomes]; in this order. Each line shows an input. */
const SIGNS: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/\r\n?|[\u2028\u2029\u0085\f\v]/g, "\n"],
  [/\\r\\n|\\n(?![a-z])|\\r(?![a-z])/g, "\n"], // 各位代表：\r\n现在 (four signs, not a line break)
  [/\\t(?![a-z])/g, "\t"],
  [/\[bookmark:[^\]\n]{0,80}\]/g, ""], // [bookmark: _Toc2975]第一篇
  [/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ue000-\uf8ff]/g, ""],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  [/[\u0000-\u0008\u000e-\u001f\u007f]/g, ""],
  [/\u3000/g, "  "],
  [/[\u00a0\u2000-\u200a\u202f\u205f]/g, " "],
  [/\.{4,}/g, "……"], // 内容摘要：…的一年......
  [/\?{2,}/g, "  "], // 县长????李 某: spaces that a wrong encoding made question marks
  [/(\d)_[A-Z]_[A-Z]_/g, "$1%"], // 增长13.3_M_M_: a percent sign that a converter lost
  [/PM[_ ]?\{?(2\.5|10)\}?/g, "PM$1"], // PM_2.5, PM_{2.5}
  [/(\d)．(\d)/g, "$1.$2"], // ６．４％
];

/** Full-width digits, Latin letters and % to half-width (１２％ → 12%); Kangxi radicals that PDF fonts give to the character itself. */
function narrow(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ％＋＃＆＠]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2f00-\u2fdf\u2e80-\u2eff\uf900-\ufaff]/g, (c) => c.normalize("NFKC"));
}

/** Text without signs of layout: breaks are "\n", spaces are " ", entities are decoded, digits are half-width. Linear. */
export function cleanCharacters(raw: string): Cleaned {
  const warnings: string[] = [];
  let text = narrow(raw.replace(/&(#?[a-zA-Z0-9]{2,8});/g, entity));
  if (/\d_[A-Z]_[A-Z]_/.test(text)) warnings.push("数字后的“_M_M_”类乱码按百分号（%）读");
  for (const [pattern, by] of SIGNS) text = text.replace(pattern, by);
  const lost = text.split("\ufffd").length - 1;
  if (lost) warnings.push(`有 ${lost} 个字符无法解码，已用“□”代替`);
  return { text: lost ? text.replaceAll("\ufffd", "□") : text, warnings };
}
