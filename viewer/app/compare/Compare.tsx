/** Two to five districts side by side; which ones is in the address. */
import { Button, Loader, MultiSelect } from "@mantine/core";
import { IconArrowLeft, IconScale } from "@tabler/icons-react";
import type { Comparison, DistrictChoice } from "../../server/compare/shapes.ts";
import { ask } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { ErrorNote } from "../panels/ErrorNote.tsx";
import { Tool } from "../panels/Tool.tsx";
import { useAnswer } from "../panels/useAnswer.ts";
import { backToGraph, compareDistricts } from "../state.ts";
import { act, current, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { Aims } from "./Aims.tsx";
import "./compare.css";
import { Figures } from "./Figures.tsx";
import { DistrictMark } from "./marks.tsx";
import { Projects } from "./Projects.tsx";

const MOST = 5;

export function Compare() {
  const { say } = useSpeech();
  const ids = usePart((state) => state.compare);
  const drawn = usePart((state) => state.steps.length > 0);
  const key = ids.length > 1 ? ids.join("~") : null;
  const answer = useAnswer(key && `compare ${key}`, () =>
    ask<Comparison>(`compare?ids=${encodeURIComponent(key ?? "")}`, {}),
  );
  const { value } = answer;
  return (
    <main className="compare">
      <div className="compare-head">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowLeft size={15} />}
          onClick={() => act(backToGraph())}
        >
          {say(drawn ? "back" : "backToStart")}
        </Button>
        <h1>{say("compareTitle")}</h1>
        <Picker ids={ids} known={value} />
        {value && (
          <p className="compare-legend">
            {value.districts.map(({ id, name }, index) => (
              <span key={id}>
                <DistrictMark index={index} /> {visible(name.slice(0, 40))}
              </span>
            ))}
          </p>
        )}
      </div>
      {ids.length < 2 && <p className="compare-note">{say("compareHint")}</p>}
      {answer.waiting && <Loader type="dots" m="lg" aria-label={say("loading")} />}
      {answer.error && <ErrorNote error={answer.error} retry={answer.retry} />}
      {value && <Figures indicators={value.indicators} districts={value.districts} />}
      {value && <Aims aims={value.aims} districts={value.districts} />}
      {value && <Projects projects={value.projects} districts={value.districts} />}
    </main>
  );
}

function Picker({ ids, known }: { ids: string[]; known: Comparison | null }) {
  const { say } = useSpeech();
  const choices = useAnswer("districts", () => ask<DistrictChoice[]>("districts", {}));
  const labels = new Map(known?.districts.map(({ id, name }) => [id, visible(name)]));
  for (const { node, reports } of choices.value ?? [])
    labels.set(node.id, `${visible(node.name)}（${say("inReports", { n: reports })}）`);
  return (
    <MultiSelect
      className="compare-picker"
      aria-label={say("comparePick")}
      placeholder={ids.length < MOST ? say("comparePick") : ""}
      data={[...labels].map(([value, label]) => ({ value, label }))}
      value={ids.filter((id) => labels.has(id))}
      maxValues={MOST}
      searchable
      hidePickedOptions
      onChange={(next) => act(compareDistricts(next))}
    />
  );
}

/** On the start page: the first districts, ready to be changed. */
export function CompareStart({ ids }: { ids: string[] }) {
  const { say } = useSpeech();
  if (ids.length < 2) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconScale size={15} />}
      onClick={() => act(compareDistricts(ids.slice(0, 2)))}
    >
      {say("compareStart")}
    </Button>
  );
}

/** In the panel of a district: it joins those that are compared. */
export function CompareThis({ id }: { id: string }) {
  const { say } = useSpeech();
  return (
    <Tool
      label={say("compareThis")}
      text={say("shortCompare")}
      onClick={() =>
        act(compareDistricts([...current().compare.filter((other) => other !== id), id].slice(-MOST)))
      }
    >
      <IconScale size={18} />
    </Tool>
  );
}
