/** Buckets that are likely one thing: an alias that a report states, one quoted part, a longer name, what is built. */
import { key } from "../ingest/names.ts";
import { type Bucketed, bucketsOf, cut, groupOf } from "./buckets.ts";
import type { Named } from "./digest.ts";
import { groupBy } from "./group.ts";
import type { Identity } from "./identity.ts";
import { cityDepth } from "./places.ts";

export type Link = [bucket: string, bucket: string];

/** In the order in which they are to be joined. `known`: the buckets that some name has. */
export const likelyLinks = (all: readonly Bucketed[], known: ReadonlySet<string>): Link[] => [
  ...aliasLinks(all, known),
  ...quotedLinks(all),
  ...longerLinks(all),
  ...builtLinks(all),
];

/** From each name to the aliases that some report has as a name of its own. */
function aliasLinks(all: readonly Bucketed[], known: ReadonlySet<string>): Link[] {
  const links: Link[] = [];
  for (const { named, identity, bucket } of all)
    named.others.forEach((other, i) => {
      if (!mayBeAlias(other, identity)) return;
      const target = `${groupOf(other)}@${cut(other).join("/")}`;
      if (known.has(target) && marks(named.aliases[i] ?? "") === marks(named.name))
        links.push([bucket, target]);
    });
  return inOrder(links);
}

/** “一带一路”枢纽 is not the programme that a report calls it by. */
export const mayBeAlias = (other: Identity, own: Identity): boolean =>
  (other.kind !== "*" || own.kind === "*") && other.core !== own.core && other.core.length >= 2;

/** What never differs within one thing: 三期, 5号线, 西延. */
const MARKS =
  /[\d一二三四五六七八九十]+(?:期|号|批|届|标|次|院区|分|中学|小学|医院)|第[\d一二三四五六七八九十]+|[东南西北](?:延|段|区|线|环|站)/gu;
export const marks = (name: string): string => (key(name).match(MARKS) ?? []).sort().join(" ");

/** Initiatives of one city that agree in their quoted part. */
function quotedLinks(all: readonly Bucketed[]): Link[] {
  const named = all.flatMap((one) => {
    const part = quotedPart(one.identity);
    return part === undefined ? [] : [{ one, part }];
  });
  const groups = [...groupBy(named, ({ part }) => part).values()];
  return linksIn(groups.map((group) => group.map(({ one }) => one)));
}

/** “高速贷”平台 of 云州市 → "Initiative|高速贷@江省/云州市". */
export const quotedPart = ({ kind, quoted, reach, scope }: Identity): string | undefined =>
  quoted && reach !== "nation"
    ? `${kind}|${quoted}@${scope.slice(0, cityDepth(scope)).join("/")}`
    : undefined;

const SHORTEST = 4;
const LONGER_BY = 3;

/** “助企行动” and 干部助企行动 of one district: the longer name only says more before. */
function longerLinks(all: readonly Bucketed[]): Link[] {
  const initiatives = all.filter(({ identity }) => identity.kind === "Initiative");
  const links: Link[] = [];
  for (const members of groupBy(initiatives, ({ identity }) => identity.scope.join("/")).values()) {
    const byCore = new Map(
      members.filter(({ named }) => isQuoted(named)).map(({ identity, bucket }) => [identity.core, bucket]),
    );
    for (const { identity, bucket } of members)
      for (const core of shorterCores(identity)) {
        const shorter = byCore.get(core);
        if (shorter) links.push([bucket, shorter]);
      }
  }
  return inOrder(links);
}

export const isQuoted = ({ name }: Named): boolean => name.startsWith("“");

/** 干部助企行动 → 部助企行动, 助企行动. */
export function shorterCores({ core }: Identity): string[] {
  const cores: string[] = [];
  for (let by = 1; by <= LONGER_BY && core.length - by >= SHORTEST; by++)
    if (!COUNTING.test(core.slice(0, by))) cores.push(core.slice(by));
  return cores;
}

/** What makes another thing of a name when it stands before it: 新能源, 二次, 省级. */
const COUNTING = /[\d一二三四五六七八九十百千万两双全新老旧大小东南西北省市区县镇村级非再]/u;

const BUILT: ReadonlySet<string> = new Set(["Project", "Infrastructure", "Place", "Park", "Institution"]);

/** What is built goes by one name, whether a report takes it for a project or for the road that it becomes. */
function builtLinks(all: readonly Bucketed[]): Link[] {
  const built = all.filter(({ identity }) => isBuilt(identity));
  return linksIn(groupBy(built, ({ bucket }) => bucket.slice(bucket.indexOf("|"))).values());
}

export const isBuilt = ({ kind, reach, core }: Identity): boolean =>
  BUILT.has(kind) && reach !== "exact" && core.length >= 3;

function linksIn(groups: Iterable<Bucketed[]>): Link[] {
  const links: Link[] = [];
  for (const members of groups) {
    if (members.length < 2) continue;
    const [first, ...others] = bucketsOf(members);
    if (first !== undefined) for (const other of others) links.push([first, other]);
  }
  return inOrder(links);
}

/** Each once, in an order of their own. */
function inOrder(links: Link[]): Link[] {
  const byText = new Map(links.map((link) => [link.join("\n"), link]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}
