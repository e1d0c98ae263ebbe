/** Short names that the report itself gives: 云河区星海产业园（以下简称“星海园”）. */
import type { Mention, Range } from "../types.ts";

export interface Definition {
  /** The mention that is given another name. */
  of: Mention;
  /** Where the other name stands. */
  short: Range;
}

const DEFINITION =
  /[（(](?:以下)?(?:统称|简称|又称|原名|曾用名)(?:为)?[：:]?[“"「]?([^“”"「」（）()，。；\n]{2,16})[”"」]?[）)]/gu;

/** Every definition whose bracket follows a mention at once. `mentions` sorted by start. */
export function definitions(text: string, mentions: readonly Mention[]): Definition[] {
  const endsAt = new Map<number, Mention>();
  for (const mention of mentions) if (!mention.depth) endsAt.set(mention.end, mention);
  const found: Definition[] = [];
  for (const match of text.matchAll(DEFINITION)) {
    const of = endsAt.get(match.index) ?? endsAt.get(match.index - 1);
    if (!of || !match[1]) continue;
    const start = match.index + match[0].indexOf(match[1]);
    found.push({ of, short: { start, end: start + match[1].length } });
  }
  return found;
}
