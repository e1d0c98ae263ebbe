/** What the API tells of names that may be one thing, and of what a reader decided. */

import type { ChangeReport } from "../../../cypher/changes.ts";
import type { Decision } from "../../../cypher/decisions.ts";
import type { NodeCard } from "../api.ts";

export interface SameSuggestion {
  other: NodeCard;
  /** 0 … 1: how alike the names are. */
  likeness: number;
  why: { zh: string; en: string };
  /** Looked at before and left open. */
  unsure: boolean;
}

export interface SameCard {
  suggestions: SameSuggestion[];
  /** In force about this entity. */
  decisions: Decision[];
}

export interface DecisionAnswer {
  change: ChangeReport;
  /** Where the entity that was looked at is now; null when it is gone. */
  node: string | null;
}
