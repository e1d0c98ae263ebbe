/**
 * New areas and zones that have a government-like management and report like a district, but no division code.
 * Source: the State Council's replies that set up the 国家级新区, and the provinces' own lists; public knowledge.
 * [name, code of the parent, level it acts on]
 */
export const ZONES: readonly (readonly [name: string, parent: string, level: "city" | "county"])[] = [
  ["雄安新区", "130000", "city"],
  ["贵安新区", "520000", "city"],
  ["西咸新区", "610000", "city"],
  ["赣江新区", "360000", "city"],
  ["湘江新区", "430100", "county"],
  ["天府新区", "510100", "county"],
  ["滇中新区", "530100", "county"],
  ["江北新区", "320100", "county"],
  ["西海岸新区", "370200", "county"],
  ["金普新区", "210200", "county"],
  ["兰州新区", "620100", "county"],
  ["长春新区", "220100", "county"],
  ["哈尔滨新区", "230100", "county"],
  ["福州新区", "350100", "county"],
  ["郑东新区", "410100", "county"],
  ["曹妃甸新区", "130200", "county"],
  ["大鹏新区", "440300", "county"],
  ["光明新区", "440300", "county"],
  ["坪山新区", "440300", "county"],
  ["龙华新区", "440300", "county"],
  ["深汕特别合作区", "440300", "county"],
  ["横琴粤澳深度合作区", "440000", "city"],
  ["平潭综合实验区", "350100", "county"],
  ["郑州航空港经济综合实验区", "410100", "county"],
  ["苏州工业园区", "320500", "county"],
  ["杨凌示范区", "610000", "city"],
  ["宁东能源化工基地", "640000", "county"],
];
