/** Layout inside a paragraph: spaces, footnote marks, half-width punctuation, straight quotes. */
import { CJK } from "./signs.ts";

const WIDE = `[${CJK}\u3000-\u303f\uff00-\uffef“”‘’—…·①-⑳]`;
const SPACE_AFTER_WIDE = new RegExp(`(${WIDE}) +`, "g");
const SPACE_BEFORE_WIDE = new RegExp(` +(${WIDE})`, "g");
const HAN = `[${CJK}”’）》]`;

/** [pattern, what it becomes]; each line shows an input. */
const MARKS: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/ ?[［[〔【]\s?(?:注\s?)?\d{1,3}\s?[］\]〕】] ?/g, ""], // “3689”［1］、市委“19”[2]
  [/ ?\[\^\d{1,3}\]:? ?/g, ""], // markdown: 生产总值[^2]
  [
    new RegExp(
      `(?<=[${CJK}”）])(?<![①-⑳][^。；]{1,40}) ?[①-⑳](?=[${CJK}，。；、：\\d]|$)(?![^。；]{0,40}[①-⑳])`,
      "g",
    ),
    "",
  ], // 生产总值②达到
  [/[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?=[，。、；])/g, ""],
];

/** Half-width punctuation after Chinese: 召开之年,也是 → 召开之年，也是; 1,234 and 10:30 stay. */
const HALF: readonly (readonly [pattern: RegExp, by: string])[] = [
  [
    new RegExp(
      `(?<=${HAN}|[%A-Za-z0-9])[ ]?,[ ]?(?=[${CJK}“《（])|(?<=${HAN})[ ]?,[ ]?(?=[A-Za-z0-9"'(])`,
      "g",
    ),
    "，",
  ],
  [new RegExp(`(?<=${HAN}|[%A-Za-z0-9])[ ]?;[ ]?`, "g"), "；"],
  [new RegExp(`(?<=${HAN})[ ]?:[ ]?`, "g"), "："],
  [new RegExp(`(?<=${HAN})[ ]?!`, "g"), "！"],
  [new RegExp(`(?<=${HAN})[ ]?\\?`, "g"), "？"],
  [new RegExp(`(?<=${HAN}|%)[ ]?\\.(?=[${CJK}“]|$)`, "g"), "。"],
];

/** Straight quotes to “ ”, in pairs; a ” that opens (”532”) is turned. Odd ones at the end stay as they are. */
function pairQuotes(text: string): string {
  if (!/["”“]/.test(text)) return text;
  const out = [...text];
  const at = out.flatMap((c, i) => (c === '"' || c === "”" || c === "“" || c === "＂" ? [i] : []));
  let open = false;
  at.forEach((i, k) => {
    const c = out[i];
    const straight = c === '"' || c === "＂";
    if (straight) out[i] = open ? "”" : "“";
    else if (c === "”" && !open && (out[at[k + 1] ?? -1] === "”" || out[at[k + 1] ?? -1] === '"'))
      out[i] = "“";
    else if (
      c === "“" &&
      open &&
      (out[at[k + 1] ?? -1] === "“" || k === at.length - 1) &&
      /[\u4e00-\u9fffA-Za-z0-9]/.test(out[i - 1] ?? "")
    )
      out[i] = "”";
    open = out[i] === "“";
  });
  return out.join("");
}

/** Spaces that Chinese does not have: 区 人大、区政协的 监督 → 区人大、区政协的监督; New Energy keeps its own. */
export function dropSpaces(text: string): string {
  return text
    .replace(/[ \t]+/g, " ")
    .replace(SPACE_AFTER_WIDE, "$1")
    .replace(SPACE_BEFORE_WIDE, "$1")
    .trim();
}

/** 2 016年, 2 0 1 6 年, 5 . 5%: digits that a font set apart. */
const SPACED_YEAR = /(?<![\d.])(?:1 ?9|2 ?0)(?: ?\d){2}(?= ?年)/g;

/** One paragraph or cell with its inner layout undone. Linear. */
export function undoInline(raw: string): string {
  let text = raw;
  for (const [pattern, by] of MARKS) text = text.replace(pattern, by);
  text = dropSpaces(
    text
      .replace(SPACED_YEAR, (year) => year.replaceAll(" ", ""))
      .replace(/(?<=\d) \. (?=\d)/g, ".")
      .replace(/(?<=\d) ?([:：]) ?(?=\d)/g, "$1"),
  );
  for (const [pattern, by] of HALF) text = text.replace(pattern, by);
  return dropSpaces(pairQuotes(text))
    .replace(/^[■□◆◇▲●★▼※]+|[■□◆◇▲●★▼※]+$/g, "")
    .trim();
}
