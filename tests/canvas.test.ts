/** The canvas's pure parts: shapes of edges, which labels are looked at, where they go. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LabelPlace, type LabelWish, placeLabels } from "../viewer/app/canvas/labels.ts";
import { createLevels } from "../viewer/app/canvas/levels.ts";
import { curvaturesOf } from "../viewer/app/canvas/parallel.ts";
import { bendOf, distanceTo, distanceToRing, pointAt, ringOf } from "../viewer/app/canvas/shape.ts";
import { chooseRelation, START } from "../viewer/app/state.ts";

describe("edges", () => {
  const straight = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, curvature: 0 };
  const bent = { ...straight, curvature: 0.4 };
  test("a place is as far from a straight line as it is aside", () => {
    expect(distanceTo(straight, { x: 50, y: 7 })).toBe(7);
    expect(distanceTo(straight, { x: 103, y: 4 })).toBe(5);
    expect(distanceTo({ ...straight, to: straight.from }, { x: 3, y: 4 })).toBe(5);
  });
  test("a bent line is met on its curve, not on the straight between its ends", () => {
    expect(bendOf(bent)).toEqual({ x: 50, y: -40 });
    const middle = pointAt(bent, 0.5);
    expect(middle).toEqual({ x: 50, y: -20 });
    expect(distanceTo(bent, middle)).toBeLessThan(0.5);
    expect(distanceTo(bent, { x: 50, y: 0 })).toBeGreaterThan(15);
    expect([pointAt(bent, 0), pointAt(bent, 1)]).toEqual([bent.from, bent.to]);
  });
  test("only edges that share both ends are bent, each to another side or further", () => {
    const edge = (id: string, from: string, to: string) => ({ id, from, to });
    const bends = curvaturesOf([
      ...[edge("1", "a", "b"), edge("2", "a", "c"), edge("3", "a", "c"), edge("4", "c", "d")],
      ...[edge("5", "d", "c"), edge("6", "a", "a"), edge("7", "a", "a")],
    ]);
    expect([...bends.keys()]).toEqual(["2", "3", "4", "5"]);
    expect(bends.get("3")).toBeGreaterThan(bends.get("2") ?? 1);
  });
  test("loops of one node lie around each other, and touch its disc", () => {
    const [one, two] = [ringOf({ x: 0, y: 0 }, 10, 0), ringOf({ x: 0, y: 0 }, 10, 1)];
    expect(two.radius).toBeGreaterThan(one.radius);
    for (const ring of [one, two]) {
      const off = Math.hypot(ring.x, ring.y);
      expect(off - ring.radius).toBeLessThan(10);
      expect(off + ring.radius).toBeGreaterThan(10);
    }
    expect(distanceToRing(one, { x: one.x + one.radius, y: one.y })).toBeCloseTo(0);
    expect(distanceToRing(one, one)).toBe(one.radius);
  });
  test("a clicked relation opens in the panel of the end that is chosen, else of the one it goes out from", () => {
    const chosen = (id: string | null) => chooseRelation("f", "a", "b")({ ...START, chosen: id });
    expect([chosen("b").chosen, chosen("a").chosen, chosen(null).chosen, chosen("c").chosen]).toEqual([
      ...["b", "a", "a", "a"],
    ]);
    expect(chosen("b").fact).toBe("f");
  });
});

describe("which labels are looked at", () => {
  const items = Array.from({ length: 3000 }, (_, index) => ({
    id: `n${index}`,
    x: (index % 60) / 60,
    y: Math.floor(index / 60) / 50,
    weight: index % 97,
  }));
  const levels = createLevels(items);
  const whole = { left: -0.2, right: 1.2, low: -0.2, high: 1.2 };
  test("of all in view about as many as are asked for, from every part", () => {
    const found = levels(whole, 260);
    expect(found.length).toBeGreaterThanOrEqual(200);
    expect(found.length).toBeLessThan(400);
    const quarters = new Set(
      found.map((id) => {
        const { x, y } = items[Number(id.slice(1))] ?? { x: 0, y: 0 };
        return `${x < 0.5} ${y < 0.5}`;
      }),
    );
    expect(quarters.size).toBe(4);
  });
  test("the weightiest of a part, and near by all that there are", () => {
    expect(levels(whole, 16).every((id) => Number(id.slice(1)) % 97 > 90)).toBe(true);
    const near = { left: 0.5, right: 0.52, low: 0.5, high: 0.52 };
    const there = items.filter(({ x, y }) => x >= 0.5 && x <= 0.52 && y >= 0.5 && y <= 0.52);
    expect(there.length).toBeGreaterThan(1);
    expect(levels(near, 260)).toEqual(expect.arrayContaining(there.map(({ id }) => id)));
  });
  test("nothing where there is nothing", () => {
    expect(createLevels([])(whole, 100)).toEqual([]);
  });
});

describe("labels", () => {
  const meets = (a: LabelPlace, b: LabelPlace): boolean =>
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    Math.abs(a.middle - b.middle) < (a.height + b.height) / 2;
  const wish = (index: number, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
    ...{ id: `w${index}`, text: "名", x, y, radius: 5, width: 90, height: 17, weight: index, force: false },
    ...more,
  });
  test("never cover one another, forced ones and names of relations included, wherever things lie", () => {
    const place = fc.tuple(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom("plain", "forced", "relation"),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (all) => {
        const wishes = all.map(([x, y, kind], index) =>
          wish(index, x, y, {
            force: kind === "forced",
            ...(kind === "relation"
              ? {
                  spots: [
                    { x, y },
                    { x: x + 20, y: y + 9 },
                  ],
                }
              : {}),
          }),
        );
        const placed = placeLabels(wishes, wishes, { width: 420, height: 320 });
        for (const a of placed) for (const b of placed) expect(a !== b && meets(a, b)).toBe(false);
      }),
    );
  });
  test("a forced one goes over discs, where a common one is left out", () => {
    const crowd = Array.from({ length: 400 }, (_, index) => ({
      x: (index % 20) * 20,
      y: Math.floor(index / 20) * 20,
      radius: 9,
    }));
    const within = { width: 400, height: 400 };
    expect(placeLabels([wish(1, 200, 200)], crowd, within)).toEqual([]);
    expect(placeLabels([wish(1, 200, 200, { force: true })], crowd, within)).toHaveLength(1);
  });
  test("a relation's name is put upon its line, at the first spot that is free", () => {
    const spots = [
      { x: 200, y: 100 },
      { x: 100, y: 100 },
    ];
    const disc = { x: 200, y: 100, radius: 10 };
    const [placed] = placeLabels([wish(1, 0, 0, { spots })], [disc], { width: 400, height: 200 });
    expect([placed?.left, placed?.middle]).toEqual([55, 100]);
  });
});
