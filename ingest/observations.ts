/**
 * The numbers of a report: each measured value with its indicator, unit, year, kind and subject. Passages are read sentence by sentence
 * (observations/passage.ts), rows of tables under their head (observations/rows.ts). Linear in the text.
 */
import { readPassage } from "./observations/passage.ts";
import { nothingRead, type Reading } from "./observations/reading.ts";
import { readCells } from "./observations/rows.ts";
import { bearers } from "./observations/subject.ts";
import { cellsOf, openTable, type Table } from "./observations/table.ts";
import { ignoreAll } from "./observations/tokens.ts";
import type { Context, Observation } from "./types.ts";

/** All observations of a report, in the order of the text; `quote` of each evidence is `text.slice(start, end)`. */
export function findObservations(context: Context): Observation[] {
  return mergeSame(readAll(context).flatMap((reading) => reading.observations));
}

const READINGS = new WeakMap<Context, Reading[]>();

/** One reading a passage; kept with the context, because observations and audit both need it. */
export function readAll(context: Context): Reading[] {
  const kept = READINGS.get(context);
  if (kept) return kept;
  const mentions = bearers(context);
  let table: Table | null = null;
  const readings = context.passages.map((passage) => {
    if (passage.kind !== "row") {
      table = null;
      return readPassage(context, passage, mentions);
    }
    const cells = cellsOf(context.text, passage);
    const opened = openTable(cells, context.report);
    if (!opened) return readCells(context, passage, cells, table);
    table = opened;
    return { ...nothingRead(), ignored: ignoreAll(context.text, passage, "table-head") };
  });
  READINGS.set(context, readings);
  return readings;
}

/** The same statement made twice is one observation with two places of evidence. */
function mergeSame(observations: readonly Observation[]): Observation[] {
  const byKey = new Map<string, Observation>();
  const byFigure = new Map<string, Observation[]>();
  for (const observation of observations) {
    const { subject, indicator, value, unit, year, kind, measure, text } = observation;
    const figure = JSON.stringify([subject, value, unit, year, kind, measure, text]);
    const key = `${figure}${indicator[0]}`;
    const told = byFigure.get(figure) ?? [];
    const same =
      byKey.get(key) ?? (isRow(observation) ? told.find((other) => tellsOf(other, observation)) : undefined);
    if (same) {
      same.evidence.push(...observation.evidence);
      continue;
    }
    const made = { ...observation, evidence: [...observation.evidence] };
    byKey.set(key, made);
    byFigure.set(figure, [...told, made]);
  }
  return [...byKey.values()];
}

const isRow = (observation: Observation): boolean => observation.evidence[0]?.rule === "table-row";

/** 粮食总产量133.77万吨 in a sentence tells what the row 粮食 | 133.77 tells. */
function tellsOf(told: Observation, row: Observation): boolean {
  const noun = row.indicator.reduce((a, b) => (b.length < a.length ? b : a));
  return told.value !== null && told.indicator.some((name) => name.includes(noun));
}
