/** Lines and roads with numbers: 轨道交通5号线, G312国道, 232省道, S39高速. */
import type { NameRule } from "./rule.ts";

export const LINE_RULES: readonly NameRule[] = [
  {
    name: "metro-line",
    type: "Infrastructure",
    pattern:
      /(?:城市轨道交通|轨道交通|城市轨道|轨道|地铁)?(?:线路)?(?<![0-9一二三四五六七八九十])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})号线(?:[一二三四]期(?:工程)?|[东西南北]延(?:线|段)?(?:工程)?|支线)?/gu,
    probability: 0.85,
    yes: ["⟦轨道交通5号线⟧F开工", "推进⟦6号线二期工程⟧F"],
    no: ["5号楼", "线路5条"],
  },
  {
    name: "numbered-road",
    type: "Infrastructure",
    pattern:
      /(?<![A-Za-z0-9])(?:[GS][0-9]{1,4}(?:[\u4e00-\u9fff]{0,6}?(?:国道|省道|高速公路|高速|公路|线))?|[0-9]{3}(?:国道|省道)|(?:国道|省道)[GS]?[0-9]{3}(?:线)?)/gu,
    probability: 0.75,
    yes: ["⟦312国道⟧F改建", "⟦G60沪昆高速⟧F", "⟦国道107⟧F"],
    no: ["5G网络", "GDP", "新建省道3条"],
  },
];
