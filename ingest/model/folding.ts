/** Characters as the tagger sees them; one code unit in, one out, so that positions stay those of the text. */

export interface Folded {
  /** Full-width marks, digits and letters to half-width: “，” → ",", “Ａ” → "A". */
  codes: Uint16Array;
  /** And lower case: “5G” → "5g". What names and divisions are looked up by. */
  lower: Uint16Array;
  /** And every digit 0: “2023” → "0000". What bigrams and words are looked up by. */
  plain: Uint16Array;
}

export function fold(text: string): Folded {
  const { length } = text;
  const codes = new Uint16Array(length);
  const lower = new Uint16Array(length);
  const plain = new Uint16Array(length);
  for (let i = 0; i < length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
    else if (code === 0x3000) code = 0x20;
    codes[i] = code;
    if (code >= 0x41 && code <= 0x5a) code += 0x20;
    lower[i] = code;
    plain[i] = code >= 0x30 && code <= 0x39 ? 0x30 : code;
  }
  return { codes, lower, plain };
}

/** A name in the form it is looked up by. */
export const foldName = (name: string): string => String.fromCharCode(...fold(name).lower);
