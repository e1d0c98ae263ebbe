/** The Cypher editor as a component; loaded when first opened. */
import type { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { ApiError } from "../../server/api.ts";
import { askExplain } from "../ask.ts";
import { type Lang, useSpeech } from "../words.ts";
import { setTrouble, type Trouble } from "./errors.ts";
import { parametersIn } from "./scan.ts";
import { createView } from "./view.ts";

interface Props {
  value: string;
  /** Of the last run. */
  error: ApiError["error"] | null;
  onChange: (value: string) => void;
  onRun: (value: string) => void;
}

/** A pause in typing after which the store is asked whether it understands. */
const PAUSE = 900;

export default function Editor({ value, error, onChange, onRun }: Props) {
  const { say, lang } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const tell = useRef({ onChange, onRun, lang });
  tell.current = { onChange, onRun, lang };
  const label = say("cypherEditor");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; changes come by the effects below
  useEffect(() => {
    const checks = createChecks((trouble) => view.current?.dispatch({ effects: setTrouble.of(trouble) }));
    const made = createView(place.current as HTMLDivElement, value, label, {
      lang: () => tell.current.lang,
      changed: (text) => {
        checks.later(text, tell.current.lang);
        tell.current.onChange(text);
      },
      run: (text) => tell.current.onRun(text),
    });
    view.current = made;
    return () => {
      checks.stop();
      made.destroy();
    };
  }, []);
  useEffect(() => {
    const here = view.current;
    if (here && here.state.doc.toString() !== value)
      here.dispatch({ changes: { from: 0, to: here.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: setTrouble.of(troubleOf(error, lang)) });
  }, [error, lang]);
  return <div ref={place} className="editor" />;
}

const troubleOf = (error: ApiError["error"] | null, lang: Lang): Trouble =>
  error && { error, words: `${error.what[lang]} ${error.advice[lang]}` };

/** Asks the store for its plan of what is written, once typing pauses; only the last question counts. */
function createChecks(tell: (trouble: Trouble) => void): {
  later: (text: string, lang: Lang) => void;
  stop: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let count = 0;
  const check = async (text: string, lang: Lang): Promise<void> => {
    const mine = ++count;
    const parameters = Object.fromEntries(parametersIn(text).map((name) => [name, 1]));
    const answer = await askExplain(text, parameters).catch(() => null);
    if (answer && mine === count) tell(troubleOf(answer.error, lang));
  };
  const stop = (): void => {
    count++;
    clearTimeout(timer);
  };
  const later = (text: string, lang: Lang): void => {
    stop();
    if (text.trim() !== "") timer = setTimeout(() => void check(text, lang), PAUSE);
  };
  return { later, stop };
}
