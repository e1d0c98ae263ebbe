/** Numbered wholes that a report also names in quotes: “四大功能区” is the 四大功能区 of 甲、乙、丙、丁四大功能区. */
import type { Mention } from "../../types.ts";

const QUOTED = /^“((?:[0-9]{1,2}|[两二三四五六七八九十])[大个][\u4e00-\u9fff]{2,8})”$/u;
/** So many different wholes a report at most. */
const MOST = 40;

/** The places without quotes of numbered initiatives that `mentions` name in quotes; linear. */
export function findNumbered(text: string, mentions: readonly Mention[]): Mention[] {
  const wholes = new Map<string, Mention>();
  for (const mention of mentions) {
    const words = QUOTED.exec(text.slice(mention.start, mention.end))?.[1];
    if (mention.type === "Initiative" && words && wholes.size < MOST) wholes.set(words, mention);
  }
  return [...wholes].flatMap(([words, { type, probability }]) => {
    const found: Mention[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const end = at + words.length;
      if (text[at - 1] === "“" || /[0-9十百]/u.test(text[at - 1] ?? "")) continue;
      found.push({ start: at, end, type, probability, rule: "numbered-whole", depth: 0 });
    }
    return found;
  });
}
