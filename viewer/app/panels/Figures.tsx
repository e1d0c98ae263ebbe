/** Indicators over the years: value as the report has it, kind (actual, estimate, target) and bound in words. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { BOUNDS, OBSERVATION_KINDS } from "../../../ingest/ontology.ts";
import type { ObservationFact } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import { usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { Chart } from "./Chart.tsx";
import { FactRow } from "./FactRow.tsx";

const FIRST = 8;

export function Figures({ observations, names }: { observations: ObservationFact[]; names: string[] }) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  const groups = groupsOf(observations);
  const opened = usePart((state) => state.fact);
  const far = groups.slice(FIRST).some(([, group]) => group.some(({ id }) => id === opened));
  const shown = all || far ? groups : groups.slice(0, FIRST);
  return (
    <section className="facts">
      <h3>{say("figures")}</h3>
      {shown.map(([indicator, group]) => (
        <div className="fact-group" key={indicator}>
          <h4>{visible(indicator.slice(0, 60))}</h4>
          {seriesOf(group).map((series) => (
            <Chart key={`${series[0]?.measure} ${series[0]?.unit}`} facts={series} label={indicator} />
          ))}
          {group.map((fact) => (
            <FactRow key={fact.id} id={fact.id} evidence={fact.evidence} names={[...names, fact.indicator]}>
              <Figure fact={fact} />
            </FactRow>
          ))}
        </div>
      ))}
      {groups.length > shown.length && (
        <UnstyledButton className="more" onClick={() => setAll(true)}>
          {say("showMore", { n: groups.length - shown.length })}
        </UnstyledButton>
      )}
    </section>
  );
}

function Figure({ fact }: { fact: ObservationFact }) {
  const { say, name, lang } = useSpeech();
  const bound = fact.bound === "exact" || fact.value === null ? "" : name(BOUNDS[fact.bound]);
  const value = fact.value === null ? visible(fact.text ?? "—") : amountOf(fact, lang);
  return (
    <>
      <small className="figure-year">{say("year", { year: fact.year })}</small>
      <span className="figure-value">{lang === "zh" ? `${value}${bound}` : `${bound} ${value}`.trim()}</span>
      <small className={`figure-kind kind-${fact.kind}`}>{name(OBSERVATION_KINDS[fact.kind])}</small>
    </>
  );
}

/** 增长 6.5% · 下降 10% · 890 亿元 */
export function amountOf(
  { value, unit, measure }: Pick<ObservationFact, "value" | "unit" | "measure">,
  lang: "zh" | "en",
): string {
  if (value === null) return "—";
  const amount = `${Math.abs(value).toLocaleString("en-US", { maximumFractionDigits: 4 })}${spaced(unit)}`;
  if (measure !== "growth") return `${value < 0 ? "−" : ""}${amount}`;
  if (lang === "zh") return `${value < 0 ? "下降" : "增长"} ${amount}`;
  return `${value < 0 ? "−" : "+"}${amount}`;
}

const spaced = (unit: string | null): string =>
  unit === null ? "" : unit === "%" ? "%" : ` ${visible(unit)}`;

/** What can stand in one plot: one measure, one unit. */
function seriesOf(group: readonly ObservationFact[]): ObservationFact[][] {
  const series = new Map<string, ObservationFact[]>();
  for (const fact of group) {
    const key = `${fact.measure} ${fact.unit}`;
    series.set(key, [...(series.get(key) ?? []), fact]);
  }
  return [...series.values()].filter((facts) => new Set(facts.map(({ year }) => year)).size > 1);
}

function groupsOf(observations: readonly ObservationFact[]): [string, ObservationFact[]][] {
  const groups = new Map<string, ObservationFact[]>();
  for (const fact of observations) groups.set(fact.indicator, [...(groups.get(fact.indicator) ?? []), fact]);
  const sorted = [...groups].map(([indicator, group]): [string, ObservationFact[]] => [
    indicator,
    [...group].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1)),
  ]);
  return sorted.sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1));
}
