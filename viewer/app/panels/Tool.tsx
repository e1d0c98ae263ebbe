/** A small button with its name under its picture, so that it is known without a pointer to rest on it. */
import { UnstyledButton } from "@mantine/core";
import type { ReactNode, Ref } from "react";

export interface ToolProps {
  /** What it does, in full; the hint of a resting pointer and the name for those who do not see. */
  label: string;
  /** One word or two. */
  text: string;
  onClick?: (() => void) | undefined;
  disabled?: boolean;
  pressed?: boolean | undefined;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** As the target of a menu it also takes what the menu gives it. */
export function Tool({ label, text, onClick, disabled = false, pressed, children, ...rest }: ToolProps) {
  return (
    <UnstyledButton
      {...rest}
      className="tool"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
      disabled={disabled}
    >
      {children}
      <span aria-hidden="true">{text}</span>
    </UnstyledButton>
  );
}
