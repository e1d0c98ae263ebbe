/** The districts with what is theirs, and names to click at once. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { ENTITY_TYPES } from "../../../ingest/ontology.ts";
import type { DistrictCard, NodeCard, Overview } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import { CompareStart } from "../compare/Compare.tsx";
import { open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { TypeMark } from "./TypeMark.tsx";

/** Names to click at once: the best attested initiative, project, enterprise and district. */
export function Tries({ overview: { districts } }: { overview: Overview }) {
  const { say } = useSpeech();
  const pick = (cards: NodeCard[]): NodeCard[] => cards.slice(0, 1);
  const first = districts.slice(0, 2);
  const tries = uniqueById([
    ...first.flatMap(({ initiatives }) => pick(initiatives)),
    ...first.flatMap(({ node }) => [node]),
    ...first.flatMap(({ projects }) => pick(projects)),
    ...first.flatMap(({ enterprises }) => pick(enterprises)),
  ]).slice(0, 5);
  if (tries.length === 0) return null;
  return (
    <p className="tries">
      <span>{say("tryThese")}</span>
      {tries.map((card) => (
        <Chip key={card.id} card={card} />
      ))}
    </p>
  );
}

const FIRST_OTHERS = 24;

export function Districts({ districts, others }: { districts: DistrictCard[]; others: NodeCard[] }) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? others : others.slice(0, FIRST_OTHERS);
  return (
    <section>
      <div className="section-head">
        <h2>{say("districts")}</h2>
        <CompareStart ids={districts.map(({ node }) => node.id)} />
      </div>
      {districts.map((district) => (
        <District key={district.node.id} district={district} />
      ))}
      {shown.length > 0 && (
        <p className="others">
          {shown.map((card) => (
            <Chip key={card.id} card={card} />
          ))}
          {others.length > shown.length && (
            <UnstyledButton className="more" onClick={() => setAll(true)}>
              {say("moreDistricts", { n: districts.length + others.length })}
            </UnstyledButton>
          )}
        </p>
      )}
    </section>
  );
}

function District({
  district: { node, within, reports, initiatives, projects, enterprises },
}: {
  district: DistrictCard;
}) {
  const { say } = useSpeech();
  const rows = [
    { word: say("initiatives"), cards: initiatives },
    { word: say("projects"), cards: projects },
    { word: say("enterprises"), cards: enterprises },
  ].filter(({ cards }) => cards.length > 0);
  return (
    <article className="district">
      <header>
        <UnstyledButton className="district-name" onClick={() => act(open(node.id))}>
          {visible(node.name.slice(0, 60))}
        </UnstyledButton>
        <small>{within.map((name) => visible(name)).join(" › ")}</small>
        <small className="district-reports">{say("ofItsReports", { n: reports })}</small>
      </header>
      {rows.map(({ word, cards }) => (
        <div className="district-row" key={word}>
          <h4>{word}</h4>
          <p>
            {cards.map((card) => (
              <Chip key={card.id} card={card} />
            ))}
          </p>
        </div>
      ))}
    </article>
  );
}

function Chip({ card }: { card: NodeCard }) {
  const { name } = useSpeech();
  return (
    <UnstyledButton className="chip" title={name(ENTITY_TYPES[card.type])} onClick={() => act(open(card.id))}>
      <TypeMark type={card.type} size={15} />
      {visible(card.name.slice(0, 40))}
    </UnstyledButton>
  );
}

function uniqueById(cards: NodeCard[]): NodeCard[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}
