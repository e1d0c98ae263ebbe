/**
 * Persons in lists: 就座的区领导有李明远、王芳、赵天. Single ones are in persons.ts.
 */
import { SURNAMES } from "../../lexicon/surnames.ts";
import type { Mention } from "../../types.ts";

/** What stands before a list of persons. */
const TRIGGER =
  /(?:领导有|领导|同志有|书记|主任|主席|常委|委员长|副委员长|委员|秘书长|组长|成员有|成员|院士|劳模|选举|补选|任命|免去|当选|市长|区长|县长|州长|省长|部长|局长|院长|总理|出席的有|就座的有|就座的是|(?<=[，。；：\n]))[:：]?(?=[\u4e00-\u9fff]{2,3}、)/gu;
/** What stands after one that nothing announces. */
const VERB =
  /^(?:等?(?:区|市|县|省)?(?:领导|同志)?(?:分别|先后|共同|一同)?(?:出席|参加|列席|陪同|主持|在主席台|作了|宣布|讲话|当选))/u;
const NAME = new RegExp(`^(?:${SURNAMES})[\\u4e00-\\u9fff]{1,2}$`, "u");
const LAST = new RegExp(
  `^(?:${SURNAMES})[\\u4e00-\\u9fff]{1,2}?(?=[，。；：、）\\n]|等|同志|为|分别|先后|出席|参加|列席|陪同|主持|在|作|宣布|讲话|当选|任|的|$)`,
  "u",
);
/** 金融业、康养区 begin like names. */
const NO_PERSON = /[业产品区市县省镇村院校会厂园]$/u;
const MOST = 80;
const LONGEST_NAME = 4;

/** Every person of every list. A list has two names at least, three where nothing announces it. */
export function findPeople(text: string): Mention[] {
  const found: Mention[] = [];
  let done = 0;
  for (const match of text.matchAll(TRIGGER)) {
    const start = match.index + match[0].length;
    if (start < done) continue;
    const list = readList(text, start);
    const end = list.at(-1)?.end ?? start;
    const announced = match[0].length > 0;
    const sure = announced ? list.length >= 2 : list.length >= 3 && VERB.test(text.slice(end, end + 16));
    if (!sure || !list.some((name) => name.end - name.start === 3)) continue;
    found.push(...list);
    done = end;
  }
  return found;
}

function readList(text: string, from: number): Mention[] {
  const list: Mention[] = [];
  for (let at = from; list.length < MOST; ) {
    const comma = text.indexOf("、", at);
    const item = comma < 0 || comma - at > LONGEST_NAME ? "" : text.slice(at, comma);
    if (NO_PERSON.test(item)) return list;
    const name = NAME.test(item) ? item : LAST.exec(text.slice(at, at + LONGEST_NAME + 4))?.[0];
    if (!name) return list;
    list.push({
      start: at,
      end: at + name.length,
      type: "Person",
      probability: 0.9,
      rule: "person-list",
      depth: 0,
    });
    if (name !== item) return list;
    at = comma + 1;
  }
  return list;
}
