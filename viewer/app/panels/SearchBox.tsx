/** Search by name as you type; arrows and Enter, safe with an input method (nothing happens while characters are being composed). */
import { CloseButton, Combobox, Loader, ScrollArea, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { ENTITY_TYPES, type EntityType, entityTypes } from "../../../ingest/ontology.ts";
import type { ApiError, SearchHit } from "../../server/api.ts";
import { askSearch } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { TypeMark } from "./TypeMark.tsx";
import { detailOf } from "./useAnswer.ts";

interface Found {
  text: string;
  hits: SearchHit[];
  error: ApiError["error"] | null;
}

export function SearchBox({ size, autoFocus = false }: { size: "sm" | "lg"; autoFocus?: boolean }) {
  const { say } = useSpeech();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [text, setText] = useState("");
  const [composing, setComposing] = useState(false);
  const found = useHits(composing ? null : text);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (found?.hits.length) box.selectFirstOption();
  }, [found, box.selectFirstOption]);

  const pick = (id: string): void => {
    act(open(id));
    setText("");
    box.closeDropdown();
    input.current?.blur();
  };
  return (
    <Combobox store={box} onOptionSubmit={pick} shadow="lg" offset={6} withinPortal>
      <Combobox.Target>
        <TextInput
          ref={input}
          size={size}
          className="search-box"
          aria-label={say("searchLabel")}
          placeholder={say("searchLabel")}
          value={text}
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          leftSection={<IconSearch size={size === "lg" ? 20 : 16} />}
          rightSection={
            text !== "" && (
              <CloseButton
                size="sm"
                aria-label={say("close")}
                onClick={() => {
                  setText("");
                  box.closeDropdown();
                }}
              />
            )
          }
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            box.openDropdown();
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onFocus={() => text !== "" && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === "Escape" && !event.nativeEvent.isComposing) setText("");
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ""}>
        <ScrollArea.Autosize mah={420} type="scroll">
          <Combobox.Options>
            {text.trim() !== "" && (found ? <Hits found={found} /> : <Waiting />)}
          </Combobox.Options>
        </ScrollArea.Autosize>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Waiting() {
  const { say } = useSpeech();
  return (
    <Combobox.Empty>
      <Loader size={14} mr={8} />
      {say("searchBusy")}
    </Combobox.Empty>
  );
}

function Hits({ found }: { found: Found }) {
  const { say, name } = useSpeech();
  if (found.error) return <ErrorNote error={found.error} />;
  if (found.hits.length === 0) return <Combobox.Empty>{say("searchNone", { q: found.text })}</Combobox.Empty>;
  return byType(found.hits).map(([type, hits]) => (
    <Combobox.Group key={type} label={name(ENTITY_TYPES[type])}>
      {hits.map((hit) => (
        <Combobox.Option value={hit.id} key={hit.id} className="hit">
          <TypeMark type={hit.type} size={20} />
          <span className="hit-name">
            <Marked text={hit.name} part={found.text} />
            {hit.alias && (
              <small>
                {" "}
                <Marked text={say("alsoCalled", { name: hit.alias })} part={found.text} />
              </small>
            )}
          </span>
          <small className="hit-count">{say("inReports", { n: hit.reports.length })}</small>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  ));
}

/** Groups in the order in which their best hit came. */
function byType(hits: readonly SearchHit[]): [EntityType, SearchHit[]][] {
  const groups = new Map<EntityType, SearchHit[]>();
  for (const hit of hits) groups.set(hit.type, [...(groups.get(hit.type) ?? []), hit]);
  return [...groups].filter(([type]) => entityTypes.includes(type));
}

function Marked({ text, part }: { text: string; part: string }) {
  const clean = visible(text.slice(0, 120));
  const at = clean.toLowerCase().indexOf(part.trim().toLowerCase());
  if (at < 0 || part.trim() === "") return clean;
  const end = at + part.trim().length;
  return (
    <>
      {clean.slice(0, at)}
      <mark>{clean.slice(at, end)}</mark>
      {clean.slice(end)}
    </>
  );
}

/** The hits for the text, or null while the first answer is awaited. A newer question withdraws the older. */
function useHits(text: string | null): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const wanted = text?.trim();
    if (text === null) return;
    if (!wanted) return setFound(null);
    const control = new AbortController();
    askSearch(wanted, control.signal).then(
      (hits) => setFound({ text: wanted, hits, error: null }),
      (error: unknown) =>
        control.signal.aborted || setFound({ text: wanted, hits: [], error: detailOf(error) }),
    );
    return () => control.abort();
  }, [text]);
  return found;
}
