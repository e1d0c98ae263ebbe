/** One question at a time; a new one withdraws the older. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "../../../cypher/cells.ts";
import type { ApiError } from "../../server/api.ts";
import { detailOf } from "./useAnswer.ts";

export interface Run {
  run: (question: (signal: AbortSignal) => Promise<Answer>) => void;
  stop: () => void;
  running: boolean;
}

interface Outcome {
  answer: Answer | null;
  error: ApiError["error"] | null;
}

const NOTHING: Outcome = { answer: null, error: null };

export function useRun(): Run & Outcome {
  const [state, setState] = useState({ ...NOTHING, running: false });
  const control = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    control.current?.abort();
    setState({ ...NOTHING, running: false });
  }, []);
  const run = useCallback((question: (signal: AbortSignal) => Promise<Answer>) => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setState({ ...NOTHING, running: true });
    question(mine.signal).then(
      (answer) => mine.signal.aborted || setState({ answer, error: null, running: false }),
      (error: unknown) =>
        mine.signal.aborted || setState({ answer: null, error: detailOf(error), running: false }),
    );
  }, []);
  useEffect(() => () => control.current?.abort(), []);
  return { ...state, run, stop };
}
