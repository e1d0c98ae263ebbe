/** Quoted words that name nothing of the report's own. */
export interface QuoteRule {
  name: string;
  pattern: RegExp;
  yes: readonly string[];
  no: readonly string[];
}

export const IGNORED_QUOTES: readonly QuoteRule[] = [
  {
    name: "doctrine",
    pattern:
      /^[“「](?:四个意识|四个自信|两个维护|两个确立|五位一体|四个全面|三新一高|六稳|六保|三严三实|四风|不忘初心、?牢记使命|两学一做|四史|三重一大|过紧日子|国之大者|两个毫不动摇|三去一降一补|三会一课|八项规定|四个最严|一岗双责|三不腐|两个结合|五个坚持|三个务必|两个一百年|四个伟大|放管服|双碳|双减|三公)[”」]$/u,
    yes: ["“四个意识”"],
    no: ["“星海”计划"],
  },
  {
    name: "saying",
    pattern: /^[“「].*(?:[，。！；？]|.{15}).*[”」]$/u,
    yes: ["“人民对美好生活的向往，就是奋斗目标”"],
    no: ["“双链长”制"],
  },
  { name: "single-word", pattern: /^[“「][\u4e00-\u9fff]{1}[”」]$/u, yes: ["“稳”"], no: ["“两湖”"] },
];
