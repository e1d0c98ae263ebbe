/**
 * First letters of the pinyin of a name: 钟楼区 → zlq. By the collation that every JavaScript engine with full ICU has: Chinese
 * characters sort by pinyin, and the first character of each letter is known. Of characters with several readings one is taken.
 */
const FIRST = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const known = new Map<string, string>();

export function initials(text: string): string {
  let letters = "";
  for (const character of text) letters += letterOf(character);
  return letters;
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
