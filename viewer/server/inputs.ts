/** What the API takes, checked at the edge. */
import { z } from "zod";
import { relationTypes } from "../../ingest/ontology.ts";

const id = z.string().min(1).max(200);
const among = z.array(id).max(5000).default([]);

export const searchInput = z.object({
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});

export const idsInput = z.object({ ids: z.array(id).min(1).max(500) });

export const nodesInput = z.object({ ids: z.array(id).min(1).max(2000), among });

export const neighboursInput = z.object({
  id,
  relation: z.enum(relationTypes).optional(),
  direction: z.enum(["out", "in"]).optional(),
  limit: z.number().int().min(1).max(2000).default(40),
  among,
});

export const relationsInput = z.object({
  relation: z.enum(relationTypes),
  direction: z.enum(["out", "in"]),
  /** Others that are passed over. */
  skip: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const pathsInput = z.object({
  from: id,
  to: id,
  limit: z.coerce.number().int().min(1).max(20).default(6),
});

const parameters = z
  .record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean()]))
  .default({});

export const questionInput = z.object({ name: z.string().max(100), parameters });

export const cypherInput = z.object({ cypher: z.string().trim().min(1).max(20_000), parameters });
