/** How far a thing has come, by the words beside its name. General language, written by hand; no names. */
import type { Stage } from "../ontology.ts";

export const STAGE_VERBS: Record<Stage, string> = {
  planned:
    "谋划 规划 计划 前期 筹建 筹划 储备 论证 可研 可行性 立项 选址 研究 拟建 策划 争取 编制 设计 纳入 报批 审批 获批 起草 规划建设 规划研究 征地 方案",
  signed: "签约 签订 落户 引进 引入 落地 入驻 签署 招引 进驻 引育 洽谈",
  started:
    "开工 动工 启动 启动建设 奠基 破土 开建 新开工 开工建设 动建 进场 启动实施 全面启动 新建 始建 启动编制 摘牌 开钻",
  underway:
    "推进 加快 加速 在建 续建 建设 实施 推动 抓好 提速 加力 进展 主体 封顶 施工 改造 扩建 提升 完善 进度 全力 深入 有序 统筹 全速 积极 打造 持续 支持 修订 修编 试运行",
  completed:
    "竣工 投产 投用 建成 通车 开园 开业 完工 完成 投运 启用 交付 落成 运营 开馆 开放 开通 并网 通航 达产 揭牌 投入使用 投入运营 建成投用 营业 贯通 正式启用 开学 招生 试营业 收官 验收 下线 出台 印发 发布 颁布 施行 成立 挂牌 开诊 入住 上线 通水 运行 批复 通过 对外开放 开街 迎客 送电",
};
