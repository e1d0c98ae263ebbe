/** Start column or entity panel beside the canvas, with the legend and the canvas's own tools upon it. */
import { ActionIcon, Loader, Paper, Tooltip } from "@mantine/core";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Overview } from "../../server/api.ts";
import { scene } from "../canvas/stage.ts";
import { usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { CanvasPlace } from "./CanvasPlace.tsx";
import { EntityPanel } from "./EntityPanel.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { Legend } from "./Legend.tsx";
import type { Answer } from "./useAnswer.ts";
import { usePicture } from "./usePicture.ts";

export function Workbench({ start, overview }: { start: ReactNode; overview: Answer<Overview> }) {
  const view = usePart((state) => state.view);
  const chosen = usePart((state) => state.chosen);
  const picture = usePicture(overview.value);
  const empty = overview.value?.reports.length === 0;
  return (
    <main className="workbench">
      {view === "start" && <div className="start-column">{start}</div>}
      <section className="canvas-column" hidden={empty}>
        <CanvasPlace picture={picture.value} />
        {picture.waiting && <Loader className="canvas-waiting" size="sm" type="dots" />}
        {picture.error && (
          <div className="canvas-error">
            <ErrorNote error={picture.error} retry={picture.retry} />
          </div>
        )}
        {picture.value && <Legend picture={picture.value} />}
        <CanvasTools />
      </section>
      {chosen && (
        <aside className="panel-column">
          <EntityPanel key={chosen} id={chosen} picture={picture.value} />
        </aside>
      )}
    </main>
  );
}

function CanvasTools() {
  const { say } = useSpeech();
  const tools = [
    { label: say("zoomIn"), icon: <IconPlus size={17} />, run: () => scene()?.zoom(1.5) },
    { label: say("zoomOut"), icon: <IconMinus size={17} />, run: () => scene()?.zoom(1 / 1.5) },
    { label: say("fit"), icon: <IconFocusCentered size={17} />, run: () => scene()?.fit() },
  ];
  return (
    <Paper className="canvas-tools" shadow="sm" withBorder>
      {tools.map(({ label, icon, run }) => (
        <Tooltip label={label} position="left" key={label}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={run}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ))}
    </Paper>
  );
}
