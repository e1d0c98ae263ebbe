import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decision } from "../cypher/decisions.ts";
import { type Digest, digestOf } from "../cypher/digest.ts";
import { type Resolved, resolve } from "../cypher/resolve.ts";
import { resolver } from "../cypher/resolve-again.ts";
import { rounds } from "./long.ts";
import { type Draft, factsOf } from "./store-facts.ts";

const PLACES = [
  ["江省", "云州市", "云河区"],
  ["江省", "云州市", "星湖区"],
  ["江省", "云州市"],
  ["海省", "临海市", "白鹭县"],
];

/** Names that meet: by core, alias, quoted part, a word before, project and road, place; and some that only seem to. */
const NAMES: Draft["entities"] = [
  ["Initiative", "“九曲”发展战略", "“九曲”战略"],
  ["Initiative", "“九曲”战略"],
  ["Initiative", "“青藤贷”平台"],
  ["Initiative", "“青藤贷”服务"],
  ["Initiative", "“助企暖企行动”"],
  ["Initiative", "干部助企暖企行动"],
  ["Initiative", "银杏谷"],
  ["Park", "银杏谷产业园", "银杏谷"],
  ["Park", "银杏谷"],
  ["Park", "云河低碳产业园"],
  ["Park", "星湖低碳产业园"],
  ["Park", "低碳产业园"],
  ["Project", "银杏大道东延工程", "银杏大道东延"],
  ["Infrastructure", "银杏大道东延"],
  ["Infrastructure", "银杏大道"],
  ["Place", "青藤湖"],
  ["Place", "青藤湖公园", "青藤湖"],
  ["Enterprise", "青藤能源", "银杏谷"],
  ["Enterprise", "青藤能源股份有限公司", "青藤能源"],
  ["Institution", "市民中心"],
  ["Institution", "云河区人民医院", "人民医院"],
  ["Institution", "人民医院"],
  ["District", "白鹭镇", "白鹭"],
];

const ONE: Decision[] = [
  {
    decision: "same",
    a: { type: "Infrastructure", name: "银杏大道" },
    b: { type: "Infrastructure", name: "银杏大道东延" },
    reason: "",
  },
];
const SEVERAL: Decision[] = [
  ...ONE,
  {
    decision: "different",
    a: { type: "Park", name: "银杏谷产业园" },
    b: { type: "Park", name: "银杏谷" },
    reason: "",
  },
  {
    decision: "same",
    a: { type: "Place", name: "青藤湖", scope: "江省/云州市" },
    b: { type: "Enterprise", name: "青藤能源" },
    reason: "",
  },
];

const report = () =>
  fc
    .record({
      chain: fc.constantFrom(...PLACES),
      year: fc.constantFrom(2022, 2023, 2024),
      names: fc.subarray(NAMES, { minLength: 1, maxLength: 9 }),
    })
    .map(({ chain, year, names }) => {
      const entities = names.filter(([, name], i) => names.findIndex(([, other]) => other === name) === i);
      return digestOf(factsOf({ chain, year, lines: ["报告"], entities }));
    });

/** Reports come (in place of those of the same id) or go, and decisions are made. */
const step = () =>
  fc.record({
    come: fc.array(report(), { maxLength: 2 }),
    go: fc.array(fc.nat(20), { maxLength: 1 }),
    decisions: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom([], ONE, SEVERAL) },
    ),
  });

const plain = ({ nodeOf, entities }: Resolved) => ({
  nodeOf: new Map([...nodeOf].sort(([a], [b]) => (a < b ? -1 : 1))),
  entities: [...entities.values()]
    .map(({ members, ...cluster }) => ({
      ...cluster,
      members: members.map(({ report, named }) => `${report} ${named.type} ${named.name}`),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
});

describe("names joined again after a change", () => {
  it("are joined as if all were joined at once, over any history of reports and decisions", () => {
    fc.assert(
      fc.property(
        fc.array(report(), { minLength: 8, maxLength: 14 }),
        fc.array(step(), { minLength: 1, maxLength: 10 }),
        (first, steps) => {
          const again = resolver();
          let digests = new Map<string, Digest>(first.map((digest) => [digest.report.id, digest]));
          let resolved = resolve([...digests.values()]);
          for (const { come, go, decisions = resolved.decisions } of steps) {
            const next = new Map(digests);
            for (const digest of come) next.set(digest.report.id, digest);
            for (const at of go) next.delete([...digests.keys()][at] ?? "");
            resolved = again.again({ digests, resolved }, next, decisions);
            digests = next;
            expect(plain(resolved)).toEqual(plain(resolve([...digests.values()], decisions)));
          }
        },
      ),
      { numRuns: rounds(150, 5000), seed: 20261129 },
    );
  });

  it("leave what was worked out before as it was", () => {
    const digests = PLACES.map((chain, i) =>
      digestOf(factsOf({ chain, year: 2020 + i, lines: ["报告"], entities: NAMES.slice(i, i + 8) })),
    );
    const all = new Map(digests.map((digest) => [digest.report.id, digest]));
    const before = { digests: all, resolved: resolve(digests) };
    const told = plain(before.resolved);
    const less = new Map([...all].slice(1));
    const after = resolver().again(before, less, []);
    expect(plain(before.resolved)).toEqual(told);
    expect(after.nodeOf.has(digests[0]?.report.id ?? "")).toBe(false);
  });
});
