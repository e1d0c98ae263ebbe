/** Progress of anything over a second: a bar with count, rate and time left on a terminal, plain lines elsewhere. */
import { SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  step(done: number): void;
  stop(): void;
}

const LINE_EVERY_MS = 5_000;
const SHOW_AFTER_MS = 1_000;

export function progress(terminal: Terminal, label: string, total: number): Progress {
  const began = Date.now();
  return process.stderr.isTTY ? bar(terminal, label, total, began) : lines(terminal, label, total, began);
}

function bar({ say }: Terminal, label: string, total: number, began: number): Progress {
  let shown: SingleBar | undefined;
  const format = say(
    `${label} {bar} {value}/{total} · 每秒 {rate} · 剩余 {left}`,
    `${label} {bar} {value}/{total} · {rate}/s · {left} left`,
  );
  return {
    step(done) {
      if (Date.now() - began < SHOW_AFTER_MS) return;
      if (!shown) {
        shown = new SingleBar({ format, barsize: 24, hideCursor: true, stream: process.stderr });
        shown.start(total, done, { rate: "–", left: "–" });
      }
      shown.update(done, { rate: rateOf(done, began).toFixed(1), left: leftOf(done, total, began) });
    },
    stop: () => shown?.stop(),
  };
}

function lines({ say, note }: Terminal, label: string, total: number, began: number): Progress {
  let last = began;
  return {
    step(done) {
      const now = Date.now();
      if (now - last < LINE_EVERY_MS) return;
      last = now;
      const rate = rateOf(done, began).toFixed(1);
      const left = leftOf(done, total, began);
      note(
        say(
          `${label} ${done}/${total}，每秒 ${rate}，剩余 ${left}`,
          `${label} ${done}/${total}, ${rate}/s, ${left} left`,
        ),
      );
    },
    stop() {},
  };
}

function rateOf(done: number, began: number): number {
  return done / Math.max(0.001, (Date.now() - began) / 1000);
}

function leftOf(done: number, total: number, began: number): string {
  const seconds = Math.ceil((total - done) / Math.max(0.001, rateOf(done, began)));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
