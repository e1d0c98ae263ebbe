/**
 * Whether one name of a pair is what its passage is about and the other comes under it: 深化【甲改革】，实施乙行动，建成丙平台.
 * Numbers for the scorer, in the order of `TOPIC_FEATURES`.
 */
import type { Pair } from "./features.ts";
import type { Frame } from "./frame.ts";
import type { Name, Sentence } from "./sentences.ts";

const SIDES = ["from", "to"] as const;
const FAR = 60;

/** What programmes are by their last characters: a state to reach, a way of acting, a place or body, a means. */
const HEADS: readonly [string, RegExp][] = [
  [
    "goal",
    /(?:高地|强[省市区县国]|名[城区县]|先行区|示范[区城市县]|新城|之[都城乡]|标杆|典范|样板|中心|枢纽|高峰|家园|品牌|门户|极|城市|城区|港|带|圈|中国|大省)$/u,
  ],
  [
    "action",
    /(?:行动|工程|计划|攻坚|战役?|活动|整治|治理|改革|提升|革命|打击|普查|创建|建设|保护|修复|改造)$/u,
  ],
  ["means", /(?:机制|模式|制度|体系|平台|试点|做法|办法|方案|清单|政策|系统|服务|券|通|码|贷|卡|一张图)$/u],
  ["strategy", /(?:战略|布局|格局|一体化|振兴|协同发展|共同富裕|倡议|思路|目标)$/u],
];

export const TOPIC_FEATURES: string[] = [
  ...SIDES.flatMap((side) =>
    [
      "firstInPassage",
      "intoPassage",
      "clause",
      "intoClause",
      "leftInClause",
      "namesInClause",
      "inHeading",
      "quoted",
      ...HEADS.map(([name]) => name),
    ].map((name) => `${side}:${name}`),
  ),
  "sentencesBetween",
  "sentencesInPassage",
  "alikeInClause",
];

export function topicOf(frame: Frame, pair: Pair): number[] {
  const from = pair.fromName ?? (pair.toName ? pair.apart : undefined);
  const to = pair.toName ?? (pair.fromName ? pair.apart : undefined);
  const a = ofName(frame, pair.from, from);
  const b = ofName(frame, pair.to, to);
  const apart = from && to ? Math.abs(sentenceOf(frame, from) - sentenceOf(frame, to)) : -1;
  return [
    ...a,
    ...b,
    Math.min(apart, 20),
    from ? sentencesIn(frame, from) : 0,
    from && to && sentenceOf(frame, from) === sentenceOf(frame, to) && from.clause === to.clause ? 1 : 0,
  ];
}

/** What the report says of its names, looked up once. */
interface Places {
  /** The sentence of each name. */
  of: Map<Name, number>;
  /** The first names of passages. */
  first: Set<Name>;
  /** Sentences of each passage that has names. */
  sentences: Map<number, number>;
  /** Of each entity: in a heading, quoted, its kind of head. */
  named: number[][];
}
const known = new WeakMap<Frame, Places>();

function places(frame: Frame): Places {
  const made = known.get(frame);
  if (made) return made;
  const fresh: Places = { of: new Map(), first: new Set(), sentences: new Map(), named: [] };
  const titles = new Set<number>();
  let passage = -1;
  frame.sentences.forEach((sentence, index) => {
    fresh.sentences.set(sentence.passage.index, sentence.order + 1);
    for (const name of sentence.names) {
      fresh.of.set(name, index);
      if (sentence.passage.index !== passage && name.mention.depth === 0) {
        fresh.first.add(name);
        passage = sentence.passage.index;
      }
      if (sentence.passage.kind === "heading") titles.add(name.entity);
    }
  });
  fresh.named = frame.context.entities.map(({ name }, entity) => [
    titles.has(entity) ? 1 : 0,
    ...headsOf(name),
  ]);
  known.set(frame, fresh);
  return fresh;
}

function headsOf(name: string): number[] {
  const bare = name.replace(/”$/u, "");
  const quoted = /^“[^“”]+”$/u.test(name) ? 2 : name.includes("“") ? 1 : 0;
  return [quoted, ...HEADS.map(([, pattern]) => (pattern.test(bare) ? 1 : 0))];
}

const sentenceOf = (frame: Frame, name: Name): number => places(frame).of.get(name) ?? 0;

/** Sentences of the passage, no more than so many behind the name's. */
const MOST_BEHIND = 21;

function sentencesIn(frame: Frame, name: Name): number {
  const sentence = frame.sentences[sentenceOf(frame, name)];
  if (!sentence) return 0;
  const all = places(frame).sentences.get(sentence.passage.index) ?? 0;
  return Math.min(all, sentence.order + MOST_BEHIND);
}

function ofName(frame: Frame, entity: number, name: Name | undefined): number[] {
  const { of, first, named } = places(frame);
  const rest = named[entity] ?? [];
  const sentence = name ? frame.sentences[of.get(name) ?? -1] : undefined;
  if (!name || !sentence) return [0, FAR, -1, FAR, FAR, 0, ...rest];
  const { start, end, names } = clauseOf(frame, sentence, name);
  return [
    first.has(name) ? 1 : 0,
    Math.min(FAR, name.start - sentence.passage.start),
    name.clause,
    Math.min(FAR, name.list.start - start),
    Math.max(0, Math.min(FAR, end - name.list.end)),
    names,
    ...rest,
  ];
}

const clauses = new WeakMap<Name, { start: number; end: number; names: number }>();

function clauseOf(
  { context: { text } }: Frame,
  sentence: Sentence,
  name: Name,
): { start: number; end: number; names: number } {
  const made = clauses.get(name);
  if (made) return made;
  let { start, end } = name.list;
  while (
    start > sentence.start &&
    name.list.start - start < FAR &&
    !"，,：:".includes(text[start - 1] as string)
  )
    start--;
  while (end < sentence.end && end - name.list.end < FAR && !"，,：:。；;\n".includes(text[end] as string))
    end++;
  const names = sentence.names.filter(
    (other) => other.mention.depth === 0 && other.start >= start && other.end <= end,
  ).length;
  const fresh = { start, end, names };
  clauses.set(name, fresh);
  return fresh;
}
