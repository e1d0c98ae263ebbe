/** All tables of rules for names, in the order in which they are tried. */
import { FIRM_RULES } from "./firms.ts";
import { HONOUR_RULES } from "./honours.ts";
import { LINE_RULES } from "./lines.ts";
import { MEETING_RULES } from "./meetings.ts";
import { ORGAN_RULES } from "./organs.ts";
import { PERSON_RULES } from "./persons.ts";
import { POLICY_RULES } from "./policies.ts";
import { QUOTE_RULES } from "./quotes.ts";
import type { NameRule } from "./rule.ts";
import { SECTION_RULES } from "./sections.ts";
import { TOWN_RULES } from "./towns.ts";

export const NAME_RULES: readonly NameRule[] = [
  ...POLICY_RULES,
  ...QUOTE_RULES,
  ...MEETING_RULES,
  ...ORGAN_RULES,
  ...LINE_RULES,
  ...HONOUR_RULES,
  ...PERSON_RULES,
  ...FIRM_RULES,
  ...TOWN_RULES,
  ...SECTION_RULES,
];
