/** Removing or replacing a report, after a look at what goes. */
import { ActionIcon, Button, Group, Menu, Modal, Skeleton } from "@mantine/core";
import { IconDots, IconFileUpload, IconTrash } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { ApiError, ReportCard } from "../../server/api.ts";
import { removeReport } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { refresh } from "../fresh.ts";
import { ChangeView } from "../panels/ChangeView.tsx";
import { ErrorNote } from "../panels/ErrorNote.tsx";
import { detailOf, useAnswer } from "../panels/useAnswer.ts";
import { useSpeech } from "../words.ts";
import { ACCEPT } from "./Ingest.tsx";
import { send } from "./jobs.ts";

/** `onRemoved` is called when it is gone. */
export function ReportMenu({ report, onRemoved }: { report: ReportCard; onRemoved?: () => void }) {
  const { say } = useSpeech();
  const [removing, setRemoving] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const label = say("reportMenu", { title: visible(report.title.slice(0, 60)) });
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" className="report-menu" aria-label={label} title={label}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileUpload size={15} />} onClick={() => input.current?.click()}>
            {say("replaceReport")}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => setRemoving(true)}>
            {say("removeReport")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT}
        onChange={({ currentTarget }) => {
          void send([...(currentTarget.files ?? [])], report.id);
          currentTarget.value = "";
        }}
      />
      {removing && <Removal report={report} close={() => setRemoving(false)} onRemoved={onRemoved} />}
    </>
  );
}

function Removal({
  report,
  close,
  onRemoved,
}: {
  report: ReportCard;
  close: () => void;
  onRemoved: (() => void) | undefined;
}) {
  const { say } = useSpeech();
  const [error, setError] = useState<ApiError["error"] | null>(null);
  const [busy, setBusy] = useState(false);
  const preview = useAnswer(`removal ${report.id}`, () => removeReport(report.id, true));
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await removeReport(report.id, false);
      close();
      refresh();
      onRemoved?.();
    } catch (reason) {
      setError(detailOf(reason));
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={say("removePreview", { title: visible(report.title.slice(0, 60)) })}>
      {preview.waiting && <Skeleton height={60} />}
      {preview.error && <ErrorNote error={preview.error} retry={preview.retry} />}
      {preview.value && <ChangeView change={preview.value} />}
      {error && <ErrorNote error={error} />}
      <Group mt="md" gap="sm">
        <Button loading={busy} onClick={() => void remove()}>
          {say("removeSure")}
        </Button>
        <Button variant="default" onClick={close}>
          {say("keepIt")}
        </Button>
      </Group>
    </Modal>
  );
}
