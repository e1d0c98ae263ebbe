/** What a web page has around its text: menus, tools, share buttons, lists of links, the foot. For pages saved as text too. */
import type { Line } from "./line.ts";

/** Signs that a text was taken from a web page. */
const WEB =
  /^(?:分享到|上一篇|下一篇|相关(?:文章|报道|阅读|链接|新闻|信息|文档)|标签云|您的位置|当前位置|您当前的位置|打印(?:本页)?|收藏|全屏|下载|首页|关闭(?:窗口)?|返回顶部|网站地图|联系我们|【?字[号体]|版权所有|热门|阅读[：:]|浏览次数|来源[：:]|发布时间|时间[：:]|.{0,20}ICP备|.{0,12}公网安备)/;
/** From here on there is no more text. */
const FOOT =
  /^(?:分享到|分享[：:]|扫一扫|上一[篇条]|下一[篇条]|相关(?:文章|报道|阅读|链接|新闻|信息|文档|稿件)|标签云|热门(?:文章|标签)?|推荐阅读|猜你喜欢|版权所有|主办单位|主办[：:]|承办[：:]|返回顶部|打印本页|关闭窗口|》+点击|责任编辑|[（(【[]?(?:责任)?编辑[：:]|.{0,20}ICP备|收藏$|微信公众号|网站地图|联系我们|关于我们|友情链接|免责声明|版权声明|特别声明|声明[：:]|本站)/;
/** Lines at the head that say what the report is: title, meeting, office and name, date, who publishes. */
const HEAD =
  /^——|第.{1,4}届|报告|公报|纲要|规划|草案|大会|会议|[省市区县州盟旗]长|主任|局长|书记|统计局|调查队|人民政府$|^[（(]?(?:二〇|20|19)\S{2,3}年\S{1,3}月\S{1,3}日[）)]?$/;
const DATED = /(?:时间|日期)\s?[：:]\s?((?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?)/;
const BARE_DATE = /^((?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?:\s?\d{1,2}:\d\d(?::\d\d)?)?$/;
/** What a site wrote after the last sentence: …努力奋斗！来源：某某网 */
const SIGNED =
  /([。！!？”])[。\s]*(?:(?:信息|文章|内容|数据|稿件)?来源|微信公众号|更多内容|本文来源|搜索|关注|转自|摘自)[：:\s]?[^。！]{0,30}$/;

/** The record of a document on a government site: 索引号, 文号, 主题词. */
const META =
  /^(?:索\s?引\s?号|名\s*称|文\s*号|主题词|主题分类|分\s*类|发布机构|发文机关|成文日期|发布日期|公开(?:方式|范围|形式)|有\s?效\s?性)\s*[：:]/;

function isBody(line: Line): boolean {
  if (line.kind === "row") return !META.test(line.text);
  if (/^(?:各位代表|同志们|[一二三]、|第一部分)/.test(line.text)) return true;
  return line.text.length >= 45 && /[。，；]/.test(line.text) && !/(?:\.{3,}|……)$/.test(line.text);
}

/** A line of the head, as much of it as says something about the report; undefined for menus and tools. */
function headLine(line: Line): Line | undefined {
  const date = (DATED.exec(line.text) ?? BARE_DATE.exec(line.text))?.[1];
  if (date) return { text: `时间：${date}`, kind: "paragraph" };
  if (WEB.test(line.text) || META.test(line.text) || line.text.length < 4) return undefined;
  const text = line.text.replaceAll(" ", ""); // 政 府 工 作 报 告
  return HEAD.test(text) && text !== "工作报告" ? line : undefined;
}

function lastBody(lines: Line[]): number {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (
      line &&
      !FOOT.test(line.text) &&
      (line.kind === "row" || (line.text.length >= 30 && /[。；！!]/.test(line.text)))
    )
      return i;
  }
  return lines.length - 1;
}

/** Where the foot begins: a sign of it after which nothing long follows, or the end of the last sentence. */
function footOf(lines: Line[]): number {
  const last = lastBody(lines);
  let longAfter = 0;
  let foot = last + 1;
  for (let i = lines.length - 1; i > lines.length / 2; i--) {
    const line = lines[i];
    if (!line) continue;
    if (line.text.length >= 80 && /。/.test(line.text) && !FOOT.test(line.text)) longAfter++;
    if (longAfter > 0) break;
    if (FOOT.test(line.text)) foot = Math.min(foot, i);
  }
  return foot;
}

/** Lines of the text itself. A file without signs of a web page comes back whole. */
export function dropNavigation(lines: Line[]): Line[] {
  const signed = lines.map((line) =>
    SIGNED.test(line.text) ? { ...line, text: line.text.replace(SIGNED, "$1") } : line,
  );
  if (!signed.some((line) => line.text.length <= 60 && (WEB.test(line.text) || META.test(line.text))))
    return signed;
  const first = signed.findIndex(isBody);
  if (first < 0) return signed.flatMap((line) => headLine(line) ?? []);
  const head = signed.slice(0, first).flatMap((line) => headLine(line) ?? []);
  const rest = signed.slice(first);
  const foot = footOf(rest);
  const attached = rest.slice(foot).filter((line) => /^附[件表录：]/.test(line.text));
  return [...head, ...rest.slice(0, foot), ...attached];
}
