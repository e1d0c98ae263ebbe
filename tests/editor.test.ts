/** What the Cypher editor offers, where. `|` is the cursor. */
import { describe, expect, test } from "vitest";
import { offersAt } from "../viewer/app/editor/complete.ts";
import { parametersIn, placeIn, variablesIn } from "../viewer/app/editor/scan.ts";
import { schema } from "../viewer/server/schema.ts";

const SCHEMA = schema();

function offered(marked: string, asked = false, lang: "zh" | "en" = "zh"): string[] {
  const at = marked.indexOf("|");
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return offersAt(text, at, SCHEMA, lang, asked)?.offers.map(({ label }) => label) ?? [];
}

describe("labels and types", () => {
  const labels: [string, string][] = [
    ["MATCH (:|", "District"],
    ["MATCH (n:|", "District"],
    ["MATCH (n:Pro|", "Project"],
    ["MATCH (项目:Pro|", "Project"],
    ["MATCH (n:项|", "Project"],
    ["MATCH (n:District\n  :Pa|", "Park"],
    ["MATCH (d:District)\nOPTIONAL MATCH (d)-->(p:Pro|)\nRETURN d", "Project"],
    ["MATCH (n) WHERE n:Hon|", "Honor"],
    ["MATCH (n:District&Enti|", "Entity"],
    ["MATCH (a)-[r:LOCATED_IN]->(b:Dis|", "District"],
    ["MATCH p = (a:Obs|", "Observation"],
  ];
  test.each(labels)("%s offers the label %s first", (text, label) => {
    expect(offered(text)[0]).toBe(label);
  });
  const types: [string, string][] = [
    ["MATCH (d)-[:PUR|", "PURSUES"],
    ["MATCH (d)-[r:PUR|]->(x)", "PURSUES"],
    ["MATCH (d)-[r:PURSUES|HOS‸", "HOSTS"],
    ["MATCH (d)<-[:位于|", "LOCATED_IN"],
    ["MATCH (d)-[r]->(x) WHERE r:AWA|", "AWARDED"],
    ["MATCH (r)-[:HAS_P|", "HAS_PASSAGE"],
  ];
  test.each(types)("%s offers the type %s first", (text, type) => {
    // a bar within the pattern is no cursor: then ‸ is
    const marked = text.includes("‸") ? text : text.replace("|", "‸");
    const at = marked.indexOf("‸");
    const found = offersAt(marked.replace("‸", ""), at, SCHEMA, "zh", false);
    expect(found?.offers[0]?.label).toBe(type);
    expect(found?.offers.every(({ kind }) => kind === "interface")).toBe(true);
  });
  test("types that the node before can have come first", () => {
    const person = ["AWARDED", "AIMS_FOR", "HOLDS_OFFICE"];
    expect(offered("MATCH (p:Person)-[:|").slice(0, 3)).toEqual(person);
    expect(offered("MATCH (p:Person)\nMATCH (p)-[:|").slice(0, 3)).toEqual(person);
    expect(offered("MATCH (r:Report)-[:|").slice(0, 3)).toEqual(["NAMES", "ABOUT", "HAS_PASSAGE"]);
  });
  test("labels that the relation before leads to come first", () => {
    expect(offered("MATCH (x)-[:IN_INDUSTRY]->(i:|")[0]).toBe("Industry");
  });
  test("each is told in the reader's language", () => {
    const detail = (lang: "zh" | "en"): string | undefined =>
      offersAt("MATCH (n:Proj", 13, SCHEMA, lang, false)?.offers[0]?.detail;
    expect([detail("zh"), detail("en")]).toEqual(["项目", "Project"]);
  });
});

