/**
 * Persons in lists: 就座的区领导有李明远、王芳、赵天. Single ones are in persons.ts.
 */
import { SURNAMES } from "../../lexicon/surnames.ts";
import type { Mention } from "../../types.ts";

/** What stands before a list of persons. */
const TRIGGER =
  /(?:领导有|领导|同志有|书记|主任|主席|常委|委员长|副委员长|委员|秘书长|组长|成员有|成员|院士|劳模|选举|补选|任命|免去|当选|市长|区长|县长|州长|省长|部长|局长|院长|总理|出席的有|还有|就座的有|就座的是|(?<=[，。；：\n]))[:：]?(?=[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,5})?、)/gu;
const NAME = new RegExp(`^(?:${SURNAMES})[\\u4e00-\\u9fff]{1,2}$`, "u");
const LAST = new RegExp(
  `^(?:${SURNAMES})[\\u4e00-\\u9fff]{1,2}?(?=[，。；：、）\\n]|等|同志|为|分别|先后|出席|参加|列席|陪同|主持|在|作|宣布|讲话|当选|任|的|$)`,
  "u",
);
/** 金融业、康养区 begin like names. */
const NO_PERSON = /[业产品区市县省镇村院校会厂园]$/u;
const MOST = 80;
const LONGEST_NAME = 10;
const ANY_NAME = /^[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,5})?$/u;
/** So many of a list must begin with a family name: 洛桑江村 may stand among 王勇、周强、何报翔. */
const LEAST_SHARE = 0.75;
const LEAST_UNANNOUNCED = 4;

const REPORTERS = /本报讯[（(]([\u4e00-\u9fff ]{2,12})[）)]/gu;

/** 本报讯（李明远王芳）: names without a space between them, three characters first. */
export function findReporters(text: string): Mention[] {
  return [...text.matchAll(REPORTERS)].flatMap((match) => {
    const from = match.index + match[0].indexOf(match[1] ?? "");
    const names = splitNames(match[1] ?? "");
    return names.map(([start, end]): Mention => {
      return {
        start: from + start,
        end: from + end,
        type: "Person",
        probability: 0.8,
        rule: "person-reports",
        depth: 0,
      };
    });
  });
}

function splitNames(words: string): [number, number][] {
  const names: [number, number][] = [];
  for (let at = 0; at < words.length; ) {
    if (words[at] === " " || words[at] === "记" || words[at] === "者") {
      at++;
      continue;
    }
    const left = words.slice(at).replace(/ .*$/u, "").length;
    const length = [3, 2].find((n) => NAME.test(words.slice(at, at + n)) && (left === n || left - n >= 2));
    if (!length) return names;
    names.push([at, at + length]);
    at += length;
  }
  return names;
}

/** Every person of every list. A list has two names at least, four where nothing announces it. */
export function findPeople(text: string): Mention[] {
  const found: Mention[] = [];
  let done = 0;
  for (const match of text.matchAll(TRIGGER)) {
    const start = match.index + match[0].length;
    if (start < done) continue;
    const list = readList(text, start);
    if (!isPeople(text, list, match[0].length > 0)) continue;
    found.push(...list);
    done = list.at(-1)?.end ?? start;
  }
  return found;
}

function isPeople(text: string, list: readonly Mention[], announced: boolean): boolean {
  const names = list.map(({ start, end }) => text.slice(start, end));
  const usual = names.filter((name) => NAME.test(name));
  const long = usual.filter((name) => name.length === 3);
  if (usual.length < names.length * LEAST_SHARE || usual.length < 2) return false;
  return announced ? long.length > 0 : names.length >= LEAST_UNANNOUNCED && long.length * 2 >= names.length;
}

function readList(text: string, from: number): Mention[] {
  const list: Mention[] = [];
  for (let at = from; list.length < MOST; ) {
    const comma = text.indexOf("、", at);
    const item = comma < 0 || comma - at > LONGEST_NAME ? "" : text.slice(at, comma);
    if (item.length <= 3 && NO_PERSON.test(item)) return list;
    const name = ANY_NAME.test(item) ? item : LAST.exec(text.slice(at, at + LONGEST_NAME))?.[0];
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
