/** What every command needs of the terminal: the language, and how to say something in it. */

export type Lang = "zh" | "en";
export type Say = (zh: string, en: string) => string;

export interface Terminal {
  lang: Lang;
  /** Picks the words of the chosen language. */
  say: Say;
  /** A line of the result, to standard output. */
  print(line: string): void;
  /** A line about the work (progress, warnings, refusals), to standard error. */
  note(line: string): void;
}

/** Chinese, unless `--lang en` or the locale (LC_ALL, LC_MESSAGES, LANG) names English. */
export function languageOf(option: string | undefined, env: NodeJS.ProcessEnv): Lang {
  if (option === "zh" || option === "en") return option;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^en/i.test(locale) ? "en" : "zh";
}

export function terminal(lang: Lang): Terminal {
  return {
    lang,
    say: (zh, en) => (lang === "en" ? en : zh),
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
  };
}

/** Control and format characters (bidi, zero width) of report text or file names never reach the terminal. */
export function plain(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, "");
}
