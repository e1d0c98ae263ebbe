/** What a phase or an extension is a part of, by its name. */

const PHASE =
  /^(.{3,}?)[（(]?(?:(?:第?[一二三四五六七八九十]|首)期(?:工程|项目)?|[东西南北]延(?:工程|线|段|项目)?)[）)]?$/u;

/** 星湖水厂二期工程 → 星湖水厂, 星海路北延 → 星海路; undefined for what is no phase and no extension. */
export const baseOf = (name: string): string | undefined => PHASE.exec(name)?.[1];
