/** The types on the canvas with their counts; a click filters. */
import { Paper, Tooltip, UnstyledButton, useComputedColorScheme } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { ENTITY_TYPES, type EntityType, entityTypes } from "../../../ingest/ontology.ts";
import { COLORED_GROUPS, type Grouping } from "../canvas/groups.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import { useGrouping } from "../canvas/stage.ts";
import { GROUP_COLORS, INKS } from "../palette.ts";
import { isolateType, showAllTypes, showHidden, toggleType } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { TypeMark } from "./TypeMark.tsx";

export function Legend({ picture }: { picture: Picture }) {
  const { say, name } = useSpeech();
  const off = usePart((state) => state.off);
  const hidden = usePart((state) => state.hidden);
  const [folded, setFolded] = useState(() => window.innerWidth < 1100);
  const grouping = useGrouping();
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
          {grouping && <Groups grouping={grouping} />}
          <ul data-plain={grouping !== null}>
            {here.map((type) => (
              <li key={type} className="legend-type">
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
                <UnstyledButton
                  className="legend-only"
                  aria-label={say("onlyType", { type: name(ENTITY_TYPES[type]) })}
                  onClick={() => act(isolateType(type, entityTypes))}
                >
                  {say("onlyThis")}
                </UnstyledButton>
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

/** What the colours mean where they are not the types'. */
function Groups({ grouping: { groups } }: { grouping: Grouping }) {
  const { say } = useSpeech();
  const ground = useComputedColorScheme("light");
  const others = groups.slice(COLORED_GROUPS);
  return (
    <ul className="legend-groups">
      {groups.slice(0, COLORED_GROUPS).map(({ name, count }, index) => (
        <li key={name} className="legend-row">
          <i style={{ background: GROUP_COLORS[ground][index] }} />
          <span>{visible(name.slice(0, 20))}</span>
          <b>{count}</b>
        </li>
      ))}
      {others.length > 0 && (
        <li className="legend-row">
          <i style={{ background: INKS[ground].faint }} />
          <span>{say("otherGroups", { n: others.length })}</span>
          <b>{others.reduce((sum, { count }) => sum + count, 0)}</b>
        </li>
      )}
    </ul>
  );
}

function countTypes({ nodes }: Picture): Map<EntityType, number> {
  const counts = new Map<EntityType, number>();
  for (const { type } of nodes.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
