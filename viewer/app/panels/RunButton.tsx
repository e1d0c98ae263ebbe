/** Runs a question, or stops the one that runs. Without `run` it submits the form that it stands in. */
import { Button } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useSpeech } from "../words.ts";

export function RunButton(props: { running: boolean; run?: () => void; stop: () => void }) {
  const { say } = useSpeech();
  return props.running ? (
    <Button
      key="stop"
      size="compact-md"
      color="gray"
      leftSection={<IconPlayerStop size={15} />}
      onClick={props.stop}
    >
      {say("cancel")}
    </Button>
  ) : (
    <Button
      key="run"
      size="compact-md"
      type={props.run ? "button" : "submit"}
      leftSection={<IconPlayerPlay size={15} />}
      onClick={props.run}
    >
      {say("run")}
    </Button>
  );
}
