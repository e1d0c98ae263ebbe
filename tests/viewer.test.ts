/** The page's pure parts, without a browser. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entityTypes } from "../ingest/ontology.ts";
import { fromAddress, toAddress } from "../viewer/app/address.ts";
import { walk } from "../viewer/app/canvas/keys.ts";
import {
  type LabelPlace,
  type LabelWish,
  labelText,
  placeLabels,
  visible,
} from "../viewer/app/canvas/labels.ts";
import {
  type EdgeData,
  edgeLook,
  mix,
  type NodeData,
  nodeLook,
  passes,
  type Sight,
} from "../viewer/app/canvas/reducers.ts";
import { csvOf } from "../viewer/app/export/files.ts";
import { toSvg } from "../viewer/app/export/svg.ts";
import { districtLayout } from "../viewer/app/layout/districts.ts";
import { forceLayout } from "../viewer/app/layout/force.ts";
import { radialLayout } from "../viewer/app/layout/radial.ts";
import { yearLayout } from "../viewer/app/layout/year.ts";
import { INKS, LOOKS } from "../viewer/app/palette.ts";
import { cutSentence, markPieces } from "../viewer/app/panels/sentence.ts";
import {
  type Change,
  choose,
  collapse,
  expand,
  hide,
  isolateType,
  open,
  pin,
  START,
  type State,
  toggleType,
} from "../viewer/app/state.ts";
import { WORDS } from "../viewer/app/words.ts";

const stateAfter = (...changes: Change[]): State => changes.reduce((state, change) => change(state), START);

describe("labels", () => {
  const overlap = (a: LabelPlace, b: LabelPlace): boolean =>
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    Math.abs(a.middle - b.middle) < (a.height + b.height) / 2;
  const wish = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 600 }),
    radius: fc.integer({ min: 3, max: 20 }),
    width: fc.integer({ min: 10, max: 220 }),
    weight: fc.integer({ min: 0, max: 100 }),
  });
  const within = { width: 900, height: 600 };

  test("never overlap, whatever is on the canvas, and stay inside it", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 120 }), (list) => {
        const wishes = list.map(
          (item, index): LabelWish => ({ ...item, id: `${index}`, text: "名", height: 17, force: false }),
        );
        const places = placeLabels(wishes, wishes, within);
        for (const [index, place] of places.entries()) {
          expect(place.left >= 0 && place.left + place.width <= within.width).toBe(true);
          for (const other of places.slice(index + 1)) expect(overlap(place, other)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the weightier of two in one place is drawn, and none under the legend", () => {
    const base = { text: "名", x: 50, y: 50, radius: 5, width: 300, height: 17, force: false };
    const light: LabelWish = { ...base, id: "light", weight: 1 };
    const heavy: LabelWish = { ...base, id: "heavy", weight: 2 };
    expect(placeLabels([light, heavy], [], { width: 400, height: 100 }).map(({ id }) => id)[0]).toBe("heavy");
    expect(
      placeLabels([heavy], [], { width: 400, height: 100 }, [{ left: 0, top: 0, right: 400, bottom: 100 }]),
    ).toEqual([]);
  });

  test("long names are cut at whole characters, what cannot be seen is dropped", () => {
    expect(labelText("长荡湖")).toBe("长荡湖");
    expect(labelText("一二三四五六七八九十甲乙丙丁戊")).toBe("一二三四五六七八九十甲乙丙…");
    expect([...labelText("𠀀".repeat(30))]).toHaveLength(14);
    expect(visible("倒\u202e序\u200b集\u0007团\nA")).toBe("倒序集团 A");
  });
});

describe("the address", () => {
  test("gives back every state that it was made from", () => {
    const state = stateAfter(
      open("eA_1"),
      expand("eA_1", "PURSUES", "out"),
      open("eB-2"),
      hide("eC3"),
      pin("eA_1", [-12, 34]),
      toggleType("Person"),
      choose("eB-2"),
    );
    expect(fromAddress(toAddress(state))).toEqual(state);
  });

  test("of another page, or broken, or hostile, leads to the start", () => {
    for (const hash of [
      "",
      "#",
      "#/nowhere?x=1",
      "#/graph",
      "#/graph?steps=~~.~q.x",
      "#/report",
      "#/graph?steps=x.a.DROP.out",
    ])
      expect(fromAddress(hash).view).toBe("start");
    fc.assert(fc.property(fc.string(), (text) => void fromAddress(`#/graph?${text}`)));
  });
});

describe("changes of the state", () => {
  test("opening twice adds one step; from the start page a new canvas begins", () => {
    expect(stateAfter(open("a"), open("b"), open("a")).steps).toEqual([
      { do: "open", id: "a" },
      { do: "open", id: "b" },
    ]);
    expect(stateAfter(open("a")).chosen).toBe("a");
  });
  test("collapsing takes away what was opened and expanded there, but never the last", () => {
    expect(stateAfter(open("a"), open("b"), expand("b", "HOSTS", "out"), collapse("b")).steps).toEqual([
      { do: "open", id: "a" },
    ]);
    expect(stateAfter(open("a"), collapse("a")).steps).toHaveLength(1);
  });
  test("isolating a type hides all others, and again shows all", () => {
    const alone = stateAfter(isolateType("Project", entityTypes));
    expect(alone.off).toHaveLength(entityTypes.length - 1);
    expect(isolateType("Project", entityTypes)(alone).off).toEqual([]);
  });
  test("what is hidden is no longer chosen", () => {
    expect(stateAfter(open("a"), hide("a")).chosen).toBeNull();
  });
});

describe("how things look", () => {
  const sight: Sight = {
    ground: "light",
    off: new Set(),
    hidden: new Set(),
    pinned: new Set(),
    chosen: null,
    hovered: null,
    near: null,
    reports: null,
    years: null,
    basis: null,
    path: null,
    picked: new Set(),
    size: "reports",
    groups: null,
  };
  const node: NodeData = {
    x: 0,
    y: 0,
    size: 8,
    name: "星海科技",
    type: "Enterprise",
    reports: ["r1"],
    degree: 1,
    hub: false,
  };
  const edge: EdgeData = {
    relation: "LOCATED_IN",
    year: 2023,
    basis: "stated",
    reports: ["r1"],
    curvature: 0,
  };

  test("a node has its type's colour and character on either ground", () => {
    expect(nodeLook("a", node, sight)).toMatchObject({
      color: LOOKS.Enterprise.light,
      mark: "企",
      label: "星海科技",
      hidden: false,
    });
    expect(nodeLook("a", node, { ...sight, ground: "dark" }).color).toBe(LOOKS.Enterprise.dark);
  });
  test("a type that is off, and a hidden node, are not drawn", () => {
    expect(nodeLook("a", node, { ...sight, off: new Set(["Enterprise"] as const) }).hidden).toBe(true);
    expect(nodeLook("a", node, { ...sight, hidden: new Set(["a"]) }).hidden).toBe(true);
    expect(edgeLook("e", edge, "a", "b", { ...sight, hidden: new Set(["b"]) }, "位于").hidden).toBe(true);
  });
  test("away from the focus all is dimmed, its own relations are named", () => {
    const focused = { ...sight, chosen: "a", near: new Set(["a", "b"]) };
    expect(nodeLook("c", node, focused).dim).toBe(true);
    expect(nodeLook("b", node, focused).dim).toBe(false);
    expect(edgeLook("e", edge, "a", "b", focused, "位于").label).toBe("位于 2023");
    expect(edgeLook("e", edge, "c", "b", focused, "位于").label).toBe("");
  });
  test("the filter by report, year and basis lets through only what is said there", () => {
    expect(passes(edge, { reports: new Set(["r2"]), years: null, basis: null })).toBe(false);
    expect(passes(edge, { reports: new Set(["r1"]), years: [2022, 2023], basis: "stated" })).toBe(true);
    expect(passes(edge, { reports: null, years: [2020, 2022], basis: null })).toBe(false);
    expect(passes(edge, { reports: null, years: null, basis: "report" })).toBe(false);
    expect(nodeLook("a", node, { ...sight, reports: new Set(["r2"]) }).dim).toBe(true);
  });
  test("a shown path stands out, the rest is dimmed", () => {
    const walked = { ...sight, path: new Set(["a", "e"]) };
    expect(nodeLook("a", node, walked).dim).toBe(false);
    expect(nodeLook("b", node, walked).dim).toBe(true);
    const width = (id: string): number => edgeLook(id, edge, "a", "b", walked, "位于").size;
    expect(width("e")).toBeGreaterThan(width("f"));
  });
  test("colours mix, and no two types share one", () => {
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    for (const ground of ["light", "dark"] as const)
      expect(new Set(Object.values(LOOKS).map((look) => look[ground])).size).toBe(entityTypes.length);
    expect(new Set(Object.values(LOOKS).map(({ mark }) => mark)).size).toBe(entityTypes.length);
  });
  test("every type is told from its ground, and its character from its disc", () => {
    for (const ground of ["light", "dark"] as const)
      for (const look of Object.values(LOOKS)) {
        expect(contrast(look[ground], INKS[ground].ground)).toBeGreaterThan(3);
        expect(contrast(look[ground], INKS[ground].markInk)).toBeGreaterThan(3);
      }
  });
});

/** WCAG 2 contrast of two colours. */
function contrast(a: string, b: string): number {
  const light = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [light(a), light(b)].sort((one, two) => one - two);
  return (high + 0.05) / (low + 0.05);
}

