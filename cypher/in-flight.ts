/** Work that goes on beside the caller's, a few pieces at once. */
export interface InFlight {
  /** Begins a piece as soon as fewer than so many are under way. Throws what an earlier one threw. */
  add(work: () => Promise<void>): Promise<void>;
  /** Waits for all. Throws what one of them threw. */
  end(): Promise<void>;
}

export function inFlight(most: number): InFlight {
  const underway = new Set<Promise<void>>();
  let failed: { error: unknown } | undefined;
  const check = () => {
    const told = failed;
    failed = undefined;
    if (told) throw told.error;
  };
  return {
    add: async (work) => {
      while (underway.size >= most) await Promise.race(underway);
      check();
      const piece: Promise<void> = work()
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => underway.delete(piece));
      underway.add(piece);
    },
    end: async () => {
      await Promise.all(underway);
      check();
    },
  };
}
