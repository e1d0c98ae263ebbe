/** A small button of the header with its name beside it when the pointer rests. */
import { ActionIcon, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

export function Tool(props: { label: string; onClick: () => void; disabled?: boolean; children: ReactNode }) {
  return (
    <Tooltip label={props.label} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={props.label}
        onClick={props.onClick}
        disabled={props.disabled ?? false}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
