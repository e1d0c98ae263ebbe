/** What the graph knows of one entity: names, relations in groups, figures, progress; each fact opens its sentence. */
import { ActionIcon, Badge, Button, Group, Loader, Menu, Popover, Tooltip } from "@mantine/core";
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
  IconX,
} from "@tabler/icons-react";
import { ENTITY_TYPES, LEVELS, RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { EntityFacts, NeighbourCount, NodeCard } from "../../server/api.ts";
import { askEntity } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import { CompareThis } from "../compare/Compare.tsx";
import { Same } from "../same/Same.tsx";
import { askQuery, begin, choose, collapse, expand, hide, open, pin, showPath, unpin } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { Figures } from "./Figures.tsx";
import { factText } from "./factText.ts";
import { Progress } from "./Progress.tsx";
import { Relations } from "./Relations.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { TypeMark } from "./TypeMark.tsx";
import { useAnswer, useOverview } from "./useAnswer.ts";

export function EntityPanel({ id, picture }: { id: string; picture: Picture | null }) {
  const { say } = useSpeech();
  const answer = useAnswer(id, () => askEntity(id));
  return (
    <div className="panel">
      <ActionIcon
        className="panel-close"
        variant="subtle"
        color="gray"
        aria-label={say("close")}
        onClick={() => act(choose(null))}
      >
        <IconX size={18} />
      </ActionIcon>
      {answer.error && <ErrorNote error={answer.error} retry={answer.retry} />}
      {answer.waiting && <Loader size="sm" type="dots" m="lg" aria-label={say("loading")} />}
      {answer.value && <Facts facts={answer.value} picture={picture} />}
    </div>
  );
}

function Facts({ facts, picture }: { facts: EntityFacts; picture: Picture | null }) {
  const { say } = useSpeech();
  const { node, relations, observations, milestones } = facts;
  const names = [node.name, ...node.aliases];
  const nothing = relations.length + observations.length + milestones.length === 0;
  return (
    <>
      <Head facts={facts} />
      <Tools facts={facts} picture={picture} />
      <Same node={node} />
      {nothing && <p className="panel-note">{say("noFacts")}</p>}
      {milestones.length > 0 && <Progress milestones={milestones} names={names} />}
      {relations.length > 0 && <Relations facts={facts} names={names} />}
      {observations.length > 0 && <Figures observations={observations} names={names} />}
    </>
  );
}

function Head({ facts: { node } }: { facts: EntityFacts }) {
  const { say, name } = useSpeech();
  const aliases = node.aliases.filter((alias) => alias !== node.name);
  return (
    <div className="panel-head">
      <p className="panel-type">
        <TypeMark type={node.type} size={20} /> {name(ENTITY_TYPES[node.type])}
        {node.level && ` · ${name(LEVELS[node.level])}`}
      </p>
      <h2>{visible(node.name)}</h2>
      {aliases.length > 0 && (
        <p className="panel-aliases">
          {say("aliases")}
          {aliases.slice(0, 12).map((alias) => (
            <Badge key={alias} variant="light" color="gray" radius="sm" tt="none" fw={400} size="md">
              {visible(alias.slice(0, 60))}
            </Badge>
          ))}
        </p>
      )}
      <p className="panel-seen">
        {[
          say("inReports", { n: node.reports.length }),
          say("namedTimes", { n: node.mentions }),
          node.since !== null && say("since", { year: node.since }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}

/** A question to start from; the id is our own and has no quotes. */
const cypherOf = ({ id, name }: NodeCard): string =>
  `// ${visible(name.slice(0, 60))}\nMATCH (n:Entity {id: ${JSON.stringify(id)}})-[r]-(m:Entity)\nRETURN n, r, m\nLIMIT 100`;

function CopyText({ facts }: { facts: EntityFacts }) {
  const { say, lang } = useSpeech();
  const reports = useOverview().value?.reports ?? [];
  const clipboard = useClipboard();
  const label = say(clipboard.copied ? "copied" : "copyText");
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        onClick={() => clipboard.copy(factText(facts, reports, lang))}
      >
        {clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}

function Tools({ facts, picture }: { facts: EntityFacts; picture: Picture | null }) {
  const { say } = useSpeech();
  const { node, counts } = facts;
  const steps = usePart((state) => state.steps);
  const view = usePart((state) => state.view);
  const pinned = usePart((state) => state.pins[node.id] !== undefined);
  const opened = view === "graph" && steps.some((step) => step.do !== "add" && step.id === node.id);
  const left = picture?.left.get(node.id) ?? 0;
  return (
    <Group gap={6} mt="sm" mb="sm">
      <Button
        size="compact-md"
        variant={opened ? "default" : "filled"}
        onClick={() => act(opened ? collapse(node.id) : open(node.id))}
      >
        {say(opened ? "collapse" : "expand")}
      </Button>
      {counts.length > 0 && <ExpandMenu id={node.id} counts={counts} />}
      <Tooltip label={say("startHere")}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={say("startHere")}
          onClick={() => act(begin(node.id))}
        >
          <IconSitemap size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={say(pinned ? "pinned" : "pin")}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={say(pinned ? "pinned" : "pin")}
          aria-pressed={pinned}
          onClick={() => act(pinned ? unpin(node.id) : pin(node.id, picture?.positions[node.id] ?? [0, 0]))}
        >
          {pinned ? <IconPinnedFilled size={16} /> : <IconPin size={16} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={say("hide")}>
        <ActionIcon variant="default" size={30} aria-label={say("hide")} onClick={() => act(hide(node.id))}>
          <IconEyeOff size={16} />
        </ActionIcon>
      </Tooltip>
      {node.type === "District" && <CompareThis id={node.id} />}
      <PathMenu id={node.id} />
      <CopyText facts={facts} />
      <Tooltip label={say("asCypher")}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={say("asCypher")}
          onClick={() => act(askQuery({ name: null, cypher: cypherOf(node), parameters: {} }))}
        >
          <IconTerminal2 size={16} />
        </ActionIcon>
      </Tooltip>
      {opened && left > 0 && <small className="panel-left">{say("leftOut", { n: left })}</small>}
    </Group>
  );
}

function PathMenu({ id }: { id: string }) {
  const { say } = useSpeech();
  return (
    <Popover position="bottom" shadow="md" width={280} trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={30} aria-label={say("findPath")} title={say("findPath")}>
          <IconRoute size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <SearchBox
          size="sm"
          autoFocus
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
export const relationWord = (word: string, direction: "out" | "in", lang: "zh" | "en"): string =>
  direction === "out" ? `${word} →` : lang === "zh" ? `← ${word}` : `← ${word}`;
