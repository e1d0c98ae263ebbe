/** Layout undone well enough to learn from; at run time ingest/read does it, more carefully. */

/** Full-width digits and letters to half-width, straight quotes to “ ”, blanks out of Chinese text. */
export function normalize(raw: string): string {
  let open = false;
  return raw
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[０-９Ａ-Ｚａ-ｚ％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/"/g, () => {
      open = !open;
      return open ? "“" : "”";
    })
    .replace(/[ \t\u00a0\u3000\u2002-\u200b]+/g, " ")
    .replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/g, "")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

/** Lines that break off without a closing mark go on in the next line: 国民经济⏎和社会发展 → 国民经济和社会发展. */
export function joinLines(raw: string): string {
  const lines = raw.split("\n").map((line) => line.replace(/^[#>\s■*]+/, "").trim());
  let text = "";
  let previous = "";
  for (const line of lines.filter(Boolean)) {
    const goesOn = previous.length >= 20 && !/[。！？：；”!?:;.]$/.test(previous);
    text += (text && !goesOn ? "\n" : "") + line;
    previous = line;
  }
  return text;
}