test("arrows walk to what lies in their direction", () => {
  const from = { id: "a", x: 0, y: 0 };
  const others = [
    { id: "right", x: 100, y: 10 },
    { id: "far", x: 300, y: 0 },
    { id: "below", x: 5, y: 80 },
  ];
  expect(walk(from, others, "ArrowRight")).toBe("right");
  expect(walk(from, others, "ArrowDown")).toBe("below");
  expect(walk(from, others, "ArrowUp")).toBeNull();
  expect(walk(from, others, "Enter")).toBeNull();
});

describe("files", () => {
  const node = {
    ...{ id: "n", name: 'a "b"<c>', type: "Enterprise" as const, aliases: [], confidence: 1 },
    ...{ since: 2022, reports: ["r"], mentions: 1 },
  };
  test("CSV quotes what must be and lets no cell become a formula", () => {
    expect(csvOf(["a"], [['x"y,z'], ["=1+1"], ["-3.5"], ["-x"]])).toBe(
      `\ufeffa\r\n"x""y,z"\r\n'=1+1\r\n-3.5\r\n'-x\r\n`,
    );
  });
  test("SVG holds names as text only", () => {
    const svg = toSvg({
      ...{ width: 100, height: 80, ground: "#ffffff", halo: "#ffffff", markInk: "#ffffff" },
      lines: [
        { from: { x: 0, y: 0 }, to: { x: 50, y: 0 }, reach: 5, color: "#000000", size: 1, curvature: 0.2 },
      ],
      loops: [{ id: "l", x: 60, y: 10, radius: 7, color: "#000000", size: 1 }],
      discs: [{ id: "n", x: 50, y: 0, radius: 9, color: "#000000", border: "#ffffff", mark: "企" }],
      writings: [{ text: node.name, left: 60, middle: 0, size: 12, bold: false, color: "#000000" }],
    });
    expect(svg).toContain("a &#34;b&#34;&#60;c&#62;");
    expect(svg).not.toContain("<c>");
    expect(svg).toContain('<circle cx="60" cy="10" r="7" fill="none"');
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
  });
});

