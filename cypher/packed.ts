/** Facts as they are kept: compressed JSON. The compressing goes on in a thread of Node's own. */
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Facts } from "../ingest/types.ts";

const [compress, expand] = [promisify(gzip), promisify(gunzip)] as [
  (text: string, options: { level: number }) => Promise<Buffer>,
  (packed: Uint8Array) => Promise<Buffer>,
];

/** Quick rather than small. */
const LEVEL = 1;

export const pack = (facts: Facts): Promise<Buffer> => compress(JSON.stringify(facts), { level: LEVEL });

export async function unpack(packed: Uint8Array): Promise<Facts> {
  return JSON.parse((await expand(packed)).toString("utf8")) as Facts;
}
