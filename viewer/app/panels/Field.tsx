/** A field of a saved question: an entity is picked by its name, a report from the list, a word out of few by a list. */
import { MultiSelect, Select, TextInput } from "@mantine/core";
import { ENTITY_TYPES, MEASURES, OBSERVATION_KINDS, STAGES } from "../../../ingest/ontology.ts";
import type { QueryField } from "../../server/api.ts";
import { askNodes } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { type Lang, useSpeech } from "../words.ts";
import { SearchBox } from "./SearchBox.tsx";
import { takesId } from "./suggestions.ts";
import { useAnswer, useOverview } from "./useAnswer.ts";

interface Props {
  field: QueryField;
  value: string;
  onChange: (value: string) => void;
}

const CHOICES: Record<string, Record<string, { zh: string; en: string }>> = {
  kind: OBSERVATION_KINDS,
  measure: MEASURES,
  stage: STAGES,
};

export function Field(props: Props) {
  const { field } = props;
  if (/报告.*编号/.test(field.label)) return <ReportField {...props} />;
  if (field.type === "text" && takesId(field)) return <EntityField {...props} />;
  if (field.name === "district") return <DistrictField {...props} />;
  if (field.type === "texts" && field.name === "types") return <TypesField {...props} />;
  if (CHOICES[field.name]) return <ChoiceField {...props} />;
  return <TextField {...props} />;
}

/** 战略举措名称、别名或编号 → 战略举措; 行政区名称（空为全部） → 行政区名称 */
const plain = ({ label, english }: QueryField, lang: Lang): string =>
  lang === "en" ? english : label.replace(/(名称)?(、别名)?或?编号|[（，,][^）]*）?$/g, "").trim();

function TextField({ field, value, onChange }: Props) {
  const { say, lang } = useSpeech();
  return (
    <TextInput
      size="sm"
      label={lang === "en" ? field.english : field.label}
      value={value}
      placeholder={field.default === "" ? say("all") : ""}
      inputMode={field.type === "integer" || field.type === "number" ? "numeric" : "text"}
      maxLength={500}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function ChoiceField({ field, value, onChange }: Props) {
  const { say, name } = useSpeech();
  const rows = Object.entries(CHOICES[field.name] ?? {}).map(([key, row]) => ({
    value: key,
    label: name(row),
  }));
  return (
    <Select
      size="sm"
      label={say(`field_${field.name as "kind" | "measure" | "stage"}`)}
      allowDeselect={false}
      data={[
        ...(field.default === "" || field.name === "kind" ? [{ value: "", label: say("all") }] : []),
        ...rows,
      ]}
      value={value}
      onChange={(next) => onChange(next ?? "")}
    />
  );
}

function TypesField({ field, value, onChange }: Props) {
  const { say, name, lang } = useSpeech();
  const picked = value === "" ? [] : value.split(",");
  return (
    <MultiSelect
      size="sm"
      label={plain(field, lang)}
      placeholder={picked.length === 0 ? say("all") : ""}
      data={Object.entries(ENTITY_TYPES).map(([type, row]) => ({ value: type, label: name(row) }))}
      value={picked}
      onChange={(next) => onChange(next.join(","))}
    />
  );
}

/** A district by its name, among those that reports are about. */
function DistrictField({ field, value, onChange }: Props) {
  const { say, lang } = useSpeech();
  const reports = useOverview().value?.reports ?? [];
  const districts = [...new Set(reports.map(({ district }) => district))];
  return (
    <Select
      size="sm"
      label={plain(field, lang)}
      placeholder={say("all")}
      searchable
      clearable={field.default === ""}
      data={districts
        .sort((a, b) => a.localeCompare(b, "zh-CN"))
        .map((name) => ({ value: name, label: visible(name) }))}
      value={value || null}
      onChange={(next) => onChange(next ?? "")}
    />
  );
}

function ReportField({ field, value, onChange }: Props) {
  const { say, lang } = useSpeech();
  const reports = useOverview().value?.reports ?? [];
  return (
    <Select
      size="sm"
      label={plain(field, lang)}
      placeholder={say("all")}
      searchable
      clearable
      data={reports.map((report) => ({
        value: report.id,
        label: `${report.year ?? ""} ${visible(report.title.slice(0, 60))}`,
      }))}
      value={value || null}
      onChange={(next) => onChange(next ?? "")}
    />
  );
}

/** An entity is picked by its name; the question gets its id. */
function EntityField({ field, value, onChange }: Props) {
  const { say, lang } = useSpeech();
  const node = useAnswer(value === "" ? null : `node ${value}`, () => askNodes([value], []));
  const name = node.value?.nodes[0]?.name;
  return (
    <div className="entity-field">
      <span className="field-label">
        {plain(field, lang)}
        {name && <b>{visible(name.slice(0, 60))}</b>}
      </span>
      <SearchBox size="sm" namesOnly label={say(name ? "pickOther" : "pickEntity")} onPick={onChange} />
    </div>
  );
}
