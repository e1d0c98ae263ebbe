/** HTML → lines: the element that holds the text, its paragraphs, headings and tables; menus and tools are left out. */
import * as cheerio from "cheerio";
import type { AnyNode, Element } from "domhandler";
import { cleanCharacters } from "./characters.ts";
import type { Line, Read } from "./line.ts";

const NEVER =
  "script,style,noscript,template,iframe,object,svg,canvas,form,button,select,input,nav,aside,footer,[hidden],[aria-hidden=true],[role=navigation],[role=banner],[role=search]";
const MENU =
  /(?:^|[-_\s])(?:nav|menu|navbar|breadcrumb|crumbs?|share|bdshare|toolbar|pager|pagination|sidebar|copyright|footer|foot|related|recommend|qrcode|print|comment)(?:$|[-_\s\d])/i;
const BLOCK = new Set(
  "address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const HEADING = /^h[1-6]$/;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** A cell as long as this holds text, not a value: the table only arranges the page. */
const LONG_CELL = 400;
const DEPTH = 400;
/** Columns of a table. */
const WIDEST = 100;
/** A page nested deeper than this was made to break readers: its tags are taken out as text. */
const DEEPEST = 1_500;

const isElement = (node: AnyNode): node is Element => node.type === "tag";

/** Lines while they grow. */
interface Draft {
  lines: Line[];
  text: string;
  links: number;
}

function flush(draft: Draft, kind: Line["kind"]): void {
  const raw = draft.text.replace(/[\t\n\r ]+$/, "");
  const text = raw.trim();
  const linked = draft.links;
  draft.text = "";
  draft.links = 0;
  if (!text) return;
  if (linked > text.length * 0.7 && text.length < 60 && kind !== "heading") return;
  draft.lines.push({ text, kind, indent: /^ {2,}/.test(raw) });
}

function isHidden(element: Element): boolean {
  return HIDDEN.test(element.attribs.style ?? "");
}

/** m<sup>2</sup> is text, <sup>[3]</sup> is a mark. */
function supText(element: Element, $: cheerio.CheerioAPI): string {
  const text = $(element).text().trim();
  return /^[23]$/.test(text) && /m$/i.test(previousText(element))
    ? text
    : /^[[［〔(（]?\d{1,3}[\]］〕)）]?$|^[①-⑳]$/.test(text)
      ? ""
      : text;
}

function previousText(element: Element): string {
  const before = element.prev;
  return before && before.type === "text" ? before.data.trimEnd() : "";
}

function walk(nodes: AnyNode[], draft: Draft, $: cheerio.CheerioAPI, inLink: boolean, depth: number): void {
  if (depth > DEPTH) return;
  for (const node of nodes) {
    if (node.type === "text") {
      const text = node.data.replace(/[\t\n\r]+/g, " ");
      draft.text += text;
      if (inLink) draft.links += text.trim().length;
    } else if (isElement(node)) walkElement(node, draft, $, inLink, depth);
  }
}

function walkElement(
  element: Element,
  draft: Draft,
  $: cheerio.CheerioAPI,
  inLink: boolean,
  depth: number,
): void {
  const name = element.name;
  if (isHidden(element)) return;
  if (name === "br") {
    flush(draft, "line");
    return;
  }
  if (name === "sup") {
    draft.text += supText(element, $);
    return;
  }
  if (name === "table" && isDataTable(element, $)) {
    flush(draft, "paragraph");
    draft.lines.push(...tableRows(element, $));
    return;
  }
  const block = BLOCK.has(name);
  if (block) flush(draft, "paragraph");
  walk(element.children, draft, $, inLink || name === "a", depth + 1);
  if (block) flush(draft, HEADING.test(name) ? "heading" : hasBreak(element) ? "line" : "paragraph");
}

/** 一段<br>二段: its last piece is a line like the others. */
function hasBreak(element: Element): boolean {
  return element.children.some((child) => isElement(child) && child.name === "br");
}

function isDataTable(table: Element, $: cheerio.CheerioAPI): boolean {
  const cells = $(table).find("td,th");
  if ($(table).find("table").length > 0 || cells.length < 4) return false;
  return !cells.toArray().some((cell) => $(cell).text().trim().length > LONG_CELL);
}

/** Rows with cells separated by tabs; cells that span are followed by empty ones, so that columns keep their place. */
export function tableRows(table: Element, $: cheerio.CheerioAPI): Line[] {
  const below = new Map<number, number>();
  return $(table)
    .find("tr")
    .toArray()
    .map((row) => {
      const cells: string[] = [];
      const skip = (): void => {
        for (
          let left = below.get(cells.length) ?? 0;
          left > 0 && cells.length < WIDEST;
          left = below.get(cells.length) ?? 0
        ) {
          below.set(cells.length, left - 1);
          cells.push("");
        }
      };
      for (const cell of $(row).children("td,th").toArray()) {
        skip();
        const span = Math.min(Number.parseInt($(cell).attr("colspan") ?? "1", 10) || 1, 50);
        const rows = Math.min(Number.parseInt($(cell).attr("rowspan") ?? "1", 10) || 1, 500);
        for (let i = 0; i < span && cells.length < WIDEST; i++) {
          if (rows > 1) below.set(cells.length, rows - 1);
          cells.push(i === 0 ? $(cell).text().replace(/\s+/g, " ").trim() : "");
        }
      }
      skip();
      return cells;
    })
    .filter((cells) => cells.some(Boolean))
    .map((cells): Line => rowOf(cells));
}

function rowOf(cells: string[]): Line {
  const filled = cells.filter(Boolean);
  return filled.length === 1
    ? { text: filled[0] ?? "", kind: "paragraph" }
    : { text: cells.join("\t"), kind: "row" };
}

/** How much running text an element holds: characters of its text with punctuation, not of links. */
function weigh(nodes: AnyNode[], weights: Map<Element, number>, depth: number): number {
  let sum = 0;
  if (depth > DEPTH) return 0;
  for (const node of nodes) {
    if (node.type === "text") sum += /[。；，]/.test(node.data) ? node.data.length : 0;
    else if (isElement(node) && node.name !== "a") {
      const weight = weigh(node.children, weights, depth + 1);
      weights.set(node, weight);
      sum += weight;
    }
  }
  return sum;
}

/** The innermost element that still holds nine tenths of the running text. */
function mainElement(body: Element): Element {
  const weights = new Map<Element, number>();
  const all = weigh(body.children, weights, 0);
  let at = body;
  for (let depth = 0; depth < DEPTH; depth++) {
    const inner = at.children.filter(isElement).find((child) => (weights.get(child) ?? 0) >= all * 0.9);
    if (!inner || inner.name === "p" || inner.name === "table" || inner.name === "span") return at;
    at = inner;
  }
  return at;
}

const DATE_META =
  'meta[name="PubDate" i],meta[name="publishdate" i],meta[property="article:published_time"],meta[name="firstpublishedtime" i]';

/** Title and date that stand outside the main element. */
function headLines($: cheerio.CheerioAPI, lines: Line[], whole: string): Line[] {
  const body = lines
    .slice(0, 30)
    .map((line) => line.text.replace(/\s/g, ""))
    .join("");
  const titles = [
    $('meta[name="ArticleTitle" i]').attr("content"),
    $("h1").first().text(),
    $("title").first().text(),
  ];
  const title = titles
    .map((text) => text?.split(/[-_|–—]{1,2}\s*(?=[^-_|–—]{2,20}(?:网|政府|局|平台|公开)\s*$)/)[0]?.trim())
    .find(Boolean);
  const head: Line[] = [];
  if (title && !body.includes(title.replace(/\s/g, ""))) head.push({ text: title, kind: "heading" });
  const date =
    $(DATE_META).attr("content") ??
    /(?:发布时间|发布日期|时间|日期)[：:]\s*((?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?)/.exec(whole)?.[1];
  if (date && !/(?:时间|日期)[：:]/.test(body))
    head.push({ text: `时间：${date.slice(0, 10)}`, kind: "paragraph" });
  return head;
}

function stripMenus($: cheerio.CheerioAPI): void {
  $(NEVER).remove();
  $("[class],[id]").each((_, element) => {
    if (!isElement(element) || element.name === "body" || element.name === "html") return;
    if (!MENU.test(`${element.attribs.class ?? ""} ${element.attribs.id ?? ""}`)) return;
    const text = $(element).text();
    if ((text.match(/。/g)?.length ?? 0) < 3) $(element).remove();
  });
}

function clean(line: Line): Line[] {
  const { text } = cleanCharacters(line.text);
  if (line.kind === "row") return [{ ...line, text: text.replace(/\n/g, " ") }];
  return text
    .split("\n")
    .filter((part) => part.trim())
    .map((part) => ({ ...line, text: part.trim() }));
}

function isTooDeep(raw: string): boolean {
  let depth = 0;
  for (const [, close] of raw.matchAll(
    /<(\/?)(?:div|span|table|tbody|tr|td|ul|ol|li|font|b|i|p|em|strong|section|a)\b/gi,
  )) {
    depth = Math.max(0, depth + (close ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

function readTags(raw: string): Read {
  const { text, warnings } = cleanCharacters(raw.replace(/<[^<>]{0,2000}>/g, "\n"));
  return {
    lines: text.split("\n").map((line) => ({ text: line.trim(), kind: line.trim() ? "line" : "blank" })),
    warnings,
  };
}

/** Lines of a page or of a fragment (`fragment`: all of it is content, as from Word). */
export function readHtml(raw: string, fragment = false): Read {
  if (isTooDeep(raw)) return readTags(raw);
  const $ = cheerio.load(raw);
  const titleHint = $("title").first().text().trim();
  const wholeText = fragment ? "" : $("body").text().slice(0, 100_000);
  if (!fragment) stripMenus($);
  const body = $("body").get(0);
  const draft: Draft = { lines: [], text: "", links: 0 };
  if (body) walk([fragment ? body : mainElement(body)], draft, $, false, 0);
  flush(draft, "paragraph");
  const lines = draft.lines.flatMap(clean);
  const head = fragment ? [] : headLines($, lines, wholeText);
  const read: Read = { lines: [...head, ...lines], warnings: [] };
  if (titleHint) read.titleHint = titleHint;
  return read;
}
