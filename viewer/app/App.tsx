/** The page: header, and by view the start, the canvas with its panels, or a report's text. */
import { MantineProvider, useMantineColorScheme } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import { Compare } from "./compare/Compare.tsx";
import { News } from "./ingest/News.tsx";
import { Console } from "./panels/Console.tsx";
import { Header } from "./panels/Header.tsx";
import { Reader } from "./panels/Reader.tsx";
import { Start } from "./panels/Start.tsx";
import { useOverview } from "./panels/useAnswer.ts";
import { Workbench } from "./panels/Workbench.tsx";
import { usePart } from "./store.ts";
import { theme } from "./theme.ts";
import { type Lang, SpeechContext, speech } from "./words.ts";

export function App() {
  const [lang, setLang] = useLocalStorage<Lang>({ key: "zhengtu-lang", defaultValue: "zh" });
  const words = useMemo(() => speech(lang), [lang]);
  return (
    <SpeechContext value={words}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Page setLang={setLang} />
      </MantineProvider>
    </SpeechContext>
  );
}

function Page({ setLang }: { setLang: (lang: Lang) => void }) {
  const view = usePart((state) => state.view);
  const { colorScheme } = useMantineColorScheme();
  const overview = useOverview();
  return (
    <div className="page" data-view={view} data-scheme={colorScheme}>
      <Header setLang={setLang} />
      {view === "report" && <Reader />}
      {view === "cypher" && <Console />}
      {view === "compare" && <Compare />}
      {(view === "start" || view === "graph") && <News />}
      {(view === "start" || view === "graph") && (
        <Workbench start={<Start overview={overview} />} overview={overview} />
      )}
    </div>
  );
}
