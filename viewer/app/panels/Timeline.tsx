/** How many relations on the canvas belong to each year; a range of years, and play through them. */
import { ActionIcon, RangeSlider, Tooltip } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconX } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import type { Overview } from "../../server/api.ts";
import type { Picture } from "../canvas/picture.ts";
import { yearsOf } from "../canvas/stage.ts";
import { setFilter } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";

const STEP_MS = 1200;

export function Timeline({ picture, overview }: { picture: Picture; overview: Overview | null }) {
  const { say } = useSpeech();
  const range = usePart((state) => state.filter.years);
  const counts = useMemo(() => countYears(picture, overview), [picture, overview]);
  const years = [...counts.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const play = usePlay(first, last, range);
  if (years.length < 2) return null;
  const most = Math.max(...counts.values());
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const inside = (year: number): boolean => !range || (year >= range[0] && year <= range[1]);
  return (
    <section className="timeline" aria-label={say("timeline")}>
      <Tooltip label={say(play.playing ? "pause" : "play")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say(play.playing ? "pause" : "play")}
          onClick={play.toggle}
        >
          {play.playing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
        </ActionIcon>
      </Tooltip>
      <div className="timeline-body">
        <div className="timeline-bars" aria-hidden="true">
          {all.map((year) => (
            <span
              key={year}
              data-in={inside(year)}
              style={{ height: `${(100 * (counts.get(year) ?? 0)) / most}%` }}
            />
          ))}
        </div>
        <RangeSlider
          size="xs"
          min={first}
          max={last}
          minRange={0}
          step={1}
          thumbFromLabel={say("fromYear")}
          thumbToLabel={say("toYear")}
          value={range ?? [first, last]}
          label={(year) => year}
          onChange={([from, to]) =>
            act(setFilter({ years: from === first && to === last ? null : [from, to] }))
          }
        />
        <div className="timeline-ends">
          <span>{range?.[0] ?? first}</span>
          <span>{range?.[1] ?? last}</span>
        </div>
      </div>
      {range && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say("allYears")}
          onClick={() => {
            play.stop();
            act(setFilter({ years: null }));
          }}
        >
          <IconX size={15} />
        </ActionIcon>
      )}
    </section>
  );
}

/** One year after the other, then all again. */
function usePlay(first: number, last: number, range: readonly [number, number] | null) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      const next = range && range[0] === range[1] ? range[1] + 1 : first;
      if (next > last) {
        setPlaying(false);
        act(setFilter({ years: null }));
      } else act(setFilter({ years: [next, next] }));
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, range, first, last]);
  return {
    playing,
    stop: () => setPlaying(false),
    toggle: () => {
      if (!playing) act(setFilter({ years: [first, first] }));
      setPlaying(!playing);
    },
  };
}

/** A relation counts for its own year, else for the years of the reports that say it. */
function countYears({ edges }: Picture, overview: Overview | null): Map<number, number> {
  const byReport = new Map(overview?.reports.map((report) => [report.id, yearsOf(report)]));
  const counts = new Map<number, number>();
  for (const { year, reports } of edges.values()) {
    const years =
      year === undefined ? new Set(reports.flatMap((report) => byReport.get(report) ?? [])) : [year];
    for (const one of years) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}
