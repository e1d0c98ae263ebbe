/** A load to be killed: writes, replaces and removes until it is ended. The folder (or address) is the argument. */
import { openStore } from "../cypher/store.ts";
import { xinghu2024, yunhe2023, yunhe2024 } from "./store-facts.ts";

const target = process.argv[2] ?? "";
const store = await openStore(target.includes("://") ? target : `embedded:${target}`);
process.stdout.write("open\n");
for (;;) {
  for (const facts of [yunhe2023(), xinghu2024(), yunhe2024()]) await store.write([facts]);
  await store.remove((await store.reports()).slice(0, 2).map(({ id }) => id));
}
