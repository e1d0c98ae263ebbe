/** In the entity's panel: names that may be the same thing, to decide with a reason; what was decided can be undone. */
import { Button, Group, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Decision } from "../../../cypher/decisions.ts";
import type { ApiError, NodeCard } from "../../server/api.ts";
import type { DecisionAnswer, SameCard, SameSuggestion } from "../../server/same/shapes.ts";
import { ask, post } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { refresh } from "../fresh.ts";
import { ErrorNote } from "../panels/ErrorNote.tsx";
import { SearchBox } from "../panels/SearchBox.tsx";
import { detailOf, useAnswer } from "../panels/useAnswer.ts";
import { choose, moveTo, open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import "./same.css";

type Verdict = "same" | "different" | "unsure";

export function Same({ node }: { node: NodeCard }) {
  const { say } = useSpeech();
  const answer = useAnswer(`same ${node.id}`, () => ask<SameCard>(`same/${encodeURIComponent(node.id)}`, {}));
  const [error, setError] = useState<ApiError["error"] | null>(null);
  const [busy, setBusy] = useState(false);
  const { suggestions = [], decisions = [] } = answer.value ?? {};
  const carryOut = async (path: string, body: unknown): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { node: now } = await ask<DecisionAnswer>(path, post(body));
      if (now === null) act(choose(null));
      else if (now !== node.id) act(moveTo(node.id, now));
      refresh();
    } catch (reason) {
      setError(detailOf(reason));
    }
    setBusy(false);
  };
  const decide = (other: string, decision: Verdict, reason: string): void =>
    void carryOut("same", { decision, a: node.id, b: other, reason });
  if (answer.error) return <ErrorNote error={answer.error} retry={answer.retry} />;
  return (
    <details className="same">
      <summary>
        <b>{say("sameTitle")}</b>
        {suggestions.length > 0 && <span>{say("sameCount", { n: suggestions.length })}</span>}
        {decisions.length > 0 && (
          <span>
            {say("sameDecided")} {decisions.length}
          </span>
        )}
      </summary>
      {suggestions.map((suggestion) => (
        <One key={suggestion.other.id} suggestion={suggestion} busy={busy} decide={decide} />
      ))}
      <Other node={node} busy={busy} decide={decide} />
      {decisions.map((decision) => (
        <Decided
          key={JSON.stringify([decision.a, decision.b])}
          decision={decision}
          busy={busy}
          undo={() => void carryOut("same/undo", { a: decision.a, b: decision.b, at: node.id })}
        />
      ))}
      {error && <ErrorNote error={error} />}
      <small>{say("sameKept")}</small>
    </details>
  );
}

type Decide = (other: string, decision: Verdict, reason: string) => void;

function One({
  suggestion: { other, why, unsure },
  busy,
  decide,
}: {
  suggestion: SameSuggestion;
  busy: boolean;
  decide: Decide;
}) {
  const { say, name } = useSpeech();
  return (
    <div className="same-one">
      <p>
        <UnstyledButton className="same-name" onClick={() => act(open(other.id))}>
          {visible(other.name.slice(0, 80))}
        </UnstyledButton>{" "}
        <small>
          {say("inReports", { n: other.reports.length })} · {name(why)}
          {unsure && ` · ${say("sameLeftOpen")}`}
        </small>
      </p>
      <Verdicts busy={busy} decide={(verdict, reason) => decide(other.id, verdict, reason)} />
    </div>
  );
}

function Verdicts({ busy, decide }: { busy: boolean; decide: (verdict: Verdict, reason: string) => void }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState("");
  return (
    <Group gap={5}>
      <TextInput
        className="same-reason"
        size="xs"
        maxLength={500}
        placeholder={say("sameReason")}
        aria-label={say("sameReason")}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button size="compact-xs" loading={busy} onClick={() => decide("same", reason)}>
        {say("sameYes")}
      </Button>
      <Button size="compact-xs" variant="default" disabled={busy} onClick={() => decide("different", reason)}>
        {say("sameNo")}
      </Button>
      <Button size="compact-xs" variant="default" disabled={busy} onClick={() => decide("unsure", reason)}>
        {say("sameOpen")}
      </Button>
    </Group>
  );
}

/** Any other entity, found by name. */
function Other({ node, busy, decide }: { node: NodeCard; busy: boolean; decide: Decide }) {
  const { say } = useSpeech();
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const other = useAnswer(picked && `node ${picked}`, () =>
    ask<{ nodes: NodeCard[] }>("nodes", post({ ids: [picked], among: [] })),
  ).value?.nodes[0];
  if (!picking)
    return (
      <UnstyledButton className="more" onClick={() => setPicking(true)}>
        {say("sameOther")}
      </UnstyledButton>
    );
  return (
    <div className="same-one">
      <SearchBox size="sm" autoFocus namesOnly label={say("pickEntity")} onPick={setPicked} />
      {other && (
        <>
          <p className="same-name">{visible(other.name.slice(0, 80))}</p>
          <Verdicts
            busy={busy || other.id === node.id}
            decide={(verdict, reason) => decide(other.id, verdict, reason)}
          />
        </>
      )}
    </div>
  );
}

function Decided({ decision, busy, undo }: { decision: Decision; busy: boolean; undo: () => void }) {
  const { say } = useSpeech();
  if (decision.decision === "undo") return null;
  const names = { a: visible(decision.a.name.slice(0, 60)), b: visible(decision.b.name.slice(0, 60)) };
  return (
    <div className="same-one same-decided">
      <p>
        {say(`same_${decision.decision}`, names)}
        {decision.reason && <small> · {visible(decision.reason.slice(0, 200))}</small>}
      </p>
      <Button size="compact-xs" variant="default" disabled={busy} onClick={undo}>
        {say("sameUndo")}
      </Button>
    </div>
  );
}
