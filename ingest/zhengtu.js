#!/usr/bin/env node
// The `zhengtu` command. TypeScript is loaded as it stands (tsx), so there is nothing to build but the page.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./cli.ts");
await main(process.argv.slice(2));
