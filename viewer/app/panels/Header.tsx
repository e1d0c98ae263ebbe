/** Brand, search, undo and redo, language, light or dark. */
import { Group, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLanguage,
  IconMessageQuestion,
  IconMoon,
  IconSun,
} from "@tabler/icons-react";
import { Ingest } from "../ingest/Ingest.tsx";
import { askQuery, goStart } from "../state.ts";
import { act, canRedo, canUndo, redo, undo, usePart } from "../store.ts";
import { type Lang, useSpeech } from "../words.ts";
import { SearchBox } from "./SearchBox.tsx";
import { Tool } from "./Tool.tsx";

export function Header({ setLang }: { setLang: (lang: Lang) => void }) {
  const { say, lang } = useSpeech();
  const view = usePart((state) => state.view);
  usePart((state) => state);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  useHotkeys([
    ["mod+K", focusSearch],
    ["mod+Z", undo],
    ["mod+shift+Z", redo],
    ["mod+Y", redo],
  ]);
  return (
    <header className="header">
      <UnstyledButton className="brand" onClick={() => act(goStart())} aria-label={say("home")}>
        <Logo />
        <span>{say("brand")}</span>
      </UnstyledButton>
      <div className="header-search">{view === "start" ? null : <SearchBox size="sm" />}</div>
      <Group className="header-tools" gap={0} wrap="nowrap">
        {view === "graph" && (
          <>
            <Tool label={say("undo")} text={say("undo")} onClick={undo} disabled={!canUndo()}>
              <IconArrowBackUp size={18} />
            </Tool>
            <Tool label={say("redo")} text={say("redo")} onClick={redo} disabled={!canRedo()}>
              <IconArrowForwardUp size={18} />
            </Tool>
          </>
        )}
        <Ingest />
        <Tool label={say("questions")} text={say("shortAsk")} onClick={() => act(askQuery({}))}>
          <IconMessageQuestion size={18} />
        </Tool>
        <Tool
          label={say("language")}
          text={say("shortLanguage")}
          onClick={() => setLang(lang === "zh" ? "en" : "zh")}
        >
          <IconLanguage size={18} />
        </Tool>
        <Tool
          label={say("theme")}
          text={say(scheme === "dark" ? "shortLight" : "shortDark")}
          onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
        >
          {scheme === "dark" ? <IconSun size={18} /> : <IconMoon size={18} />}
        </Tool>
      </Group>
    </header>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>("[data-main-search]")?.focus();
}

function Logo() {
  return (
    <svg viewBox="0 0 32 32" width={26} height={26} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#a8322d" />
      <path d="M10 22 16 10l7 7M10 22l13-5" stroke="#fff" strokeWidth="1.8" fill="none" />
      <g fill="#fff">
        <circle cx="16" cy="9.5" r="3.6" />
        <circle cx="9.5" cy="22.5" r="2.8" />
        <circle cx="23.5" cy="17.5" r="2.4" />
      </g>
    </svg>
  );
}
