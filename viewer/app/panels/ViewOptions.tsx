/** How the canvas is laid out, coloured and sized, and what of it is shown, by where it is said. */
import { Button, Indicator, Popover, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import type { Basis } from "../../../ingest/ontology.ts";
import type { Overview } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import {
  COLORS,
  type Coloring,
  LAYOUTS,
  type Layout,
  NO_FILTER,
  SIZES,
  type Sizing,
  setColor,
  setFilter,
  setLayout,
  setSize,
} from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";

export function ViewOptions({ overview }: { overview: Overview | null }) {
  const { say } = useSpeech();
  const filter = usePart((state) => state.filter);
  const filtered = filter.district !== null || filter.report !== null || filter.basis !== null;
  return (
    <Popover position="bottom-start" shadow="lg" width={300} trapFocus>
      <Popover.Target>
        <Indicator disabled={!filtered} color="cinnabar" size={9} offset={4}>
          <Button variant="default" size="compact-md" leftSection={<IconAdjustmentsHorizontal size={16} />}>
            {say("viewOptions")}
          </Button>
        </Indicator>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Looks />
          <Filters overview={overview} />
          {/* it stays, so that the focus has a place to be */}
          <Button
            size="compact-sm"
            variant="light"
            aria-disabled={!filtered}
            data-disabled={!filtered || undefined}
            onClick={() => act(setFilter(NO_FILTER))}
          >
            {say("noFilter")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Looks() {
  const { say } = useSpeech();
  const layout = usePart((state) => state.layout);
  const color = usePart((state) => state.color);
  const size = usePart((state) => state.size);
  const rows = [
    {
      label: say("layout"),
      value: layout,
      all: LAYOUTS,
      set: (value: string) => act(setLayout(value as Layout)),
    },
    {
      label: say("colorBy"),
      value: color,
      all: COLORS,
      set: (value: string) => act(setColor(value as Coloring)),
    },
    { label: say("sizeBy"), value: size, all: SIZES, set: (value: string) => act(setSize(value as Sizing)) },
  ];
  return rows.map(({ label, value, all, set }) => (
    <div key={label}>
      <Text size="xs" c="dimmed" mb={3}>
        {label}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value}
        onChange={set}
        data={all.map((one) => ({ value: one, label: say(`by_${one}`) }))}
      />
    </div>
  ));
}

function Filters({ overview }: { overview: Overview | null }) {
  const { say } = useSpeech();
  const { district, report, basis } = usePart((state) => state.filter);
  const reports = overview?.reports ?? [];
  const districts = [...new Set(reports.map((card) => card.district))].sort((a, b) =>
    a.localeCompare(b, "zh-CN"),
  );
  return (
    <>
      <Select
        size="xs"
        label={say("filterDistrict")}
        placeholder={say("all")}
        clearable
        searchable
        comboboxProps={{ withinPortal: false }}
        data={districts.map((name) => ({ value: name, label: visible(name) }))}
        value={district}
        onChange={(value) => act(setFilter({ district: value }))}
      />
      <Select
        size="xs"
        label={say("filterReport")}
        placeholder={say("all")}
        clearable
        searchable
        comboboxProps={{ withinPortal: false }}
        data={reports.map((card) => ({
          value: card.id,
          label: `${card.year ?? ""} ${visible(card.title.slice(0, 60))}`,
        }))}
        value={report}
        onChange={(value) => act(setFilter({ report: value }))}
      />
      <div>
        <Text size="xs" c="dimmed" mb={3}>
          {say("filterBasis")}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={say("filterBasis")}
          value={basis ?? "all"}
          onChange={(value) => act(setFilter({ basis: value === "all" ? null : (value as Basis) }))}
          data={[
            { value: "all", label: say("all") },
            { value: "stated", label: say("basisStated") },
            { value: "report", label: say("basisReport") },
          ]}
        />
      </div>
    </>
  );
}
