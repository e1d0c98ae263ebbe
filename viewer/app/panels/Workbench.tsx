/** Start column or entity panel beside the canvas, with the legend and the canvas's own tools upon it. */
import { ActionIcon, Loader, Paper, Tooltip } from "@mantine/core";
import { IconFocusCentered, IconLasso, IconMarquee2, IconMinus, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Overview, ReportCard } from "../../server/api.ts";
import { scene } from "../canvas/stage.ts";
import { usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { CanvasPlace } from "./CanvasPlace.tsx";
import { EntityPanel } from "./EntityPanel.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { Legend } from "./Legend.tsx";
import { ListView } from "./ListView.tsx";
import { leaveByKey } from "./leave.ts";
import { PathPanel } from "./PathPanel.tsx";
import { Selection } from "./Selection.tsx";
import { SelectOver, type Shape } from "./SelectOver.tsx";
import { Timeline } from "./Timeline.tsx";
import type { Answer } from "./useAnswer.ts";
import { usePicture } from "./usePicture.ts";
import { ViewOptions } from "./ViewOptions.tsx";

export function Workbench({ start, overview }: { start: ReactNode; overview: Answer<Overview> }) {
  const view = usePart((state) => state.view);
  const chosen = usePart((state) => state.chosen);
  const picture = usePicture(overview.value);
  const path = usePart((state) => state.path);
  const [shape, setShape] = useState<Shape | null>(null);
  const empty = overview.value?.reports.length === 0;
  return (
    <main className="workbench">
      {view === "start" && <div className="start-column">{start}</div>}
      <section className="canvas-column" hidden={empty}>
        <CanvasPlace picture={picture.value} reports={overview.value?.reports ?? NONE} />
        <SelectOver shape={shape} onDone={() => setShape(null)} />
        {picture.waiting && <Loader className="canvas-waiting" size="sm" type="dots" />}
        {picture.error && (
          <div className="canvas-error">
            <ErrorNote error={picture.error} retry={picture.retry} />
          </div>
        )}
        {view === "graph" && (
          <div className="canvas-top">
            <ViewOptions overview={overview.value} />
            {picture.value && <ListView picture={picture.value} />}
            {picture.value && <ExportMenu picture={picture.value} />}
            {picture.value && <Selection picture={picture.value} />}
          </div>
        )}
        {picture.value && <Legend picture={picture.value} />}
        {view === "graph" && picture.value && <Timeline picture={picture.value} overview={overview.value} />}
        <CanvasTools shape={shape} onShape={setShape} />
      </section>
      {(chosen || (path && view === "graph")) && (
        <aside className="panel-column" onKeyDown={leaveByKey}>
          {chosen ? (
            <EntityPanel key={chosen} id={chosen} picture={picture.value} />
          ) : (
            path && <PathPanel path={path} />
          )}
        </aside>
      )}
    </main>
  );
}

const NONE: ReportCard[] = [];

interface ToolsProps {
  shape: Shape | null;
  onShape: (shape: Shape | null) => void;
}

function CanvasTools({ shape, onShape }: ToolsProps) {
  const { say } = useSpeech();
  const tools = [
    { label: say("zoomIn"), icon: <IconPlus size={17} />, run: () => scene()?.zoom(1.5) },
    { label: say("zoomOut"), icon: <IconMinus size={17} />, run: () => scene()?.zoom(1 / 1.5) },
    { label: say("fit"), icon: <IconFocusCentered size={17} />, run: () => scene()?.fit() },
    {
      label: say("boxSelect"),
      icon: <IconMarquee2 size={17} />,
      run: () => onShape(shape === "box" ? null : "box"),
      on: shape === "box",
    },
    {
      label: say("lasso"),
      icon: <IconLasso size={17} />,
      run: () => onShape(shape === "lasso" ? null : "lasso"),
      on: shape === "lasso",
    },
  ];
  return (
    <Paper className="canvas-tools" shadow="sm" withBorder>
      {tools.map(({ label, icon, run, on }) => (
        <Tooltip label={label} position="left" key={label}>
          <ActionIcon
            variant={on ? "light" : "subtle"}
            color={on ? "cinnabar" : "gray"}
            size="lg"
            aria-label={label}
            aria-pressed={on}
            onClick={run}
          >
            {icon}
          </ActionIcon>
        </Tooltip>
      ))}
    </Paper>
  );
}
