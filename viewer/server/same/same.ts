/** "Is it the same?": suggestions about one entity, and decisions that a reader makes or takes back. */
import { type Cell, isNode, type NodeCell } from "../../../cypher/cells.ts";
import {
  type Decision,
  type DecisionSide,
  readDecisions,
  recordDecision,
} from "../../../cypher/decisions.ts";
import type { Store } from "../../../cypher/store.ts";
import { suggest } from "../../../cypher/suggest.ts";
import { key } from "../../../ingest/names.ts";
import { nodeCard, text, texts } from "../cards.ts";
import { NotFound, ServerError } from "../errors.ts";
import { ask } from "../rows.ts";
import type { DecisionAnswer, SameCard } from "./shapes.ts";

const MOST = 8;

export async function sameOf(store: Store, id: string): Promise<SameCard> {
  const node = await nodeOf(store, id);
  const found = await suggest(store, MOST, id);
  const others = new Map(
    (
      await nodesOf(
        store,
        found.map(({ a, b }) => (a === id ? b : a)),
      )
    ).map((other) => [other.id, other]),
  );
  return {
    suggestions: found.flatMap(({ a, b, likeness, why, unsure }) => {
      const other = others.get(a === id ? b : a);
      return other ? [{ other: nodeCard(other), likeness, why, unsure }] : [];
    }),
    decisions: readDecisions(store.decisions).filter((decision) => isAbout(decision, node)),
  };
}

/** Writes a decision about two entities down and applies it. */
export async function decide(
  store: Store,
  {
    decision,
    a,
    b,
    reason,
  }: { decision: "same" | "different" | "unsure"; a: string; b: string; reason: string },
): Promise<DecisionAnswer> {
  const [one, other] = [await nodeOf(store, a), await nodeOf(store, b)];
  if (a === b || text(one.properties.type) !== text(other.properties.type)) throw notAlike();
  return apply(store, { decision, a: sideOf(one), b: sideOf(other), reason }, a);
}

/** Takes a decision back. `at` is the entity that is looked at. */
export async function undo(
  store: Store,
  { a, b, at }: { a: DecisionSide; b: DecisionSide; at: string },
): Promise<DecisionAnswer> {
  const inForce = readDecisions(store.decisions).find(
    (made) => JSON.stringify([made.a, made.b]) === JSON.stringify([a, b]),
  );
  if (!inForce) throw notDecided();
  return apply(store, { ...inForce, decision: "undo", reason: "" }, at);
}

async function apply(store: Store, decision: Decision, at: string): Promise<DecisionAnswer> {
  recordDecision(store.decisions, decision);
  const change = await store.decide();
  const [node] = await nodesOf(store, [at]);
  return { change, node: node?.id ?? (await byName(store, decision.a)) };
}

async function byName(store: Store, { name, type }: DecisionSide): Promise<string | null> {
  const hits = await ask(store, "search", { q: name, limit: 50 });
  const hit = hits.map(({ node }) => node).find((node) => isNode(node) && isNamed(node, name, type));
  return isNode(hit) ? hit.id : null;
}

async function nodesOf(store: Store, ids: string[]): Promise<NodeCell[]> {
  const rows = ids.length === 0 ? [] : await ask(store, "nodes", { ids });
  return rows.map(({ node }) => node as Cell).filter(isNode);
}

async function nodeOf(store: Store, id: string): Promise<NodeCell> {
  const [node] = await nodesOf(store, [id]);
  if (!node) throw new NotFound("entity", id);
  return node;
}

function sideOf({ properties: { name, type, scope } }: NodeCell): DecisionSide {
  return { type: text(type), name: text(name), ...(scope === undefined ? {} : { scope: text(scope) }) };
}

const isNamed = ({ properties }: NodeCell, name: string, type: string): boolean =>
  text(properties.type) === type &&
  [text(properties.name), ...texts(properties.aliases)].some((one) => key(one) === key(name));

const isAbout = ({ a, b }: Decision, node: NodeCell): boolean =>
  [a, b].some(
    ({ type, name, scope }) =>
      isNamed(node, name, type) && (scope === undefined || scope === text(node.properties.scope)),
  );

const notAlike = (): ServerError =>
  new ServerError(400, {
    who: "same",
    what: {
      zh: "只能判定两个不同的、类型相同的实体",
      en: "a decision is about two different entities of one type",
    },
    advice: { zh: "请另选一个同类型的实体。", en: "Choose another entity of the same type." },
  });

const notDecided = (): ServerError =>
  new ServerError(409, {
    who: "same",
    what: { zh: "没有这条判定，可能已经撤销", en: "there is no such decision; perhaps it was undone" },
    advice: { zh: "请刷新页面。", en: "Please reload the page." },
  });
