/** A change report in words, and the way to what is new. */
import { UnstyledButton } from "@mantine/core";
import type { ChangeReport, Changes } from "../../../cypher/changes.ts";
import { visible } from "../canvas/labels.ts";
import { add, open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech, type Word } from "../words.ts";

export function ChangeView({ change }: { change: ChangeReport }) {
  const { say } = useSpeech();
  const { entities, facts, conflicts } = change;
  const lines: [Word, [Word, Changes][]][] = [
    [
      "entities",
      [
        ["changeAdded", entities.added],
        ["changeChanged", entities.changed],
        ["changeWithdrawn", entities.withdrawn],
      ],
    ],
    [
      "changeFacts",
      [
        ["changeAdded", facts.added],
        ["changeChanged", facts.changed],
        ["changeConfirmed", facts.confirmed],
        ["changeWithdrawn", facts.withdrawn],
      ],
    ],
  ];
  const nothing = lines.every(([, parts]) => parts.every(([, { count }]) => count === 0));
  const added = [...new Set([...entities.added.first, ...facts.added.first].map(({ node }) => node))].filter(
    Boolean,
  );
  if (nothing && change.reports.pending.length > 0) return null;
  if (nothing) return <p className="change">{say("unchanged")}</p>;
  return (
    <div className="change">
      {lines.map(([word, parts]) => (
        <p key={word}>
          {say(word)}{" "}
          {parts
            .filter(([, { count }]) => count > 0)
            .map(([part, { count }]) => (
              <span key={part}>
                {say(part)} <b>{count}</b>
              </span>
            ))}
        </p>
      ))}
      {conflicts.count > 0 && <p>{say("conflicts", { n: conflicts.count })}</p>}
      <First changes={facts.added.count > 0 ? facts.added : facts.withdrawn} />
      {added.length > 0 && !change.dryRun && (
        <UnstyledButton className="more" onClick={() => act(add(added.slice(0, 60)))}>
          {say("showNew")}
        </UnstyledButton>
      )}
    </div>
  );
}

function First({ changes }: { changes: Changes }) {
  return (
    <ul>
      {changes.first.slice(0, 5).map(({ id, text, node }) => (
        <li key={id}>
          <UnstyledButton onClick={() => act(open(node))}>{visible(text.slice(0, 90))}</UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
