/** Reports dropped anywhere on the page: each file goes through its stages; at the end stands what that changed. */
import { Button, CloseButton, Group, Paper, Progress } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useRef } from "react";
import type { FileCard, FileStage } from "../../server/ingest/shapes.ts";
import { visible } from "../canvas/labels.ts";
import { ChangeView } from "../panels/ChangeView.tsx";
import { ErrorNote } from "../panels/ErrorNote.tsx";
import { Tool } from "../panels/Tool.tsx";
import { useSpeech } from "../words.ts";
import { useDrop } from "./drop.ts";
import "./ingest.css";
import { cancel, dismiss, type ShownJob, send, useJobs } from "./jobs.ts";
import { Questions } from "./Questions.tsx";

export const ACCEPT = ".txt,.md,.html,.htm,.docx,.pdf";

/** The button of the header, what shows while files are held over the page, and the uploads under way. */
export function Ingest() {
  const { say } = useSpeech();
  const dragging = useDrop((files) => void send(files));
  const jobs = useJobs();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tool label={say("addReports")} text={say("shortAdd")} onClick={() => input.current?.click()}>
        <IconFileUpload size={18} />
      </Tool>
      <input
        ref={input}
        id="ingest-files"
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        onChange={({ currentTarget }) => {
          void send([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      {dragging && (
        <div className="drop">
          <IconFileUpload size={44} />
          <strong>{say("dropHere")}</strong>
          <span>{say("dropHint")}</span>
        </div>
      )}
      {jobs.length > 0 && (
        <Paper className="ingest" shadow="xl" withBorder component="section" aria-label={say("addReports")}>
          {jobs.map((job) => (
            <Job key={job.key} job={job} />
          ))}
        </Paper>
      )}
    </>
  );
}

/** On the start page, for those who do not drag. */
export function AddReports() {
  const { say } = useSpeech();
  return (
    <p className="add-reports">
      {say("dropTip")}{" "}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconFileUpload size={15} />}
        onClick={() => document.getElementById("ingest-files")?.click()}
      >
        {say("chooseFiles")}
      </Button>
    </p>
  );
}

const FIRST_FILES = 60;

function Job({ job }: { job: ShownJob }) {
  const { say } = useSpeech();
  const { state, files, changes, error, written } = job.card;
  const going = state === "upload" || state === "running" || state === "writing";
  return (
    <article className="ingest-job" aria-busy={going}>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <strong>
          {say("addReports")} <small>{say("stageSteps")}</small>
        </strong>
        {state === "upload" || state === "running" ? (
          <Button size="compact-xs" variant="default" onClick={() => void cancel(job)}>
            {say("cancelIngest")}
          </Button>
        ) : (
          !going && <CloseButton size="sm" aria-label={say("close")} onClick={() => dismiss(job)} />
        )}
      </Group>
      <ul className="ingest-files">
        {files.slice(0, FIRST_FILES).map((file, index) => (
          <FileRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; their order never changes
            key={index}
            file={file}
            uploading={state === "upload"}
            written={written}
          />
        ))}
      </ul>
      {state === "cancelled" && <p className="ingest-note">{say("jobCancelled")}</p>}
      {error && <ErrorNote error={error} />}
      {changes.map((change, index) => (
        <ChangeView key={change.id ?? index} change={change} />
      ))}
      {state === "asking" && <Questions job={job} />}
    </article>
  );
}

const SHARE: Record<FileStage, number> = {
  waiting: 4,
  read: 12,
  extract: 40,
  ready: 65,
  write: 70,
  added: 100,
  replaced: 100,
  unchanged: 100,
  pending: 100,
  refused: 100,
  cancelled: 100,
};

function FileRow({
  file,
  uploading,
  written,
}: {
  file: FileCard;
  uploading: boolean;
  written: { done: number; total: number } | null;
}) {
  const { say, name } = useSpeech();
  const { stage } = file;
  const share = SHARE[stage] + (stage === "write" && written ? (30 * written.done) / written.total : 0);
  return (
    <li data-stage={stage}>
      <span className="ingest-line">
        <span className="ingest-name" title={visible(file.name.slice(0, 200))}>
          {visible(file.name.slice(0, 80))}
        </span>
        <small role="status">{say(uploading ? "stage_upload" : `stage_${stage}`)}</small>
      </span>
      {share < 100 && <Progress value={share} size={3} aria-label={say(`stage_${stage}`)} />}
      {file.notes.slice(0, 3).map((note) => (
        <small key={note.zh} className="ingest-warning" role={stage === "refused" ? "alert" : undefined}>
          {visible(name(note))}
        </small>
      ))}
    </li>
  );
}
