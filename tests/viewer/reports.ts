/** Texts of invented reports of a district that exists (a name that is none would not be read as whose report it is). */

export interface Wanted {
  year: number;
  district?: string;
  /** Another text of the same district, kind and year. */
  other?: boolean;
}

export function madeUpReport({ year, district = "青浦区", other = false }: Wanted): string {
  const past = year - 1;
  const body = other ? second(district, past, year) : first(district, past, year);
  return [
    "政府工作报告",
    `——${year}年1月8日在${district}第三届人民代表大会第二次会议上`,
    `${district}人民政府区长`,
    "各位代表：",
    "现在，我代表区人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。",
    ...body,
    "各位代表，让我们同心同德、真抓实干，奋力谱写高质量发展新篇章！",
  ].join("\n\n");
}

const first = (district: string, past: number, year: number): string[] => [
  `一、${past}年工作回顾`,
  `过去一年，${district}深入实施“三湖”创新带建设，全年实现地区生产总值${500 + (past % 100)}亿元，增长6.2%；一般公共预算收入41.3亿元，增长5.1%。`,
  `产业升级步伐加快。星海科技有限公司总部落户${district}，星海科技智能制造基地项目开工建设。云峰智能装备有限公司获评国家级专精特新“小巨人”企业。`,
  "城乡面貌持续改善。云河大道快速化改造工程竣工通车，新建口袋公园12个，改造老旧小区25个。",
  `二、${year}年工作任务`,
  `${year}年，全区经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长4%，固定资产投资增长8%以上。`,
  "我们将推动星海科技智能制造基地项目竣工投产，开工建设云河国际会展中心项目，实施“四个百亿”攻坚行动。",
];

const second = (district: string, past: number, year: number): string[] => [
  `一、${past}年主要工作`,
  `一年来，${district}综合实力跃上新台阶。${past}年完成规模以上工业总产值980亿元，外贸进出口总额120亿元，城镇新增就业1.6万人。`,
  "创新动能不断增强，蓝湾生物医药产业园启用，引进青禾生物有限公司等企业18家，全社会研发投入占比达3.1%。",
  "民生保障扎实有力，新增学位3200个，青浦区人民医院新院区投入使用，养老床位达到4600张。",
  `二、${year}年工作安排`,
  `今年，${district}将全面推进“蓝湾”计划，做大做强生物医药产业，力争规模以上工业总产值突破1100亿元。`,
  `${year}年将重点抓好蓝湾生物医药产业园二期工程、东湖大桥工程建设，确保新增就业1.5万人以上。`,
];
