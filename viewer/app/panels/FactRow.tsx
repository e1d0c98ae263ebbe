/** A line for a fact; a click on it opens the sentences that say it. */
import { Collapse, UnstyledButton } from "@mantine/core";
import { IconQuote } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { EvidenceRef } from "../../server/api.ts";
import { openFact } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { Sentences } from "./Sentences.tsx";

interface Props {
  id: string;
  evidence: EvidenceRef[];
  names: string[];
  children: ReactNode;
}

export function FactRow({ id, evidence, names, children }: Props) {
  const { say } = useSpeech();
  const opened = usePart((state) => state.fact === id);
  const label = say("evidenceCount", { n: evidence.length });
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened) row.current?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  return (
    <div ref={row} className="fact" data-opened={opened}>
      <div className="fact-line">
        <div className="fact-words">{children}</div>
        <UnstyledButton
          className="fact-quote"
          aria-expanded={opened}
          aria-label={`${say("evidence")}: ${label}`}
          title={`${say("evidence")} · ${label}`}
          onClick={() => act(openFact(id))}
        >
          <IconQuote size={14} />
          {evidence.length}
        </UnstyledButton>
      </div>
      <Collapse expanded={opened}>{opened && <Sentences evidence={evidence} names={names} />}</Collapse>
    </div>
  );
}
