/** Projects of the compared districts by the stage that they have reached, or aim for. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { STAGES, type Stage, stages } from "../../../ingest/ontology.ts";
import type { NodeCard } from "../../server/api.ts";
import type { ComparedProject } from "../../server/compare/shapes.ts";
import { visible } from "../canvas/labels.ts";
import { open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { DistrictMark } from "./marks.tsx";

export function Projects({ projects, districts }: { projects: ComparedProject[]; districts: NodeCard[] }) {
  const { say, name } = useSpeech();
  return (
    <section>
      <div className="compare-section-head">
        <h2>{say("compareProjects")}</h2>
      </div>
      {projects.length === 0 ? (
        <p className="compare-note">{say("noProjects")}</p>
      ) : (
        <div className="compare-scroll">
          <table className="compare-table compare-projects" aria-label={say("compareProjects")}>
            <thead>
              <tr>
                <th scope="col">{say("stage")}</th>
                {districts.map((district, index) => (
                  <th scope="col" key={district.id}>
                    <DistrictMark index={index} /> {visible(district.name.slice(0, 30))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...stages].reverse().map((stage) => (
                <tr key={stage}>
                  <th scope="row">{name(STAGES[stage])}</th>
                  {districts.map(({ id }) => (
                    <td key={id}>
                      <List projects={projects.filter(isAt(stage, id))} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const isAt =
  (stage: Stage, district: string) =>
  (project: ComparedProject): boolean =>
    project.stage === stage && project.district === district;

const FIRST = 6;

function List({ projects }: { projects: ComparedProject[] }) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  if (projects.length === 0) return <span className="compare-note">{say("nothingHere")}</span>;
  return (
    <ul>
      {(all ? projects : projects.slice(0, FIRST)).map(({ id, name, year, target }) => (
        <li key={id}>
          <UnstyledButton onClick={() => act(open(id))}>
            {visible(name.slice(0, 50))} <small>{year}</small>
            {target && <small className="compare-target">{say("target")}</small>}
          </UnstyledButton>
        </li>
      ))}
      {!all && projects.length > FIRST && (
        <li>
          <UnstyledButton className="more" onClick={() => setAll(true)}>
            {say("showMore", { n: projects.length - FIRST })}
          </UnstyledButton>
        </li>
      )}
    </ul>
  );
}
