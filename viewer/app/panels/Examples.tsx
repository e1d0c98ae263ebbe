/** Three questions about the graph at hand; a click asks. */
import { UnstyledButton } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import type { Overview } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import { askQuery } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { examplesOf } from "./examples.ts";

export function Examples({ overview }: { overview: Overview }) {
  const { say } = useSpeech();
  const examples = examplesOf(overview);
  if (examples.length === 0) return null;
  return (
    <section className="questions">
      <h2>{say("askThese")}</h2>
      {examples.map(({ question, word, values, parameters }) => (
        <UnstyledButton
          key={question}
          className="question-link"
          onClick={() => act(askQuery({ name: question, cypher: "", parameters }))}
        >
          <IconMessageQuestion size={16} />
          {visible(say(word, values).slice(0, 120))}
        </UnstyledButton>
      ))}
    </section>
  );
}
