/** Saved questions by theme, and the one that is asked with its fields. */
import { Group, Loader, Select, UnstyledButton } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import type { QueryCard } from "../../server/api.ts";
import { askQueries, askQuestion } from "../ask.ts";
import { askQuery } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { Field } from "./Field.tsx";
import { RunButton } from "./RunButton.tsx";
import { suggestionFor } from "./suggestions.ts";
import { byTheme, type Theme } from "./themes.ts";
import { useAnswer, useOverview } from "./useAnswer.ts";
import type { Run } from "./useRun.ts";

export function Saved({ run, stop, running, children }: Run & { children: ReactNode }) {
  const { say } = useSpeech();
  const queries = useAnswer("queries", askQueries);
  const asked = usePart((state) => state.query.name);
  if (queries.error) return <ErrorNote error={queries.error} retry={queries.retry} />;
  if (!queries.value) return <Loader type="dots" m="md" aria-label={say("loading")} />;
  const themes = byTheme(queries.value);
  const chosen = queries.value.find((card) => card.name === asked) ?? themes[0]?.cards[0];
  const choose = (name: string): void => {
    stop();
    act(askQuery({ name, cypher: "", parameters: {} }));
  };
  return (
    <div className="saved">
      <SavedList themes={themes} chosen={chosen?.name} choose={choose} />
      <SavedPick themes={themes} chosen={chosen?.name} choose={choose} />
      <div className="saved-asked">
        {chosen && <Question key={chosen.name} card={chosen} run={run} stop={stop} running={running} />}
        {children}
      </div>
    </div>
  );
}

interface Choice {
  themes: Theme[];
  chosen: string | undefined;
  choose: (name: string) => void;
}

function SavedList({ themes, chosen, choose }: Choice) {
  const { say, name } = useSpeech();
  return (
    <nav className="saved-list" aria-label={say("savedQuestions")}>
      {themes.map(({ word, cards }) => (
        <section key={word}>
          <h2>{say(word)}</h2>
          {cards.map((card) => (
            <UnstyledButton
              key={card.name}
              className="saved-name"
              aria-current={card.name === chosen}
              onClick={() => choose(card.name)}
            >
              {name(card)}
            </UnstyledButton>
          ))}
        </section>
      ))}
    </nav>
  );
}

/** The same on a narrow screen. */
function SavedPick({ themes, chosen, choose }: Choice) {
  const { say, name } = useSpeech();
  return (
    <Select
      className="saved-pick"
      label={say("savedQuestions")}
      allowDeselect={false}
      data={themes.map(({ word, cards }) => ({
        group: say(word),
        items: cards.map((card) => ({ value: card.name, label: name(card) })),
      }))}
      value={chosen ?? null}
      onChange={(value) => value && choose(value)}
    />
  );
}

function Question({ card, run, stop, running }: Run & { card: QueryCard }) {
  const { say, name } = useSpeech();
  const given = usePart((state) => state.query.parameters);
  const overview = useOverview().value;
  const values = Object.fromEntries(
    card.fields.map((field) => [
      field.name,
      given[field.name] ?? (overview && suggestionFor(field, overview)) ?? field.default,
    ]),
  );
  const ask = (): void => run((signal) => askQuestion(card.name, values, signal));
  const came = useRef(Object.keys(given).length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for a question that came filled in by its address
  useEffect(() => {
    if (came.current && overview) ask();
    if (overview) came.current = false;
  }, [overview]);
  const set = (field: string, value: string): void =>
    act(askQuery({ name: card.name, cypher: "", parameters: { ...given, [field]: value } }));
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        // what is filled in goes to the address: the link asks the same
        act(askQuery({ name: card.name, cypher: "", parameters: values }));
        ask();
      }}
    >
      <h2>{name(card)}</h2>
      {card.scan && <small>{say("scanNote")}</small>}
      <div className="fields">
        {card.fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={values[field.name] ?? ""}
            onChange={(value) => set(field.name, value)}
          />
        ))}
      </div>
      <Group gap="sm">
        <RunButton running={running} stop={stop} />
        <UnstyledButton className="more" onClick={() => act(askQuery({ name: null, cypher: card.text }))}>
          {say("editCypher")}
        </UnstyledButton>
      </Group>
    </form>
  );
}
