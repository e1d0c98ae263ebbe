/** What can go wrong with a store, and what to do about it; caught once, at the edge (CLI, server). */

export type StoreErrorKind =
  /** No server, no rights, wrong password: exit status 3. */
  | "unreachable"
  /** Another process holds the embedded store: exit status 3. */
  | "locked"
  /** The files of the store cannot be read. */
  | "damaged"
  /** Not a store address, not a saved query, a parameter that does not fit: exit status 2. */
  | "usage"
  /** Cypher that the engine rejects; with line and column where they are known. */
  | "syntax"
  /** The console refuses: writes, LOAD, procedures that reach out. */
  | "refused"
  /** Time, rows or memory ran out. */
  | "limit"
  | "cancelled";

export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: StoreErrorKind;
  readonly zh: string;
  readonly en: string;
  /** 1-based, for "syntax". */
  readonly line?: number;
  readonly column?: number;

  constructor(
    kind: StoreErrorKind,
    zh: string,
    en: string,
    at?: { line?: number; column?: number; cause?: unknown },
  ) {
    super(`${zh} (${en})`, { cause: at?.cause });
    this.kind = kind;
    this.zh = zh;
    this.en = en;
    if (at?.line !== undefined) this.line = at.line;
    if (at?.column !== undefined) this.column = at.column;
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
