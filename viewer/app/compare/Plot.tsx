/** One indicator of several districts over years: lines of what was achieved, hollow marks for targets. */
import { OBSERVATION_KINDS } from "../../../ingest/ontology.ts";
import type { NodeCard } from "../../server/api.ts";
import type { ComparedIndicator, DistrictFigure } from "../../server/compare/shapes.ts";
import { visible } from "../canvas/labels.ts";
import { amountOf } from "../panels/Figures.tsx";
import { useSpeech } from "../words.ts";
import { DASHES, SHAPES } from "./marks.tsx";
import { scale, ticks } from "./scale.ts";

const WIDTH = 420;
const HEIGHT = 190;
const EDGE = { left: 56, right: 18, top: 14, bottom: 26 };

type Point = DistrictFigure & { plotted: number };

export function Plot({ indicator, districts }: { indicator: ComparedIndicator; districts: NodeCard[] }) {
  const { say, name, lang } = useSpeech();
  const points = indicator.figures.filter((figure): figure is Point => figure.plotted !== null);
  if (points.length < 2) return null;
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const values = points.map(({ plotted }) => plotted);
  const steps = ticks(Math.min(...values), Math.max(...values));
  const x = scale(years[0] ?? 0, years.at(-1) ?? 0, EDGE.left + 14, WIDTH - EDGE.right - 10);
  const y = scale(steps[0] ?? 0, steps.at(-1) ?? 1, HEIGHT - EDGE.bottom, EDGE.top);
  return (
    <svg
      className="compare-plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say("comparePlot", { name: indicator.indicator })}
    >
      {steps.map((step) => (
        <g key={step} transform={`translate(0 ${y(step)})`}>
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} />
          <text x={EDGE.left - 7} y={4} textAnchor="end">
            {step.toLocaleString("en-US", { maximumFractionDigits: 4 })}
          </text>
        </g>
      ))}
      {years.filter(everyNth(years.length)).map((year) => (
        <text key={year} x={x(year)} y={HEIGHT - 7} textAnchor="middle">
          {year}
        </text>
      ))}
      {districts.map(({ id }, index) => (
        <polyline
          key={id}
          className={`c${index}`}
          strokeDasharray={DASHES[index]}
          points={lineOf(points, id)
            .map(({ year, plotted }) => `${x(year)},${y(plotted)}`)
            .join(" ")}
        />
      ))}
      {points.map((figure) => {
        const index = districts.findIndex(({ id }) => id === figure.district);
        return (
          <path
            key={`${figure.district} ${figure.id}`}
            className={`c${index}`}
            data-kind={figure.kind}
            d={SHAPES[index]}
            transform={`translate(${x(figure.year)} ${y(figure.plotted)})`}
          >
            <title>
              {[
                visible(districts[index]?.name ?? ""),
                figure.year,
                amountOf(figure, lang),
                name(OBSERVATION_KINDS[figure.kind]),
              ].join(" ")}
            </title>
          </path>
        );
      })}
    </svg>
  );
}

/** One point a year: achieved before estimated. */
function lineOf(points: readonly Point[], district: string): Point[] {
  const byYear = new Map<number, Point>();
  for (const point of points) {
    if (point.district !== district || point.kind === "target") continue;
    const known = byYear.get(point.year);
    if (!known || (known.kind === "estimate" && point.kind === "actual")) byYear.set(point.year, point);
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

/** At most seven years are written under the axis. */
const everyNth =
  (count: number) =>
  (_: number, index: number): boolean =>
    index % Math.ceil(count / 7) === 0;
