/** How far a thing has come: its milestones on a line, targets hollow. */
import { STAGES } from "../../../ingest/ontology.ts";
import type { MilestoneFact } from "../../server/api.ts";
import { useSpeech } from "../words.ts";
import { FactRow } from "./FactRow.tsx";

export function Progress({ milestones, names }: { milestones: MilestoneFact[]; names: string[] }) {
  const { say, name } = useSpeech();
  const order = Object.keys(STAGES);
  const sorted = [...milestones].sort(
    (a, b) => a.year - b.year || order.indexOf(a.stage) - order.indexOf(b.stage) || (a.id < b.id ? -1 : 1),
  );
  return (
    <section className="facts">
      <h3>{say("progress")}</h3>
      <div className="progress">
        {sorted.map((fact) => (
          <div key={fact.id} className="progress-row" data-target={fact.target} data-stage={fact.stage}>
            <FactRow id={fact.id} evidence={fact.evidence} names={names}>
              <small className="figure-year">{say("year", { year: fact.year })}</small>
              <span>{name(STAGES[fact.stage])}</span>
              {fact.target && <small className="figure-kind kind-target">{say("target")}</small>}
            </FactRow>
          </div>
        ))}
      </div>
    </section>
  );
}