describe("properties", () => {
  test("after a variable whose label is known, only those of the label", () => {
    const milestone = offered("MATCH (m:Milestone)\nWHERE m.|");
    expect(milestone).toEqual(["id", "entity", "stage", "year", "target"]);
    expect(offered("MATCH (d:District) RETURN d.le|")).toEqual(["level"]);
    expect(offered("MATCH (p:Project) RETURN p.le|")).toEqual([]);
  });
  test("after a relationship's variable, those of its types", () => {
    expect(offered("MATCH (a)-[r:HOLDS_OFFICE]->(b) RETURN r.ti|")).toEqual(["title"]);
    expect(offered("MATCH (a)-[r:PURSUES]->(b) RETURN r.ti|")).toEqual([]);
  });
  test("the label may stand after the place, or on another line", () => {
    expect(offered("MATCH (o)\nWHERE o.uni|\nMATCH (o:Observation)")).toEqual(["unit"]);
  });
  test("within the braces of a pattern, at a key and not at a value", () => {
    expect(offered("MATCH (o:Observation {uni|})")).toEqual(["unit"]);
    expect(offered("MATCH (o:Observation {unit: '家', yea|})")).toEqual(["year"]);
    expect(offered("MATCH (a)-[:AWARDED {yea|}]->(h)")).toEqual(["year"]);
    expect(offered("MATCH (o:Observation {year: yea|})")).toEqual([]);
  });
  test("of an unknown variable all", () => {
    expect(offered("RETURN x.indic|")).toEqual(["indicator", "indicators"]);
  });
  test("may be searched by what they mean", () => {
    expect(offered("MATCH (o:Observation) RETURN o.单位|")).toEqual(["unit"]);
  });
  test("a number's point is none", () => {
    expect(offered("RETURN 3.|")).toEqual([]);
    expect(offered("MATCH (a)-[*1..|", true)).toEqual([]);
  });
});

describe("other words", () => {
  test("keywords with two letters, functions with their bracket, variables of the text", () => {
    expect(offered("MAT|")).toEqual(["MATCH", "OPTIONAL MATCH"]);
    expect(offered("M|")).toEqual([]);
    expect(offered("M|", true)).toContain("MATCH");
    const found = offersAt("MATCH (n) RETURN col", 20, SCHEMA, "zh", false);
    expect(found?.offers[0]).toMatchObject({ label: "collect", apply: "collect(", detail: "收成列表" });
    expect(offered("MATCH (district:District) RETURN dist|")[0]).toBe("district");
    expect(offered("MATCH (n) WITH count(n) AS total ORDER BY tot|")[0]).toBe("total");
  });
  test("parameters after a dollar sign, from the head of a saved question and from the text", () => {
    const text = '// param: district text "" 行政区\nMATCH (d:District {name: $district}) WHERE d.since > $|';
    expect(offered(text)).toEqual(["district"]);
    expect(parametersIn("WHERE n.id = $id AND n.name = '$no' // $neither")).toEqual(["id"]);
  });
  test("nothing in strings, comments and quoted names", () => {
    for (const text of [
      "MATCH (n {name: 'MAT|",
      'RETURN "(n:|',
      "// MATCH (n:|",
      "/* n.|",
      "MATCH (n) /* (:| */ RETURN n",
      "RETURN `n.|",
      "RETURN 'it\\'s (n:|'",
    ])
      expect([text, offered(text, true)]).toEqual([text, []]);
  });
  test("after a string or a comment has ended all is as before", () => {
    expect(offered("MATCH (n {name: '星海: ('}) WHERE n:Hon|")[0]).toBe("Honor");
    expect(offered("// MATCH (x:\nMATCH (n:Hon|")[0]).toBe("Honor");
    expect(offered("/* ' */ MATCH (n:Hon|")[0]).toBe("Honor");
  });
});

test("variables are known by all the places that name them; a call is no pattern", () => {
  const text = "MATCH p = (d:District)-[r:PURSUES|HOSTS]->(x) WITH count(d) AS n, x UNWIND [1] AS i RETURN n";
  expect(Object.fromEntries(variablesIn(text))).toEqual({
    ...{ p: [], d: ["District"], r: ["PURSUES", "HOSTS"], x: [], n: [], i: [] },
  });
});

test("every place in any text is answered", () => {
  const text = "MATCH (d:District {name: '云河区'})-[r:PURSUES*1..2]->(:`一 二`) // 完\nRETURN d.name, $x";
  for (let at = 0; at <= text.length; at++)
    expect(["label", "type", "property", "parameter", "word", "none"]).toContain(placeIn(text, at).kind);
});
