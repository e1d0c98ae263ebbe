/**
 * Family names, two-character ones first, as an alternation for patterns. Source: 公安部《全国姓名报告》(the 300 most
 * frequent) and 《百家姓》 for the two-character ones.
 */
const DOUBLE =
  "欧阳 司马 上官 诸葛 司徒 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 东方 独孤 南宫 长孙 宇文 鲜于 闾丘 呼延";
const SINGLE =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊邢施洪季庄章鲁裴翟颜凌俞安阮祝柳葛宁路岳梅兰齐庞喻骆牛辛代左倪柯耿焦涂温瞿詹关祁鲍甘司柴卫童欧游单屈滕路边翁尚聂穆纪车冉商柏蒲古梅吉佟苗晏桂阎解靳党郜谷霍初伍项卜时尤苟娄申丛褚鄢敖裘冼仇宫缪盛卓屠蔺占连臧栾鞠卞邬池丰岑满毕谌褚巩占原荆虞";

export const SURNAMES = [...DOUBLE.split(" "), `[${[...new Set(SINGLE)].join("")}]`].join("|");
