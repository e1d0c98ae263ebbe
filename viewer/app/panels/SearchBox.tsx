/** Search by name as you type; arrows and Enter, safe with an input method (nothing happens while characters are being composed). */
import {
  CloseButton,
  Combobox,
  Loader,
  ScrollArea,
  TextInput,
  useCombobox,
  VisuallyHidden,
} from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { ENTITY_TYPES, type EntityType, entityTypes } from "../../../ingest/ontology.ts";
import type { ApiError, PassageHit, SearchHit } from "../../server/api.ts";
import { askSearch, askText } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { open, read } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { TypeMark } from "./TypeMark.tsx";
import { detailOf } from "./useAnswer.ts";

interface Props {
  size: "sm" | "lg";
  autoFocus?: boolean;
  /** What to do with the entity that was picked; opened where nothing is said. */
  onPick?: (id: string) => void;
  label?: string;
  /** Only names, no passages. */
  namesOnly?: boolean;
  /** Stands in a popover, which a click outside of it would close. */
  inPopover?: boolean;
}

interface Found {
  text: string;
  hits: SearchHit[];
  passages: PassageHit[];
  error: ApiError["error"] | null;
}

export function SearchBox(props: Props) {
  const { size, autoFocus = false, onPick, label, namesOnly = false, inPopover = false } = props;
  const { say } = useSpeech();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [text, setText] = useState("");
  const [composing, setComposing] = useState(false);
  const found = useHits(composing ? null : text, namesOnly);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (found?.hits.length) box.selectFirstOption();
  }, [found, box.selectFirstOption]);

  const pick = (value: string): void => {
    const passage = found?.passages.find((hit) => value === `passage ${hit.passage}`);
    if (passage) act(read(passage.report, passage.passage));
    else if (onPick) onPick(value);
    else act(open(value));
    setText("");
    box.closeDropdown();
    input.current?.blur();
  };
  return (
    <Combobox store={box} onOptionSubmit={pick} shadow="lg" offset={6} withinPortal={!inPopover}>
      <Combobox.Target>
        <TextInput
          ref={input}
          size={size}
          className="search-box"
          aria-label={label ?? say("searchLabel")}
          placeholder={label ?? say("searchLabel")}
          data-main-search={onPick ? undefined : true}
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
      <VisuallyHidden role="status">
        {text.trim() !== "" && found ? say("hitCount", { n: found.hits.length + found.passages.length }) : ""}
      </VisuallyHidden>
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
  const { say } = useSpeech();
  if (found.error) return <ErrorNote error={found.error} />;
  if (found.hits.length + found.passages.length === 0)
    return <Combobox.Empty>{say("searchNone", { q: found.text })}</Combobox.Empty>;
  return (
    <>
      <NameHits found={found} />
      {found.passages.length > 0 && (
        <Combobox.Group label={say("inTexts")}>
          {found.passages.map((hit) => (
            <Combobox.Option value={`passage ${hit.passage}`} key={hit.passage} className="hit-text">
              <span>
                <Marked text={snippet(hit.text, found.text)} part={found.text} />
              </span>
              <small>
                {visible(hit.title.slice(0, 50))}
                {hit.year ? ` · ${hit.year}` : ""}
              </small>
            </Combobox.Option>
          ))}
        </Combobox.Group>
      )}
    </>
  );
}

/** About 60 characters around the words. */
function snippet(text: string, part: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(part.toLowerCase()));
  const start = Math.max(0, at - 20);
  return `${start > 0 ? "…" : ""}${text.slice(start, start + 64)}${start + 64 < text.length ? "…" : ""}`;
}

function NameHits({ found }: { found: Found }) {
  const { say, name } = useSpeech();
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
function useHits(text: string | null, namesOnly: boolean): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const wanted = text?.trim();
    if (text === null) return;
    if (!wanted) return setFound(null);
    const control = new AbortController();
    askSearch(wanted, control.signal).then(
      (hits) => {
        setFound({ text: wanted, hits, passages: [], error: null });
        if (namesOnly || wanted.length < 2) return;
        // the names are there at once, the texts follow
        askText(wanted, control.signal).then(
          (passages) => setFound({ text: wanted, hits, passages, error: null }),
          () => {},
        );
      },
      (error: unknown) =>
        control.signal.aborted || setFound({ text: wanted, hits: [], passages: [], error: detailOf(error) }),
    );
    return () => control.abort();
  }, [text, namesOnly]);
  return found;
}