describe("sentences", () => {
  const text = "经济稳中有进。云河区深入推进“三湖”创新带建设；其他工作有序开展。";
  const at = (words: string): { start: number; end: number } => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });

  test("are cut out whole around the words that say a fact", () => {
    const { start, end } = cutSentence(text, at("推进"));
    expect(text.slice(start, end)).toBe("云河区深入推进“三湖”创新带建设；");
    expect(cutSentence("短句", { start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
    expect(cutSentence("短句", { start: 50, end: 99 })).toEqual({ start: 0, end: 2 });
  });
  test("without an end are cut within bounds", () => {
    const endless = "长".repeat(50_000);
    const { start, end } = cutSentence(endless, { start: 25_000, end: 25_010 });
    expect(end - start).toBeLessThan(600);
  });
  test("come in pieces that together are the text, with the words and the names marked", () => {
    const pieces = markPieces(text, at("云河区深入推进"), ["云河区", "“三湖”创新带", "云河"]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter(({ named }) => named).map((piece) => piece.text)).toEqual([
      "云河区",
      "“三湖”创新带",
    ]);
    expect(pieces.filter(({ said }) => said).map((piece) => piece.text)).toEqual(["云河区", "深入推进"]);
  });
});

describe("layouts", () => {
  const nodes = Array.from({ length: 40 }, (_, index) => ({
    id: `n${index}`,
    type: index % 2 ? "Project" : "Enterprise",
    radius: 8,
  }));
  const edges = nodes.slice(1).map(({ id }, index) => ({ from: id, to: `n${index % 3}` }));

  test("are the same for the same graph, without overlapping discs", () => {
    const at = forceLayout(nodes, edges);
    expect(forceLayout(nodes, edges)).toEqual(at);
    const places = Object.values(at);
    for (const [index, [x, y]] of places.entries())
      for (const [otherX, otherY] of places.slice(index + 1))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(15);
  });
  test("around one node put its neighbours on one ring", () => {
    const star = nodes.slice(0, 9);
    const at = radialLayout(
      star,
      star.slice(1).map(({ id }) => ({ from: "n0", to: id })),
      "n0",
    );
    const reaches = star.slice(1).map(({ id }) => Math.round(Math.hypot(...(at[id] as [number, number]))));
    expect(at.n0).toEqual([0, 0]);
    expect(new Set(reaches).size).toBe(1);
  });
  test("by year go from left to right", () => {
    const { positions, columns } = yearLayout([
      { id: "late", type: "Project", since: 2024, name: "" },
      { id: "early", type: "Project", since: 2022, name: "" },
      { id: "unknown", type: "Project", since: null, name: "" },
    ]);
    expect(columns.map(({ label }) => label)).toEqual(["—", "2022", "2024"]);
    expect((positions.early?.[0] ?? 0) < (positions.late?.[0] ?? 0)).toBe(true);
  });
  test("of districts put what is shared between them", () => {
    const member = (id: string) => ({ id, type: "Initiative" });
    const at = districtLayout([
      { hub: "a", members: [member("own"), member("both")] },
      { hub: "b", members: [member("both")] },
    ]);
    const [a, b, both] = [at.a, at.b, at.both] as [[number, number], [number, number], [number, number]];
    expect(Math.abs(both[0] - (a[0] + b[0]) / 2)).toBeLessThan(90);
    expect(Math.abs(both[1] - (a[1] + b[1]) / 2)).toBeLessThan(90);
    expect(Object.keys(at).sort()).toEqual(["a", "b", "both", "own"]);
  });
});

test("every word of the page is there in Chinese and English, with the same values", () => {
  const values = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();
  for (const { zh, en } of Object.values(WORDS)) {
    expect(zh).not.toBe("");
    expect(values(en)).toEqual(values(zh));
  }
});
