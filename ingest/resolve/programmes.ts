/**
 * Programmes that a report lists under one head: 实施科技赋能、品牌跃升、绿色转型三大行动 names 科技赋能行动, 品牌跃升行动 and
 * 绿色转型行动. What a list so short says is known only when its members are as many as it says, or are said to go on (等).
 */
import type { Mention } from "../types.ts";
import type { Shared } from "./tails.ts";

const NUMBERS = "一二三四五六七八九十";
const HEADS = "专项行动|攻坚行动|提升行动|行动|专项工程|工程|计划|攻坚战|战役";
/** 等三大行动 · “三大工程” · 等系列专项行动: open, count, head of a counted list; head of an open one. */
const HEAD = new RegExp(
  `(等)?(?:“?([两二三四五六七八九十]|[0-9]{1,2})(?:大|项|个)(${HEADS})”?)|等(?:系列|一系列|若干|一批)?(专项行动|攻坚行动)`,
  "gu",
);
const LONGEST_CLAUSE = 120;
const MEMBER = /^[\u4e00-\u9fffA-Za-z0-9“”+]{2,16}$/u;
/** Verbs that open the list. */
const OPENING =
  /^.{0,12}?(?:开展|实施|推进|推动|深化|打好|打赢|抓好|启动|组织|落实|推行|统筹|推出|谋划|部署|抓实|决战|打响)(?:了|好)?/u;
/** Kinds of works and classes, which with a head are no names: 保障性住房建设, 城中村改造, 市容市貌. */
const CLASS =
  /(?:建设|改造|设施|住房|市貌|秩序|工作|问题|项目|企业|方面)$|^(?:是|以|把|将|对|在)|(?:的|了|并|以及)/u;
const FEWEST = 2;

/** `outer` are the outer mentions of the report, sorted by start; a member that touches one of them is left to it. Linear. */
export function listedProgrammes(text: string, outer: readonly Mention[]): Shared[] {
  const named = new Uint8Array(text.length);
  for (const { start, end } of outer) named.fill(1, start, end);
  return [...text.matchAll(HEAD)].flatMap((match): Shared[] => {
    const open = match[1] !== undefined || match[4] !== undefined;
    const head = match[3] ?? match[4] ?? "";
    const members = membersOf(text, match.index, open ? undefined : count(match[2] ?? ""));
    const whole = open || members.length < FEWEST ? [] : [wholeAt(text, match.index, match[0].length)];
    return [...members, ...whole]
      .filter(({ start, end }) => !named.subarray(start, end).includes(1))
      .map(({ start, end }) => ({
        start,
        end,
        name: withHead(text.slice(start, end), head),
        type: "Initiative",
        probability: 0.75,
        rule: "listed-programme",
      }));
  });
}

const count = (word: string): number => (word === "两" ? 2 : Number(word) || NUMBERS.indexOf(word) + 1);
const withHead = (member: string, head: string): string =>
  member.endsWith(head.slice(-2)) ? member : member + head;

/** 三大行动, without quotes around it. */
function wholeAt(text: string, at: number, length: number): Member {
  const start = text[at] === "“" ? at + 1 : at;
  const end = at + length;
  return { start, end: text[end - 1] === "”" ? end - 1 : end };
}

interface Member {
  start: number;
  end: number;
}

/** The members between the verb of the clause and its head; none where their number is not `wanted`. */
function membersOf(text: string, end: number, wanted: number | undefined): Member[] {
  let start = end;
  while (
    start > 0 &&
    end - start < LONGEST_CLAUSE &&
    !"，,。；;：:（）()\n".includes(text[start - 1] as string)
  )
    start--;
  const lead = OPENING.exec(text.slice(start, end))?.[0].length ?? 0;
  if (!lead) return [];
  const members: Member[] = [];
  for (let at = start + lead; at < end; ) {
    const next = text.indexOf("、", at);
    const stop = next < 0 || next > end ? end : next;
    members.push({ start: at, end: stop });
    at = stop + 1;
  }
  if (wanted !== undefined && members.length === wanted - 1) splitLast(text, members);
  if (members.length < FEWEST || (wanted !== undefined && members.length !== wanted)) return [];
  const whole = members.every((member) => MEMBER.test(words(text, member)));
  return whole ? members.filter((member) => !CLASS.test(words(text, member))) : [];
}

const words = (text: string, { start, end }: Member): string => text.slice(start, end);

/** 甲、乙和丙三大行动 */
function splitLast(text: string, members: Member[]): void {
  const last = members.at(-1) as Member;
  const at = words(text, last).search(/[和及与](?=..)/u);
  if (at < 2) return;
  members.splice(
    -1,
    1,
    { start: last.start, end: last.start + at },
    { start: last.start + at + 1, end: last.end },
  );
}
