/**
 * When two names are one: the only place that decides it. `normalize` writes a name as ONTOLOGY.md "Names" wants it,
 * `key` makes what equal names share.
 */

const HALF_WIDTH_GAP = 0xfee0; // "Ａ" U+FF21 − "A" U+0041
const CJK = "\\u3400-\\u9fff\\uf900-\\ufaff\\u3000-\\u303f\\uff00-\\uffef“”‘’";
const SPACE_BY_CHINESE = new RegExp(`(?<=[${CJK}])\\s+|\\s+(?=[${CJK}])`, "gu");

/** The name as it is shown: "５ 号 线" → "5号线", `"532"战略` → “532”战略; Latin words keep one space between them. */
export function normalize(name: string): string {
  const half = name.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (char) =>
    String.fromCharCode(char.charCodeAt(0) - HALF_WIDTH_GAP),
  );
  return curlQuotes(half.replace(SPACE_BY_CHINESE, "").replace(/\s+/gu, " ").trim());
}

/** Straight double quotes in turn to “ and ”: `"两湖"创新区` → “两湖”创新区. */
function curlQuotes(name: string): string {
  let open = false;
  return name.replace(/["＂]/gu, () => {
    open = !open;
    return open ? "“" : "”";
  });
}

/** What two spellings of one name share: NFKC, lower case, without spaces, quotes and middle dots. */
export function key(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s“”‘’"'「」『』《》·•]/gu, "");
}
