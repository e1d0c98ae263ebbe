/** Indicators of the compared districts: a plot and a table by year, target beside actual; a value opens its sentence. */
import { TextInput, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { BOUNDS, MEASURES, OBSERVATION_KINDS } from "../../../ingest/ontology.ts";
import type { EvidenceRef, NodeCard } from "../../server/api.ts";
import type { ComparedIndicator, DistrictFigure } from "../../server/compare/shapes.ts";
import { ask } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { ErrorNote } from "../panels/ErrorNote.tsx";
import { amountOf } from "../panels/Figures.tsx";
import { Sentences } from "../panels/Sentences.tsx";
import { useAnswer } from "../panels/useAnswer.ts";
import { openFact } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { DistrictMark } from "./marks.tsx";
import { Plot } from "./Plot.tsx";

const FIRST = 8;

export function Figures({
  indicators,
  districts,
}: {
  indicators: ComparedIndicator[];
  districts: NodeCard[];
}) {
  const { say } = useSpeech();
  const [query, setQuery] = useState("");
  const [most, setMost] = useState(FIRST);
  const wanted = query.trim();
  const found = indicators.filter(({ indicator }) => indicator.includes(wanted));
  return (
    <section>
      <div className="compare-section-head">
        <h2>{say("compareFigures")}</h2>
        <TextInput
          size="xs"
          leftSection={<IconSearch size={14} />}
          placeholder={say("compareFind")}
          aria-label={say("compareFind")}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <small>{say("compareKey")}</small>
      </div>
      {found.length === 0 && <p className="compare-note">{say("compareNoFigure", { q: wanted })}</p>}
      {found.slice(0, most).map((indicator) => (
        <Indicator
          key={`${indicator.indicator} ${indicator.measure} ${indicator.unit}`}
          indicator={indicator}
          districts={districts}
        />
      ))}
      {found.length > most && (
        <UnstyledButton className="more" onClick={() => setMost(most + 20)}>
          {say("showMore", { n: found.length - most })}
        </UnstyledButton>
      )}
    </section>
  );
}

function Indicator({ indicator, districts }: { indicator: ComparedIndicator; districts: NodeCard[] }) {
  const { name } = useSpeech();
  const opened = usePart((state) => state.fact);
  const { figures, measure, unit } = indicator;
  const fact = figures.find((figure) => keyOf(figure) === opened);
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => b - a);
  const title = visible(indicator.indicator.slice(0, 60));
  return (
    <article className="compare-indicator">
      <h3>
        {title}{" "}
        <small>
          {[measure === "growth" ? name(MEASURES.growth) : "", unit ? visible(unit) : ""]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </h3>
      <div className="compare-pair">
        <Plot indicator={indicator} districts={districts} />
        <div className="compare-scroll">
          <Table title={title} years={years} figures={figures} districts={districts} />
        </div>
      </div>
      {fact && (
        <Said
          key={keyOf(fact)}
          id={fact.id}
          names={[districts.find(({ id }) => id === fact.district)?.name ?? "", fact.indicator].filter(
            Boolean,
          )}
        />
      )}
    </article>
  );
}

function Said({ id, names }: { id: string; names: string[] }) {
  const answer = useAnswer(`said ${id}`, () => ask<EvidenceRef[]>(`said/${encodeURIComponent(id)}`, {}));
  if (answer.error) return <ErrorNote error={answer.error} retry={answer.retry} />;
  return answer.value && <Sentences evidence={answer.value} names={names} />;
}

const keyOf = ({ district, id }: DistrictFigure): string => `${district}.${id}`;

function Table({
  title,
  years,
  figures,
  districts,
}: {
  title: string;
  years: number[];
  figures: DistrictFigure[];
  districts: NodeCard[];
}) {
  const { say } = useSpeech();
  return (
    <table className="compare-table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{say("timeline")}</th>
          {districts.map(({ id, name }, index) => (
            <th scope="col" key={id}>
              <DistrictMark index={index} /> {visible(name.slice(0, 30))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {districts.map(({ id }) => (
              <td key={id}>
                {figures
                  .filter((figure) => figure.district === id && figure.year === year)
                  .sort((a, b) => Number(a.kind === "target") - Number(b.kind === "target"))
                  .map((figure) => (
                    <Value key={figure.id} figure={figure} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ figure }: { figure: DistrictFigure }) {
  const { name, lang, say } = useSpeech();
  const key = keyOf(figure);
  const opened = usePart((state) => state.fact === key);
  const bound = figure.bound === "exact" || figure.value === null ? "" : name(BOUNDS[figure.bound]);
  const amount = figure.value === null ? visible((figure.text ?? "—").slice(0, 40)) : amountOf(figure, lang);
  return (
    <UnstyledButton
      className="compare-value"
      data-kind={figure.kind}
      aria-expanded={opened}
      title={say("evidence")}
      onClick={() => act(openFact(key))}
    >
      {lang === "zh" ? `${amount}${bound}` : `${bound} ${amount}`.trim()}
      {figure.kind !== "actual" && <small>{name(OBSERVATION_KINDS[figure.kind])}</small>}
    </UnstyledButton>
  );
}
