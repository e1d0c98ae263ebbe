/** Dates as a report writes them → ISO: 2031年1月3日, 二〇三一年一月三日, 2031-01-03. */

const DIGITS = "〇一二三四五六七八九";
const SPOKEN =
  /([二一][〇零○O九一二三四五六七八]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
const WRITTEN = /((?:19|20)\d\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?/;

/** 十二 → 12, 三十 → 30, 二〇 is for years only. */
function small(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["零", text];
  const digit = (c: string | undefined): number => Math.max(0, DIGITS.indexOf(c || "〇"));
  return text.includes("十") ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(text);
}

function iso(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** First date in a text, ISO; undefined when there is none. */
export function dateIn(text: string): string | undefined {
  const written = WRITTEN.exec(text);
  if (written) return iso(Number(written[1]), Number(written[2]), Number(written[3]));
  const spoken = SPOKEN.exec(text);
  if (!spoken) return undefined;
  const year = (spoken[1] ?? "")
    .replace(/[零○O]/g, "〇")
    .replace(/./g, (c) => String(Math.max(0, DIGITS.indexOf(c))));
  return iso(Number(year), small(spoken[2] ?? ""), small(spoken[3] ?? ""));
}

const MEETING = /(?:会议上|大会上|报告)/;

/** The day of the meeting, else of publication, from the lines at the head; null when none is given. */
export function reportDate(lines: readonly string[]): string | null {
  const short = lines.slice(0, 15).filter((line) => line.length <= 110);
  const meeting = short.find((line) => MEETING.test(line) && dateIn(line));
  const alone = short.find((line) => line.length <= 30 && dateIn(line));
  const found = meeting ?? alone;
  return (found && dateIn(found)) ?? null;
}
