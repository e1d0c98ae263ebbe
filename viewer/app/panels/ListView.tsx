/** The canvas as a list, for reading without seeing it: what is there by type, each with its relations in words. */
import { Button, Drawer, UnstyledButton } from "@mantine/core";
import { IconList } from "@tabler/icons-react";
import { useState } from "react";
import { ENTITY_TYPES, entityTypes, RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { EdgeCard, NodeCard } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import { seen } from "../canvas/stage.ts";
import { shownPart } from "../export/export.ts";
import { choose } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";

export function ListView({ picture }: { picture: Picture }) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconList size={16} />}
        onClick={() => setOpened(true)}
      >
        {say("listView")}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        title={say("listOf")}
        size="md"
        closeButtonProps={{ "aria-label": say("close") }}
      >
        {opened && <List picture={picture} onDone={() => setOpened(false)} />}
      </Drawer>
    </>
  );
}

function List({ picture, onDone }: { picture: Picture; onDone: () => void }) {
  const { name } = useSpeech();
  const now = seen();
  const { nodes, edges } = now
    ? shownPart(picture, now.sight)
    : { nodes: [...picture.nodes.values()], edges: [...picture.edges.values()] };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return entityTypes.map((type) => {
    const members = nodes.filter((node) => node.type === type);
    if (members.length === 0) return null;
    return (
      <section key={type} className="list-type">
        <h3>
          {name(ENTITY_TYPES[type])} {members.length}
        </h3>
        <ul>
          {members.map((node) => (
            <li key={node.id}>
              <UnstyledButton
                className="list-name"
                onClick={() => {
                  act(choose(node.id));
                  onDone();
                }}
              >
                {visible(node.name.slice(0, 100))}
              </UnstyledButton>
              <Relations node={node} edges={edges} byId={byId} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

const FIRST = 6;

function Relations({
  node,
  edges,
  byId,
}: {
  node: NodeCard;
  edges: readonly EdgeCard[];
  byId: ReadonlyMap<string, NodeCard>;
}) {
  const { name, say } = useSpeech();
  const own = edges.filter(({ from, to }) => from === node.id || to === node.id);
  const words = own.slice(0, FIRST).map(({ type, from, to }) => {
    const other = visible((byId.get(from === node.id ? to : from)?.name ?? "").slice(0, 40));
    return from === node.id
      ? `${name(RELATION_TYPES[type])} ${other}`
      : say("otherToIt", { other, relation: name(RELATION_TYPES[type]) });
  });
  if (own.length > FIRST) words.push(say("andMore", { n: own.length - FIRST }));
  return <small>{words.join("；")}</small>;
}
