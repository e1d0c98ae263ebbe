/** Items that come → groups of them. */
type Items<T> = Iterable<T> | AsyncIterable<T>;

/** Groups of so much, as `sizeOf` says; the last may be smaller. */
export async function* parts<T>(
  items: Items<T>,
  most: number,
  sizeOf: (item: T) => number,
): AsyncGenerator<T[]> {
  let part: T[] = [];
  let size = 0;
  for await (const item of items) {
    part.push(item);
    size += sizeOf(item);
    if (size < most) continue;
    yield part;
    part = [];
    size = 0;
  }
  if (part.length > 0) yield part;
}

/** The first so many, and all with these among them. */
export async function peek<T>(
  items: Items<T>,
  count: number,
): Promise<{ first: T[]; all: AsyncIterable<T> }> {
  const rest = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const first: T[] = [];
  let ended = false;
  while (first.length < count && !ended) {
    const next = await rest.next();
    if (next.done) ended = true;
    else first.push(next.value);
  }
  async function* all(): AsyncGenerator<T> {
    try {
      yield* first.splice(0);
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return { first: [...first], all: all() };
}
