import { expect, test } from "vitest";
import { audit } from "../ingest/audit.ts";
import { findObservations } from "../ingest/observations.ts";
import type { Context, Mention } from "../ingest/types.ts";
import { oneParagraph } from "./contexts.ts";

const context = (text: string, mentions: Mention[] = []): Context => oneParagraph(text, { mentions });

function items(given: Context): string[] {
  return audit(given, findObservations(given), []).map(
    ({ start, end, status, rule }) => `${given.text.slice(start, end)} ${status}${rule ? ` ${rule}` : ""}`,
  );
}

test("A number of an observation is claimed, a date is ignored by name", () => {
  expect(items(context("2023年新增高新技术企业65家。"))).toEqual(["2023年 ignored date", "65家 claimed"]);
});

test("A document number, an ordinal and a list mark are ignored by name", () => {
  expect(items(context("1.举办第三届创新大赛，印发云政发〔2023〕12号文件。"))).toEqual([
    "1. ignored list-mark",
    "第三届 ignored ordinal",
    "〔2023〕12号 ignored document-number",
  ]);
});

test("A quoted name is claimed by its mention, else unclaimed", () => {
  const text = "深入实施“双链”行动。";
  expect(items(context(text))).toEqual(["“双链” unclaimed"]);
  const mention: Mention = {
    start: 4,
    end: 10,
    type: "Initiative",
    probability: 1,
    rule: "quoted",
    depth: 0,
  };
  expect(items(context(text, [mention]))).toEqual(["“双链” claimed"]);
});

test("A doctrine in quotes is ignored by name", () => {
  expect(items(context("增强“四个意识”。"))).toEqual(["“四个意识” ignored doctrine"]);
});
