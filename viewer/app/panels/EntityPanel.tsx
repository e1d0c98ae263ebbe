/** What the graph knows of one entity: names, relations in groups, figures, progress; each fact opens its sentence. */
import { ActionIcon, Badge, Button, Group, Loader, Menu, Tooltip } from "@mantine/core";
import { IconEyeOff, IconPin, IconPinnedFilled, IconSitemap, IconX } from "@tabler/icons-react";
import { ENTITY_TYPES, LEVELS, RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { EntityFacts, NeighbourCount } from "../../server/api.ts";
import { askEntity } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import { begin, choose, collapse, expand, hide, open, pin, unpin } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { Figures } from "./Figures.tsx";
import { Progress } from "./Progress.tsx";
import { Relations } from "./Relations.tsx";
import { TypeMark } from "./TypeMark.tsx";
import { useAnswer } from "./useAnswer.ts";

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

function Tools({ facts: { node, counts }, picture }: { facts: EntityFacts; picture: Picture | null }) {
  const { say } = useSpeech();
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
      {opened && left > 0 && <small className="panel-left">{say("leftOut", { n: left })}</small>}
    </Group>
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
