// `npm run check`: what can be said about the code without running the product.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installIfNeeded, requireNode, root } from "../app/server/prepare.mjs";

const checks = [
  ["types", "typescript/bin/tsc", "--noEmit", "-p", "."],
  ["lint", "eslint/bin/eslint.js", "--max-warnings", "0", "."],
  ["format", "prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
  [
    "architecture",
    "vitest/vitest.mjs",
    "run",
    "--project",
    "domain",
    "--reporter=dot",
    "tests/architecture.test.ts",
  ],
];

requireNode();
await installIfNeeded({ withTools: true });
const failed = [];
for (const [name, program, ...args] of checks) {
  console.log(`• ${name}`);
  if ((await run(program, args)) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "All checks passed." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", program), ...args], {
      cwd: root,
      stdio: "inherit",
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}
