/**
 * First letters of the pinyin of a name: 钟楼区 → zlq. By the collation that every JavaScript engine with full ICU has: Chinese
 * characters sort by pinyin, and the first character of each letter is known.
 */
/** Characters of places and names whose other reading begins with another letter: 长江 and 区长. */
const OTHER_READING: Record<string, string> = {
  长: "c",
  重: "c",
  乐: "y",
  行: "h",
  朝: "c",
  厦: "s",
  会: "k",
  调: "d",
  曾: "c",
  传: "z",
};

const FIRST = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const known = new Map<string, string>();

/** One or two spellings: 重庆路 → ["zql", "cql"]. */
export function initials(text: string): string[] {
  const spell = (letter: (character: string) => string): string => [...text].map(letter).join("");
  return [
    ...new Set([spell(letterOf), spell((character) => OTHER_READING[character] ?? letterOf(character))]),
  ];
}

function letterOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return "";
  let letter = known.get(character);
  if (letter === undefined) {
    letter = lookUp(character);
    known.set(character, letter);
  }
  return letter;
}

function lookUp(character: string): string {
  const firsts = [...FIRST];
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (collator.compare(firsts[middle] as string, character) <= 0) low = middle;
    else high = middle - 1;
  }
  return LETTERS[low] ?? "";
}
