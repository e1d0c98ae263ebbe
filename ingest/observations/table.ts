/**
 * Rows of tables → observations. The first row of a run of rows names the columns (指标, 单位, 2021年（亿元）, 比上年增长（%）); the first
 * cell of words of a row names its indicator. Cells are separated by tabs; offsets are into the text.
 */
import { readQuantity } from "../numerals.ts";
import type { Bound } from "../ontology.ts";
import type { Passage, Range, Report } from "../types.ts";
import type { When } from "./when.ts";

export interface Cell extends Range {
  words: string;
}

export interface Column {
  unit: string | null;
  growth: boolean;
  when: When | null;
  /** Names what is measured: 产量, 指数; empty for years. */
  noun: string;
}

export interface TableFigure extends Range {
  names: string[];
  /** null for words: 全市第一方阵, 高于经济增速. */
  value: number | null;
  unit: string | null;
  text?: string;
  bound: Bound;
  growth: boolean;
  when: When | null;
  claim: Range;
}

export interface Table {
  columns: Column[];
  unitColumn: number;
  nameColumn: number;
}

const NUMBER =
  /^(?:低于|高于|不低于|不高于|不超过|超过?|≥|≤|＞|＜|>|<|约|[[［【〔])?[-－−+]?[0-9][0-9,]*(?:\.[0-9]+)?[%％]?(?:以上|以下|左右|以内)?[\]］】〕]?$/u;
const UNIT_CELL = /^[万亿千百]*[\u4e00-\u9fffA-Za-z%％‰㎡/／（）()·]{1,10}$/u;
const HEAD = /指标|名称|项目|单位|类别|序号|产品|分类|地区/u;
const NAME_HEAD = /^(?!.*属性).*(?:指标|名称|产品|项目)/u;
/** Cells of words that are a figure: 全市第一方阵, 高于经济增速, 与经济增长同步, 完成省下达任务. */
const QUALITY = /第一|前列|同步|高于|低于|快于|不低于|下达|达到|任务|目标|以内|持续|稳定|下降|增长/u;
const SKIPPED = /^(?:序号|指标属性|属性|类别|备注|单位|性质|责任单位|指标类型)$/u;

/** Cells of a row that are not empty of words, with their places. */
export function cellsOf(text: string, passage: Passage): Cell[] {
  const cells: Cell[] = [];
  let start = passage.start;
  for (const raw of text.slice(passage.start, passage.end).split("\t")) {
    cells.push({ words: raw.trim(), start, end: start + raw.length });
    start += raw.length + 1;
  }
  return cells;
}

/** The table that a row begins, null when the row names no columns. */
export function openTable(cells: readonly Cell[], report: Report): Table | null {
  if (cells.length < 2 || cells.some((cell) => NUMBER.test(cell.words))) return null;
  if (!cells.some((cell) => HEAD.test(cell.words) || /20[0-9]{2}年|增长|增速/u.test(cell.words))) return null;
  return {
    columns: cells.map((cell) => readColumn(cell.words, report)),
    unitColumn: cells.findIndex((cell) => /^(?:计量)?单位$/u.test(cell.words)),
    nameColumn: Math.max(
      0,
      cells.findIndex((cell) => NAME_HEAD.test(cell.words)),
    ),
  };
}

function readColumn(words: string, report: Report): Column {
  const inside = /[（(]([^（）()]{1,10})[）)]/u.exec(words)?.[1] ?? null;
  const unit =
    inside !== null && /^[万亿千百]*[^0-9年]{1,8}$/u.test(inside) && !/期|类|市|区/u.test(inside)
      ? inside
      : null;
  const growth = /增长|增速|增幅|±|同比/u.test(words);
  const noun = words
    .replace(/[（(][^（）()]*[）)]/gu, "")
    .replace(
      /20[0-9]{2}年[末底]?|全年|绝对数|数值|指标值|完成情况|实绩|实际|规划|预期|目标值?|年末数|比上年[末底]?|增长|速度|同比|±|[%％\s]/gu,
      "",
    );
  return {
    unit: growth ? "%" : unit,
    growth,
    when: columnWhen(words, report),
    noun: SKIPPED.test(noun) || HEAD.test(noun) ? "" : noun,
  };
}

/** 2025年目标 → 2025, target; 2020年 → 2020, actual. */
function columnWhen(words: string, report: Report): When | null {
  const year = Number(/20[0-9]{2}/u.exec(words)?.[0] ?? 0);
  const reviewed = report.reviewYears[report.reviewYears.length - 1] ?? 0;
  const aims = /目标|规划|预期|计划/u.test(words) || (year > reviewed && report.planYears.includes(year));
  if (/完成情况|实绩|实际|完成值/u.test(words)) return { year: year || reviewed, kind: "actual" };
  if (year === 0 && !aims) return null;
  return {
    year: year || (report.planYears[report.planYears.length - 1] ?? reviewed),
    kind: aims ? "target" : "actual",
  };
}

