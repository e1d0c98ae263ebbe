/** An answer of the server as a component sees it: waiting, there, or failed with what to do. */
import { useCallback, useEffect, useState } from "react";
import type { ApiError, Overview } from "../../server/api.ts";
import { AskError, askOverview } from "../ask.ts";
import { useEdition } from "../fresh.ts";

export interface Answer<T> {
  value: T | null;
  error: ApiError["error"] | null;
  waiting: boolean;
  retry: () => void;
}

/** Asks again whenever `key` changes; the answer before stays until the new one is there. */
export function useAnswer<T>(key: string | null, question: () => Promise<T>): Answer<T> {
  const [state, setState] = useState<{
    key: string | null;
    value: T | null;
    error: ApiError["error"] | null;
  }>({
    key: null,
    value: null,
    error: null,
  });
  const [tries, setTries] = useState(0);
  const edition = useEdition();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the question
  useEffect(() => {
    if (key === null) return;
    let gone = false;
    question().then(
      (value) => gone || setState({ key, value, error: null }),
      (error: unknown) => gone || setState({ key, value: null, error: detailOf(error) }),
    );
    return () => {
      gone = true;
    };
  }, [key, tries, edition]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  const here = state.key === key;
  return {
    value: here ? state.value : null,
    error: here ? state.error : null,
    waiting: key !== null && !here,
    retry,
  };
}

export const useOverview = (): Answer<Overview> => useAnswer("overview", askOverview);

export function detailOf(error: unknown): ApiError["error"] {
  if (error instanceof AskError) return error.detail;
  const text = error instanceof Error ? error.message : String(error);
  return {
    who: "page",
    what: { zh: `页面出错：${text}`, en: `the page failed: ${text}` },
    advice: { zh: "请刷新页面。", en: "Please reload the page." },
  };
}
