import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { digestOf } from "../cypher/digest.ts";
import { inFlight } from "../cypher/in-flight.ts";
import { onlyMoved } from "../cypher/moved.ts";
import { pack, unpack } from "../cypher/packed.ts";
import { parts, peek } from "../cypher/parts.ts";
import { seated, seatedAll, slotOf } from "../cypher/slots.ts";
import { factsOf, yunhe2023 } from "./store-facts.ts";

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe("work in flight", () => {
  it("goes on beside, never more pieces at once than allowed, and is all done at the end", async () => {
    const work = inFlight(2);
    let [now, most, done] = [0, 0, 0];
    for (let i = 0; i < 7; i++)
      await work.add(async () => {
        most = Math.max(most, ++now);
        await sleep(2);
        now--;
        done++;
      });
    expect(done).toBeLessThan(7);
    await work.end();
    expect([most, now, done]).toEqual([2, 0, 7]);
  });

  it("tells what went wrong once, then goes on", async () => {
    const work = inFlight(1);
    await work.add(async () => {
      throw new Error("full");
    });
    await expect(work.end()).rejects.toThrow("full");
    await work.add(async () => {});
    await work.end();
  });
});

describe("items that come", () => {
  it("go in groups of a size, the last one smaller", async () => {
    expect(await listed(parts([5, 1, 1, 7, 2], 6, (n) => n))).toEqual([[5, 1], [1, 7], [2]]);
    expect(await listed(parts([], 6, (n: number) => n))).toEqual([]);
  });

  it("can be looked at without being lost, and the source is closed when the reader stops", async () => {
    let closed = false;
    async function* source() {
      try {
        for (let i = 0; i < 5; i++) yield i;
      } finally {
        closed = true;
      }
    }
    const { first, all } = await peek(source(), 3);
    expect(first).toEqual([0, 1, 2]);
    expect(await listed(all)).toEqual([0, 1, 2, 3, 4]);
    const stopped = await peek(source(), 2);
    closed = false;
    for await (const _ of stopped.all) break;
    expect(closed).toBe(true);
    expect((await peek([1], 3)).first).toEqual([1]);
  });
});

describe("facts that are kept", () => {
  it("are the same when they are read again", async () => {
    expect(await unpack(await pack(yunhe2023()))).toEqual(yunhe2023());
  });
});

describe("reports of one slot", () => {
  const [one, two, else_] = [
    digestOf(factsOf({ lines: ["甲"], entities: [] })),
    digestOf(factsOf({ lines: ["乙"], entities: [] })),
    digestOf(factsOf({ year: 2020, lines: ["乙"], entities: [] })),
  ];

  it("have the slot's id alone, and ids by their texts together, in any order", () => {
    expect(seated([one])).toEqual([one]);
    const [a, b] = seated([one, two]).map(({ report }) => report.id);
    expect(new Set([a, b, one.report.id]).size).toBe(3);
    expect(seated([two, one]).map(({ report }) => report.id)).toEqual([b, a]);
    expect(seated([one, two]).map(slotOf)).toEqual([one.report.id, one.report.id]);
    expect(seated([seated([two, one])[1] ?? two])).toEqual([one]);
  });

  it("are told apart among all that come at once", () => {
    const ids = seatedAll([one, else_, two]).map(({ report }) => report.id);
    expect(ids[1]).toBe(else_.report.id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe("rows whose reports got other ids", () => {
  const row = (report: string, start: number) => ({
    id: "f",
    reports: [report],
    passages: [`${report}.3`],
    starts: [start],
    ends: [start + 2],
    rules: ["r"],
  });
  it("have changed only if they say something else", () => {
    const moved = new Map([["Ra", "Rb"]]);
    expect(onlyMoved(row("Ra", 1), row("Rb", 1), moved)).toBe(true);
    expect(onlyMoved(row("Ra", 1), row("Rb", 2), moved)).toBe(false);
    expect(onlyMoved(row("Rc", 1), row("Rb", 1), moved)).toBe(false);
    expect(onlyMoved(row("Ra", 1), row("Ra", 1), new Map())).toBe(false);
  });
});
