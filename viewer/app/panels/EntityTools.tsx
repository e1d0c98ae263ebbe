/** What can be done with an entity: open, pin, hide, find paths, compare, copy, ask in Cypher. */
import { Badge, Button, Group, Menu, Popover } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import {
  IconCheck,
  IconCopy,
  IconEyeOff,
  IconPin,
  IconPinnedFilled,
  IconRoute,
  IconSitemap,
  IconTerminal2,
} from "@tabler/icons-react";
import { RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { EntityFacts, NeighbourCount, NodeCard } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import { CompareThis } from "../compare/Compare.tsx";
import { askQuery, begin, choose, collapse, expand, hide, open, pin, showPath, unpin } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { factText } from "./factText.ts";
import { SearchBox } from "./SearchBox.tsx";
import { Tool } from "./Tool.tsx";
import { useOverview } from "./useAnswer.ts";

export function EntityTools({ facts, picture }: { facts: EntityFacts; picture: Picture | null }) {
  const { say } = useSpeech();
  const { node, counts } = facts;
  const steps = usePart((state) => state.steps);
  const view = usePart((state) => state.view);
  const opened = view === "graph" && steps.some((step) => step.do !== "add" && step.id === node.id);
  const left = picture?.left.get(node.id) ?? 0;
  return (
    <>
      <Group gap={6} mt="sm">
        <Button
          size="compact-md"
          variant={opened ? "default" : "filled"}
          onClick={() => act(opened ? collapse(node.id) : open(node.id))}
        >
          {say(opened ? "collapse" : "expand")}
        </Button>
        {counts.length > 0 && <ExpandMenu id={node.id} counts={counts} />}
        {opened && left > 0 && <small>{say("leftOut", { n: left })}</small>}
      </Group>
      <div className="tools" role="toolbar" aria-label={visible(node.name.slice(0, 60))}>
        <Tool label={say("startHere")} text={say("shortOnly")} onClick={() => act(begin(node.id))}>
          <IconSitemap size={18} />
        </Tool>
        <PinTool id={node.id} picture={picture} />
        <Tool label={say("hide")} text={say("shortHide")} onClick={() => act(hide(node.id))}>
          <IconEyeOff size={18} />
        </Tool>
        <PathMenu id={node.id} />
        {node.type === "District" && <CompareThis id={node.id} />}
        <CopyText facts={facts} />
        <Tool
          label={say("asCypher")}
          text="Cypher"
          onClick={() => act(askQuery({ name: null, cypher: cypherOf(node), parameters: {} }))}
        >
          <IconTerminal2 size={18} />
        </Tool>
      </div>
    </>
  );
}

/** Pins the node where it is drawn, or lets it go. */
function PinTool({ id, picture }: { id: string; picture: Picture | null }) {
  const { say } = useSpeech();
  const pinned = usePart((state) => state.pins[id] !== undefined);
  return (
    <Tool
      label={say(pinned ? "pinned" : "pin")}
      text={say(pinned ? "shortPinned" : "shortPin")}
      pressed={pinned}
      disabled={!pinned && !picture?.positions[id]}
      onClick={() => act(pinned ? unpin(id) : pin(id, picture?.positions[id] ?? [0, 0]))}
    >
      {pinned ? <IconPinnedFilled size={18} /> : <IconPin size={18} />}
    </Tool>
  );
}

/** A question to start from; the id is our own and has no quotes. */
const cypherOf = ({ id, name }: NodeCard): string =>
  `// ${visible(name.slice(0, 60))}\nMATCH (n:Entity {id: ${JSON.stringify(id)}})-[r]-(m:Entity)\nRETURN n, r, m\nLIMIT 100`;

function CopyText({ facts }: { facts: EntityFacts }) {
  const { say, lang } = useSpeech();
  const reports = useOverview().value?.reports ?? [];
  const { copied, copy } = useClipboard();
  return (
    <Tool
      label={say(copied ? "copied" : "copyText")}
      text={say(copied ? "copied" : "shortCopy")}
      onClick={() => copy(factText(facts, reports, lang))}
    >
      {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
    </Tool>
  );
}

function PathMenu({ id }: { id: string }) {
  const { say } = useSpeech();
  return (
    <Popover position="bottom" shadow="md" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Tool label={say("findPath")} text={say("shortPath")}>
          <IconRoute size={18} />
        </Tool>
      </Popover.Target>
      <Popover.Dropdown>
        <SearchBox
          size="sm"
          autoFocus
          inPopover
          namesOnly
          label={say("pathPick")}
          onPick={(other) => {
            act(choose(null));
            act(showPath([id, other]));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function ExpandMenu({ id, counts }: { id: string; counts: NeighbourCount[] }) {
  const { say, name, lang } = useSpeech();
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button size="compact-md" variant="default">
          {say("expandBy")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {counts.map(({ relation, direction, count }) => (
          <Menu.Item
            key={`${relation} ${direction}`}
            onClick={() => act(expand(id, relation, direction))}
            rightSection={
              <Badge variant="light" color="gray" size="sm">
                {count}
              </Badge>
            }
          >
            {relationWord(name(RELATION_TYPES[relation]), direction, lang)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** 推进 → ; ← 推进 for relations that come in. */
const relationWord = (word: string, direction: "out" | "in", lang: "zh" | "en"): string =>
  direction === "out" ? `${word} →` : lang === "zh" ? `← ${word}` : `← ${word}`;
