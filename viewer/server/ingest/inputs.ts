/** What the addresses of re-ingest take. */
import { z } from "zod";

const id = z.string().min(1).max(200);

export const removeInput = z.object({
  ids: z.array(id).min(1).max(1000),
  dryRun: z.boolean().default(false),
});

export const answerInput = z.object({
  choices: z.record(id, z.enum(["replace", "keep-both", "leave"])),
  dryRun: z.boolean().default(false),
});

export const changesInput = z.object({ limit: z.coerce.number().int().min(1).max(100).default(5) });
