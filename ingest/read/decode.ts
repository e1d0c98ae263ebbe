/** Bytes → text: UTF-8 with or without BOM, UTF-16 with or without BOM, GB18030 (GBK, GB2312 are parts of it). */

export interface Decoded {
  text: string;
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
  /** Characters that could not be decoded, now U+FFFD. */
  lost: number;
}

const SAMPLE = 65_536;

function decodeAs(bytes: Uint8Array, encoding: Decoded["encoding"]): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, lost: countLost(text) };
}

function countLost(text: string): number {
  let lost = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) lost++;
  return lost;
}

/** UTF-16 has no BOM here: the high bytes of CJK (4E–9F), of ASCII (00) and of 。，（30, FF) stand all on one side. */
function utf16Side(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  const pairs = length / 2;
  const high = (b: number): boolean => b === 0 || (b >= 0x4e && b <= 0x9f) || b === 0x30 || b === 0xff;
  let [even, odd, zeros] = [0, 0, 0];
  for (let i = 0; i < length; i += 2) {
    if (high(bytes[i] ?? 0)) even++;
    if (high(bytes[i + 1] ?? 0)) odd++;
    if (bytes[i] === 0 || bytes[i + 1] === 0) zeros++;
  }
  if (zeros < pairs * 0.005) return undefined;
  if (odd > pairs * 0.95 && even < pairs * 0.8) return "utf-16le";
  if (even > pairs * 0.95 && odd < pairs * 0.8) return "utf-16be";
  return undefined;
}

/** The text of a file's bytes, or undefined when they are not text in any of these encodings. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decodeAs(bytes, "utf-16le");
  if (a === 0xfe && b === 0xff) return decodeAs(bytes, "utf-16be");
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs(bytes, "utf-8");
  const side = utf16Side(bytes);
  if (side) return decodeAs(bytes, side);
  const utf8 = decodeAs(bytes, "utf-8");
  if (utf8.lost === 0) return isText(utf8) ? utf8 : undefined;
  const gb = decodeAs(bytes, "gb18030");
  const best = utf8.lost / utf8.text.length <= gb.lost / gb.text.length + 0.002 ? utf8 : gb;
  return isText(best) ? best : undefined;
}

/** Few control characters, few losses: a program or a picture is not text. */
function isText({ text, lost }: Decoded): boolean {
  const sample = text.slice(0, SAMPLE);
  let control = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) control++;
  }
  return control <= sample.length * 0.01 && lost <= text.length * 0.05;
}