/** The figures of a row below the head of its table. Columns are counted from the right: a row may have cells more on its left. */
export function readRow(cells: readonly Cell[], table: Table): TableFigure[] {
  const shift = cells.length - table.columns.length;
  const unitCell =
    table.unitColumn < 0
      ? undefined
      : cells.find((cell, index) => index >= table.unitColumn && isUnit(cell.words));
  const named = nameCells(cells, table, unitCell);
  const name = named.at(-1);
  if (!name) return [];
  const bare = name.words
    .replace(
      /^(?:其中|#|[一二三四五六七八九十]+、|[（(][0-9一二三四五六七八九十]+[）)]|[0-9]+[.、])[：:]?/u,
      "",
    )
    .trim();
  const inside = /[（(]([^（）()0-9]{1,8})[）)]$/u.exec(bare)?.[1] ?? null;
  const own = inside !== null && isUnit(inside) ? inside : null;
  const noun = own === null ? bare : bare.replace(/[（(][^（）()]*[）)]$/u, "");
  const names = named[0] !== undefined && named[0] !== name ? [noun, named[0].words + noun] : [noun];
  return cells.flatMap((cell, index) => {
    const column = table.columns[index - shift];
    if (!column || cell.start <= name.start || cell === unitCell) return [];
    if (NUMBER.test(cell.words)) return [figureOf(cell, name, names, column, unitCell?.words ?? own)];
    return QUALITY.test(cell.words) ? [qualityOf(cell, name, names, column)] : [];
  });
}

/** 亿元, %, 万元/人: words that readQuantity takes whole as a unit. */
function isUnit(words: string): boolean {
  return UNIT_CELL.test(words) && readQuantity(`1${words}`, 0)?.end === words.length + 1;
}

/** The cells that name the row, a group before its part: 主要污染物排放减少率 | 氨氮. */
function nameCells(cells: readonly Cell[], table: Table, unitCell: Cell | undefined): Cell[] {
  const words = cells
    .slice(table.nameColumn)
    .filter(
      (cell) =>
        /[\u4e00-\u9fff]{2}/u.test(cell.words) &&
        !SKIPPED.test(cell.words) &&
        !/^(?:预期性|约束性)$/u.test(cell.words),
    );
  return unitCell ? words.filter((cell) => cell.start < unitCell.start) : words.slice(0, 1);
}

const LEAST = /^(?:不低于|高于|超|≥|＞|>)/u;
const MOST = /^(?:低于|不高于|不超过|≤|＜|<)/u;

/** 浓度降低 | % | 11.6 is a fall of 11.6%. */
const FALLING = /(?:降低|下降|减少|削减)$/u;

function figureOf(
  cell: Cell,
  name: Cell,
  names: string[],
  column: Column,
  rowUnit: string | null,
): TableFigure {
  const digits = cell.words.replace(/^[^0-9+－−-]+|[\]］】〕]$/gu, "");
  const noun = names[0] ?? "";
  const unit = /[%％]/u.test(digits) ? "%" : (column.unit ?? rowUnit);
  const falls = unit === "%" && FALLING.test(noun);
  const sign = /^[-－−]/u.test(digits) !== falls ? -1 : 1;
  const quantity = readQuantity(digits.replace(/^[-－−+]/u, ""), 0);
  const bound = LEAST.test(cell.words) ? "min" : MOST.test(cell.words) ? "max" : (quantity?.bound ?? "exact");
  const full = column.noun === "" || noun.endsWith(column.noun) ? names : [noun + column.noun, ...names];
  return {
    start: name.start,
    end: cell.end,
    names: falls ? full.map((one) => one.replace(FALLING, "")) : full,
    value: sign * (quantity?.value ?? 0),
    unit: unit === "" ? null : unit,
    bound,
    growth: falls || column.growth || /(?:增速|增长率?|增幅)$/u.test(noun),
    when: column.when,
    claim: { start: cell.start, end: cell.end },
  };
}

function qualityOf(cell: Cell, name: Cell, names: string[], column: Column): TableFigure {
  const range = { start: name.start, end: cell.end };
  const growth = column.growth || /增速|增长/u.test(cell.words);
  return {
    ...range,
    names,
    value: null,
    unit: null,
    text: cell.words,
    bound: "exact",
    growth,
    when: column.when,
    claim: range,
  };
}
