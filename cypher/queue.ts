/** Turns for what may not run at once: writings one after another; readings together, but not while a file is swapped. */
export class Turns {
  #writing: Promise<unknown> = Promise.resolve();
  readonly #reading = new Set<Promise<unknown>>();
  #closed: Promise<unknown> | undefined;

  /** One writing at a time, in the order asked for. */
  write<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(work, work);
    this.#writing = turn.catch(() => {});
    return turn;
  }

  async read<T>(work: () => Promise<T>): Promise<T> {
    while (this.#closed) await this.#closed;
    const reading = work();
    const done = reading.catch(() => {}).finally(() => this.#reading.delete(done));
    this.#reading.add(done);
    return reading;
  }

  /** Runs when no reading is under way, and lets none begin meanwhile. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    let open = () => {};
    this.#closed = new Promise<void>((resolve) => {
      open = resolve;
    });
    try {
      await Promise.all(this.#reading);
      return await work();
    } finally {
      this.#closed = undefined;
      open();
    }
  }
}
