/** After the graph has changed: what was answered before is asked again. */
import { useSyncExternalStore } from "react";
import { forget } from "./ask.ts";
import { forgetPictures } from "./canvas/picture.ts";

let edition = 0;
const listeners = new Set<() => void>();

export function refresh(): void {
  forget();
  forgetPictures();
  edition++;
  for (const listener of listeners) listener();
}

/** Goes up whenever the graph has changed. */
export const useEdition = (): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => edition,
  );
