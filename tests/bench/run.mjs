// `npm run bench`: measures what DESIGN.md sets a budget for and prints each as a ratio to it.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { buildIfNeeded, installIfNeeded, requireNode, root } from "../../app/server/prepare.mjs";

requireNode();
process.env.NODE_ENV = "production";
await installIfNeeded({ withTools: true });
await buildIfNeeded();
const { register } = await import("tsx/esm/api");
register();
const { lineFor, withinBudget } = await import("./report.ts");
const wanted = process.argv.slice(2);
const files = (await readdir(join(root, "tests/bench"))).filter((name) => name.endsWith(".bench.ts")).sort();
for (const file of files.filter(
  (name) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
)) {
  const { bench } = await import(`./${file}`);
  await bench((measurement) => {
    console.log(lineFor(measurement));
    if (!withinBudget(measurement)) process.exitCode = 1;
  });
}
