/** Ids of our own: the same on both stores, on every machine, for ever. */
import { hash as digest } from "node:crypto";

const LENGTH = 16; // base64url characters: 96 bits

/** `id("e", "District", "江苏省/云州市")` → "eXk…": the kind as first letter, then a hash of the parts. */
export function id(kind: string, ...parts: (string | number | boolean | null | undefined)[]): string {
  return kind + hash(parts.map((part) => part ?? "").join("\u0000")).slice(0, LENGTH);
}

/** SHA-256 of a text as base64url. */
export function hash(text: string): string {
  return digest("sha256", text, "base64url");
}

/** SHA-256 of a text in hex, as `sha256sum` prints it. */
export const sha256 = (text: string): string => digest("sha256", text, "hex");
