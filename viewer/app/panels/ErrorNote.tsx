/** An error: whom it befell, what happened, what to do. */
import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ApiError } from "../../server/api.ts";
import { useSpeech } from "../words.ts";

export function ErrorNote({ error, retry }: { error: ApiError["error"]; retry?: () => void }) {
  const { say, name } = useSpeech();
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={name(error.what)}
      role="alert"
    >
      {name(error.advice)}
      {retry && (
        <Button size="compact-sm" variant="light" color="red" mt="xs" display="block" onClick={retry}>
          {say("retry")}
        </Button>
      )}
    </Alert>
  );
}
