/**
 * Sections of the national economy (GB/T 4754—2017, A to T), by which a communiqué counts: that 金融业 grew is no word of the
 * district's on what it builds.
 */
import type { Frame } from "./frame.ts";

const SECTION =
  /^(?:农、?林、?牧、?渔业|采矿业|制造业|电力、热力、燃气及水(?:的)?生产和供应业|建筑业|批发(?:和|、)?零售业|交通运输、仓储(?:和|及)邮政业|住宿(?:和|、)?餐饮业|信息传输、软件和信息技术服务业|金融业|房地产业|租赁和商务服务业|科学研究和技术服务业|水利、环境和公共设施管理业|居民服务、修理和其他服务业|教育|卫生和社会工作|文化、体育和娱乐业|邮政(?:行)?业|电信业|其他服务业|(?:六大)?高耗能行业)$/u;

/** The entity is a section that a communiqué counts by. */
export function isSection({ context, keys }: Frame, entity: number): boolean {
  return context.report.kind === "statistical communique" && SECTION.test(keys[entity]?.[0] ?? "");
}
