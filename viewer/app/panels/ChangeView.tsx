/** A change report in words: what was added, changed, confirmed, withdrawn, what disagrees; each leads to its node. */
import { UnstyledButton } from "@mantine/core";
import type { ChangedThing, ChangeReport, Changes, Conflict } from "../../../cypher/changes.ts";
import { visible } from "../canvas/labels.ts";
import { newEntities } from "../ingest/News.tsx";
import { open, showNews } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech, type Word } from "../words.ts";

/** Entities put on the canvas at once. */
const MOST_SHOWN = 60;

export function ChangeView({ change }: { change: ChangeReport }) {
  const { say } = useSpeech();
  const { entities, facts, conflicts } = change;
  const turns: [Word, Changes | null, Changes][] = [
    ["changeAdded", entities.added, facts.added],
    ["changeChanged", entities.changed, facts.changed],
    ["changeConfirmed", null, facts.confirmed],
    ["changeWithdrawn", entities.withdrawn, facts.withdrawn],
  ];
  const shown = turns.filter(([, some, others]) => (some?.count ?? 0) + others.count > 0);
  if (shown.length === 0 && change.reports.pending.length > 0) return null;
  if (shown.length === 0) return <p className="change">{say("nothingChanged")}</p>;
  const fresh = newEntities(change);
  return (
    <div className="change">
      {shown.map(([word, some, others]) => (
        <Turn key={word} word={word} entities={some} facts={others} gone={word === "changeWithdrawn"} />
      ))}
      {conflicts.count > 0 && <Conflicts count={conflicts.count} first={conflicts.first} />}
      {fresh.length > 0 && !change.dryRun && change.id && (
        <UnstyledButton className="more" onClick={() => act(showNews(change.id, fresh.slice(0, MOST_SHOWN)))}>
          {say("showNew")}
        </UnstyledButton>
      )}
    </div>
  );
}

function Turn({
  word,
  entities,
  facts,
  gone,
}: {
  word: Word;
  entities: Changes | null;
  facts: Changes;
  gone: boolean;
}) {
  const { say } = useSpeech();
  const goneNodes = new Set(gone ? entities?.first.map(({ node }) => node) : []);
  return (
    <details>
      <summary>
        <b>{say(word)}</b>
        {entities && entities.count > 0 && <span>{say("ofEntities", { n: entities.count })}</span>}
        {facts.count > 0 && <span>{say("ofFacts", { n: facts.count })}</span>}
      </summary>
      <ul>
        {[...(entities?.first ?? []), ...facts.first].map((thing) => (
          <Thing key={thing.id} thing={thing} there={!thing.gone && !goneNodes.has(thing.node)} />
        ))}
      </ul>
    </details>
  );
}

/** What left the graph cannot be gone to. */
function Thing({ thing: { text, node }, there }: { thing: ChangedThing; there: boolean }) {
  const words = visible(text.slice(0, 120));
  return (
    <li>
      {there ? <UnstyledButton onClick={() => act(open(node))}>{words}</UnstyledButton> : <del>{words}</del>}
    </li>
  );
}

function Conflicts({ count, first }: { count: number; first: Conflict[] }) {
  const { say } = useSpeech();
  return (
    <details>
      <summary>
        <b>{say("conflicts", { n: count })}</b>
      </summary>
      <ul>
        {first.map(({ node, subject, indicator, year, values }) => (
          <li key={`${node} ${indicator} ${year} ${values.join()}`}>
            <UnstyledButton onClick={() => act(open(node))}>
              {visible(`${subject} ${indicator}（${year}）：${values.join(" / ")}`.slice(0, 160))}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
