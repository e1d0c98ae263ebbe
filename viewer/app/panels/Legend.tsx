/** The types on the canvas with their counts; a click filters. */
import { Paper, Tooltip, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { ENTITY_TYPES, type EntityType, entityTypes } from "../../../ingest/ontology.ts";
import type { Picture } from "../canvas/picture.ts";
import { isolateType, showAllTypes, showHidden, toggleType } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { TypeMark } from "./TypeMark.tsx";

export function Legend({ picture }: { picture: Picture }) {
  const { say, name } = useSpeech();
  const off = usePart((state) => state.off);
  const hidden = usePart((state) => state.hidden);
  const [folded, setFolded] = useState(() => window.innerWidth < 1100);
  const counts = useMemo(() => countTypes(picture), [picture]);
  const here = entityTypes.filter((type) => counts.get(type));
  if (here.length === 0) return null;
  return (
    <Paper className="legend" shadow="sm" withBorder component="section" aria-label={say("legend")}>
      <UnstyledButton className="legend-head" onClick={() => setFolded(!folded)} aria-expanded={!folded}>
        <span>{say("legend")}</span>
        {folded ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
      </UnstyledButton>
      {!folded && (
        <>
          <ul>
            {here.map((type) => (
              <li key={type}>
                <Tooltip label={say("legendHelp")} openDelay={900} position="right">
                  <UnstyledButton
                    className="legend-row"
                    aria-pressed={!off.includes(type)}
                    onClick={(event) => act(event.altKey ? isolateType(type, entityTypes) : toggleType(type))}
                  >
                    <TypeMark type={type} />
                    <span>{name(ENTITY_TYPES[type])}</span>
                    <b>{counts.get(type)}</b>
                  </UnstyledButton>
                </Tooltip>
              </li>
            ))}
          </ul>
          {off.length > 0 && (
            <UnstyledButton className="legend-link" onClick={() => act(showAllTypes())}>
              {say("legendAll")}
            </UnstyledButton>
          )}
          {hidden.length > 0 && (
            <UnstyledButton className="legend-link" onClick={() => act(showHidden())}>
              {say("showHidden", { n: hidden.length })}
            </UnstyledButton>
          )}
          <p className="legend-sum" aria-live="polite">
            {say("onCanvas", { n: picture.nodes.size, m: picture.edges.size })}
          </p>
        </>
      )}
    </Paper>
  );
}

function countTypes({ nodes }: Picture): Map<EntityType, number> {
  const counts = new Map<EntityType, number>();
  for (const { type } of nodes.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
