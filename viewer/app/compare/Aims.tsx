/** What the compared districts pursue and focus on: first what they share, then what only one of them has. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { RelationType } from "../../../ingest/ontology.ts";
import type { NodeCard } from "../../server/api.ts";
import type { ComparedAim } from "../../server/compare/shapes.ts";
import { visible } from "../canvas/labels.ts";
import { TypeMark } from "../panels/TypeMark.tsx";
import { open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech, type Word } from "../words.ts";
import { DistrictMark } from "./marks.tsx";

const KINDS: [RelationType, Word][] = [
  ["PURSUES", "initiatives"],
  ["FOCUSES_ON", "industries"],
];

export function Aims({ aims, districts }: { aims: ComparedAim[]; districts: NodeCard[] }) {
  const { say } = useSpeech();
  return (
    <section>
      <div className="compare-section-head">
        <h2>{say("compareAims")}</h2>
      </div>
      {KINDS.map(([relation, word]) => (
        <Kind
          key={relation}
          word={word}
          aims={aims.filter((aim) => aim.relation === relation)}
          districts={districts}
        />
      ))}
    </section>
  );
}

function Kind({ word, aims, districts }: { word: Word; aims: ComparedAim[]; districts: NodeCard[] }) {
  const { say } = useSpeech();
  const shared = aims.filter((aim) => aim.districts.length > 1);
  if (aims.length === 0) return null;
  return (
    <div className="compare-aims">
      <h3>{say(word)}</h3>
      <div className="compare-shared">
        <h4>{say("shared")}</h4>
        {shared.length === 0 ? (
          <p className="compare-note">{say("sharedNone")}</p>
        ) : (
          <Chips aims={shared} districts={districts} marked />
        )}
      </div>
      <div className="compare-columns">
        {districts.map(({ id, name }, index) => (
          <div key={id}>
            <h4>
              <DistrictMark index={index} /> {say("onlyIn", { name: visible(name.slice(0, 30)) })}
            </h4>
            <Chips
              aims={aims.filter((aim) => aim.districts.length === 1 && aim.districts[0] === id)}
              districts={districts}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

const FIRST = 12;

function Chips({
  aims,
  districts,
  marked = false,
}: {
  aims: ComparedAim[];
  districts: NodeCard[];
  marked?: boolean;
}) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  if (aims.length === 0) return <p className="compare-note">{say("nothingHere")}</p>;
  return (
    <p className="compare-chips">
      {(all ? aims : aims.slice(0, FIRST)).map(({ node, districts: has }) => (
        <UnstyledButton key={node.id} className="chip" onClick={() => act(open(node.id))}>
          <TypeMark type={node.type} size={15} />
          {visible(node.name.slice(0, 40))}
          {marked && (
            <span className="compare-has">
              {districts.map(
                ({ id, name }, index) =>
                  has.includes(id) && (
                    <span key={id} title={visible(name)}>
                      <DistrictMark index={index} size={11} />
                      <span className="compare-unseen">{visible(name)}</span>
                    </span>
                  ),
              )}
            </span>
          )}
        </UnstyledButton>
      ))}
      {!all && aims.length > FIRST && (
        <UnstyledButton className="more" onClick={() => setAll(true)}>
          {say("showMore", { n: aims.length - FIRST })}
        </UnstyledButton>
      )}
    </p>
  );
}
