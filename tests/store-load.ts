/**
 * A process that loads: `store-load.ts TARGET` writes, few and many at a time, and removes until it is killed,
 * `store-load.ts TARGET N…` writes the reports of those numbers once. TARGET is a folder or an address.
 */
import { openStore } from "../cypher/store.ts";
import { county, xinghu2024, yunhe2023, yunhe2024 } from "./store-facts.ts";

const [target = "", ...numbers] = process.argv.slice(2);
const decisions = process.env.DECISIONS;
const store = await openStore(target.includes("://") ? target : `embedded:${target}`, {
  wait: 60_000,
  ...(decisions && { decisions }),
});
process.stdout.write("open\n");
const reports = [yunhe2023(), xinghu2024(), yunhe2024()];
while (true) {
  const chosen = numbers.length > 0 ? numbers.flatMap((n) => reports[Number(n)] ?? []) : reports;
  for (const facts of chosen) await store.write([facts]);
  if (numbers.length > 0) break;
  await store.remove((await store.reports()).slice(0, 2).map(({ id }) => id));
  await store.write(county());
  await store.remove((await store.reports()).map(({ id }) => id));
}
await store.close();
