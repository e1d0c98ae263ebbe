/** How far a making anew has come, told now and then. */
import type { OpenOptions } from "./store.ts";

const EVERY = 50; // reports

export function telling(note: OpenOptions["note"]): (done: number, total: number) => void {
  return (done, total) => {
    if (total > EVERY && done > 0 && done % EVERY === 0)
      note?.(`已重建 ${done} / ${total} 份报告`, `made anew: ${done} of ${total} reports`);
  };
}
