/**
 * Verbs and turns of Chinese government reports by what they say of the names beside them. General language, written by
 * hand from the vocabulary that such reports share all over the country; no names.
 */

export const VERBS = {
  award:
    "获评 荣获 获得 获批 获颁 喜获 斩获 摘得 夺得 捧回 入选 入围 上榜 列入 列为 纳入 评为 评定 评选 认定 命名 授予 表彰 跻身 晋级 晋升 升格 蝉联 通过验收 创成 创建成功 成功创建 成功创成 成功入选 被确定 成为 当选 位列 位居 称号 荣誉 获全国 获国家 获省 殊荣 荣膺 挂牌 新增 拥有 顺利通过 通过国家 通过省",
  aim: "争创 创建 创评 创牌 申报 申创 申建 冲刺 争取 力争 争当 争获 争列 培育 冲击 迎检 迎接 申请 推进创建 争评 升级为 创成 打造 建设 巩固",
  undertake: "投资 承建 承办 运营 牵头 负责 组建 设立 成立 共建 建设 打造 开发 管理 引进 支持 推动",
  host: "举办 承办 召开 举行 办好 开幕 主办 组织 筹办 协办 开展 成功举办 迎来 闭幕 落幕 启幕 举行",
  attend: "参加 参与 亮相 参展 参会 出席 备战 获奖 夺得 金牌 奖牌 在第 组团 赴 荣获 斩获 上斩 中获 推介",
  pursue:
    "实施 推进 深化 落实 贯彻 开展 推行 打造 推动 践行 深入 启动 全面 扎实 融入 坚持 围绕 擦亮 建设 构建 优化 健全 创新 推广 打响 做优 完善 统筹 服务 加快",
  focus:
    "发展 培育 壮大 做强 聚焦 布局 抢占 做大 做优 延伸 推进 集聚 打造 主导 支柱 优势 特色 新兴 未来 产业 链 集群 领域 赛道 增长 增加值 产值",
  adopt:
    "出台 制定 编制 印发 修订 颁布 审议 通过 落实 施行 发布 执行 遵守 严格 完成 起草 贯彻 实施 条例 办法 意见 方案 规划 获批 批复",
  cooperate:
    "合作 共建 携手 联合 签署 对接 协作 帮扶 结对 联动 协同 交流 战略合作 友好 牵手 互联 签订 联手 互认 毗邻",
  locate: "位于 坐落 落户 落地 入驻 选址 设在 地处 境内 集聚 汇聚 所在 布局 在 至 沿线 周边 片区 范围",
  serve:
    "助力 服务 支撑 推动 融入 依托 围绕 为抓手 为引领 为契机 为载体 为重点 赋能 对接 抢抓 主动 促进 保障 通过 深化 加快 打造 建设 形成 构建",
  include: "包括 包含 含 分为 下辖 其中 涵盖 组成 以及 系列 品牌 等",
  office: "书记 区长 县长 市长 省长 州长 主任 主席 局长 院长 校长 部长 代表 常委 会长 秘书长 同志",
  industry: "产业 领域 行业 研发 生产 制造 装备 材料 链 集群 基地 专注 主营 生态 经济 赛道",
  negative: "未 不 尚 难 停 缓 暂 取消 拆除 关闭 退出 淘汰",
  hope: "力争 确保 将 计划 拟 预计 年内 今年 明年 全力 加快 推动 争取 要 谋划 目标 期间 到20",
  done: "已 完成 成功 顺利 正式 全面 累计 建成 实现 去年 圆满 取得 基本",
} as const;

export type VerbClass = keyof typeof VERBS;
export const verbClasses = Object.keys(VERBS) as VerbClass[];
