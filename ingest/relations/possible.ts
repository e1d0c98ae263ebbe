/** What cannot be, whatever a sentence looks like: known districts under others than their own, a thing as part of itself. */
import { chainOf, findDivisions } from "../lexicon/divisions.ts";
import type { RelationType } from "../ontology.ts";
import { bareDistrict, type Frame, levelOf, typeOf } from "./frame.ts";

export function isPossible(frame: Frame, from: number, type: RelationType, to: number): boolean {
  if (type !== "PART_OF" && type !== "LOCATED_IN") return true;
  const { entities } = frame.context;
  const [whose, where] = [typeOf(entities[from]), typeOf(entities[to])];
  if (whose === "District" && where === "District") return liesUnder(frame, from, to);
  if (type === "PART_OF") return !sameThing(frame, from, to);
  return where !== "District" || to === frame.home || !sharesHomeStem(frame, from, to);
}

/** A district is part of one of a higher level; of one that the list of divisions knows, only if the list says so. */
function liesUnder(frame: Frame, from: number, to: number): boolean {
  const [low, high] = [levelOf(frame, from), levelOf(frame, to)];
  const above = aboveOf(frame, from);
  if (sharesStem(frame, from, to)) return low > 0 && high > 0 && low > high;
  if (above) return (frame.stems[to] ?? []).some((stem) => above.has(stem) || stem === "中国");
  return !low || !high || low > high;
}

/** 云河新区 and 云河: one may lie in the other only when both levels say so (长川市 above 长川县). */
const sharesStem = (frame: Frame, from: number, to: number): boolean =>
  (frame.stems[from] ?? []).some((stem) => (frame.stems[to] ?? []).includes(stem));

const cache = new WeakMap<Frame, Map<number, Set<string> | undefined>>();

/** Stems of all that a known division may lie in (names are shared: 鼓楼区); undefined for towns, villages and unknown names. */
function aboveOf(frame: Frame, entity: number): Set<string> | undefined {
  const known = cache.get(frame) ?? new Map<number, Set<string> | undefined>();
  cache.set(frame, known);
  if (!known.has(entity)) known.set(entity, readAbove(frame, entity));
  return known.get(entity);
}

function readAbove(frame: Frame, entity: number): Set<string> | undefined {
  const level = levelOf(frame, entity);
  const found = level > 4 ? [] : (frame.keys[entity] ?? []).flatMap(findDivisions);
  const above = found.flatMap((division) => chainOf(division).filter(({ code }) => code !== division.code));
  return found.length ? new Set(above.map(({ name }) => bareDistrict(name))) : undefined;
}

/** What a programme is called with or without: 扫黑除恶 and 扫黑除恶专项斗争. */
const CLASS =
  /^(?:专项)?(?:斗争|行动|工程|建设|工作|改革|战略|计划|项目|服务|活动|模式|机制|体系|制度|品牌|试点|发展)$/u;

/** 地铁14 and 地铁14号线, 云河产业园 and 云河产业园项目. */
const KIND = /^(?:号线|线路|大道|快速路|高速|高速公路|公路|铁路|项目|工程|建设)$/u;

/** 云河快速 and 云河快速路 are one thing; a list of wholes (“一环、两带”) is no part of its first member. */
function sameThing(frame: Frame, from: number, to: number): boolean {
  const [part, whole] = [frame.keys[from]?.[0] ?? "", frame.keys[to]?.[0] ?? ""];
  if (!part.includes(whole)) return whole.startsWith(part) && whole.length > part.length;
  const rest = part.replace(whole, "");
  if (KIND.test(rest)) return true;
  if (typeOf(frame.context.entities[from]) === "Initiative" && CLASS.test(rest)) return true;
  return part.length - whole.length < 2 || (part.includes("、") && !whole.includes("、"));
}

/** In a report of 云河区 the name 云河港 does not say that it lies in 云河街道. */
function sharesHomeStem(frame: Frame, from: number, to: number): boolean {
  return (
    (frame.stems[to] ?? []).includes(frame.homeStem) &&
    (frame.keys[from] ?? []).some((name) => name.includes(frame.homeStem)) &&
    !(frame.keys[from] ?? []).some((name) => (frame.keys[to] ?? []).some((full) => name.includes(full)))
  );
}
