/** Rows of tables as readings. */
import type { Context, Observation, Passage } from "../types.ts";
import { withOfficial } from "./observe.ts";
import { nothingRead, overlap, type Reading } from "./reading.ts";
import { type Cell, readRow, type Table, type TableFigure } from "./table.ts";
import { ignoreAll } from "./tokens.ts";
import { passageWhen } from "./when.ts";

/** A row under the head of its table; where no head names the columns, its cells stay unclaimed. */
export function readCells(
  context: Context,
  passage: Passage,
  cells: readonly Cell[],
  table: Table | null,
): Reading {
  const ignored = ignoreAll(context.text, passage, "table-cell");
  if (table === null) return { ...nothingRead(), unclaimed: ignored };
  const figures = readRow(cells, table);
  const claimed = figures.flatMap((figure) => (figure.value === null ? [] : [figure.claim]));
  return {
    observations: figures.map((figure) => observeFigure(context, passage, figure)),
    claimed,
    ignored: ignored.filter((item) => !claimed.some((claim) => overlap(claim, item))),
    unclaimed: [],
  };
}

function observeFigure(context: Context, passage: Passage, figure: TableFigure): Observation {
  const { start, end, names, value, unit, bound } = figure;
  const when = figure.when ?? passageWhen(passage, "", context.report);
  const observation: Observation = {
    subject: context.report.district,
    indicator: withOfficial(names),
    value,
    unit,
    year: when.year,
    kind: when.kind,
    bound,
    measure: figure.growth ? "growth" : "level",
    evidence: [
      { passage: passage.index, start, end, quote: context.text.slice(start, end), rule: "table-row" },
    ],
  };
  if (figure.text !== undefined) observation.text = figure.text;
  return observation;
}
