/**
 * Parts of the country and of the world that are neither a division nor a place one can go to. They say where others lie and are
 * no entities of a report. Source: the regions of 国家发展改革委's planning; UN geoscheme in Chinese.
 */
export const REGIONS: ReadonlySet<string> = new Set(
  (
    "长三角 长江三角洲 珠三角 珠江三角洲 京津冀 京津 环渤海 粤港澳 港澳 港澳台 华东 华南 华北 华中 东北 西南 西北 中部 东部 西部 东部地区 中部地区 西部地区 东北地区 沿海 " +
    "沿江 沿海地区 苏南 苏北 苏中 浙南 浙北 皖南 皖北 粤东 粤西 粤北 鲁南 豫南 豫北 川南 川东 川北 陕南 陕北 南疆 北疆 冀中 冀南 晋北 晋南 赣南 湘西 东盟 欧盟 亚太 东南亚 中亚 " +
    "南亚 东亚 西亚 中东 非洲 欧洲 亚洲 美洲 拉美 北美 欧美 大洋洲 两岸 海峡两岸 世界 全球 海内外 国内外"
  ).split(" "),
);
