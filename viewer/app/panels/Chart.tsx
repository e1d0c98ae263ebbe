/** A small plot of one indicator over years: what was achieved as a line, estimates dotted, targets as hollow diamonds. */
import { MEASURES } from "../../../ingest/ontology.ts";
import type { ObservationFact } from "../../server/api.ts";
import { useSpeech } from "../words.ts";

const WIDTH = 330;
const HEIGHT = 98;
const EDGE = { left: 8, right: 8, top: 30, bottom: 18 };

export function Chart({ facts, label }: { facts: readonly ObservationFact[]; label: string }) {
  const { say, name } = useSpeech();
  const sample = facts[0];
  const points = facts.filter((fact): fact is ObservationFact & { value: number } => fact.value !== null);
  const years = points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (new Set(years).size < 2) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (year: number): number =>
    EDGE.left + 14 + ((WIDTH - EDGE.left - EDGE.right - 28) * (year - first)) / (last - first);
  const y = (value: number): number =>
    high === low
      ? HEIGHT / 2
      : EDGE.top + ((HEIGHT - EDGE.top - EDGE.bottom) * (high - value)) / (high - low);
  const line = points.filter(({ kind }) => kind !== "target").sort((a, b) => a.year - b.year);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say("chartOf", { name: label })}
    >
      <text x={EDGE.left} y={11} className="chart-unit">
        {[sample && sample.measure === "growth" ? name(MEASURES.growth) : "", sample?.unit ?? ""]
          .filter(Boolean)
          .join(" ")}
      </text>
      <polyline
        points={line.map(({ year, value }) => `${x(year)},${y(value)}`).join(" ")}
        className="chart-line"
      />
      {points.map(({ id, year, value, kind }) => (
        <g key={id} transform={`translate(${x(year)} ${y(value)})`} className={`chart-${kind}`}>
          {kind === "target" ? (
            <path d="M0-5 5 0 0 5-5 0Z" />
          ) : (
            <circle r={kind === "estimate" ? 3.2 : 3.6} />
          )}
          <text y={-7}>{value.toLocaleString("en-US", { maximumFractionDigits: 2 })}</text>
        </g>
      ))}
      {[...new Set(years)].map((year) => (
        <text key={year} x={x(year)} y={HEIGHT - 3} className="chart-year">
          {year}
        </text>
      ))}
    </svg>
  );
}
