/** Characters and patterns of layout that several files of `read/` and passages.ts share. */

/** A sentence is over: 。！？；：… and closing quotes or brackets after them. */
export const ENDED = /[。！？；：…!?;:][”’）」』)]*$/;
export const FULL_STOP = /[。！？!?][”’）」』)]*$/;
export const CJK = "\u2e80-\u9fff\uf900-\ufaff";

/** The line begins something of its own: 一、 （一） 1. ① —— • 第一章 */
export const BEGINS =
  /^(?:第[一二三四五六七八九十百零\d]{1,4}[篇章节编条]|第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳]|——|[•·●■◆▲★※]|[一二三四五六七八九十]{1,2}(?:是|要)|专栏|表\s?\d|附[件表录]|各位代表)/;

/** Width of a line in full-width characters: ASCII counts half. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2000 ? 0.5 : 1;
  return width;
}
