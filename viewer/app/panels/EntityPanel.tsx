/** What the graph knows of one entity: names, relations in groups, figures, progress; each fact opens its sentence. */
import { ActionIcon, Badge, Loader } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { ENTITY_TYPES, LEVELS } from "../../../ingest/ontology.ts";
import type { EntityFacts } from "../../server/api.ts";
import { askEntity } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import { Same } from "../same/Same.tsx";
import { useSpeech } from "../words.ts";
import { EntityTools } from "./EntityTools.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { Figures } from "./Figures.tsx";
import { leavePanel } from "./leave.ts";
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
        onClick={leavePanel}
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
      <EntityTools facts={facts} picture={picture} />
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
          say("namedIn", { n: node.reports.length }),
          say("namedTimes", { n: node.mentions }),
          node.since !== null && say("since", { year: node.since }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
