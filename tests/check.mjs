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
const waiting = [...checks];
// Two at a time, the long ones first. What each says is printed when it is done.
await Promise.all([work(), work()]);
console.log(failed.length === 0 ? "All checks passed." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [name, program, ...args] = check;
    const { code, said } = await run(program, args);
    if (code !== 0) failed.push(name);
    process.stdout.write(`• ${name}\n${said}`);
  }
}

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", program), ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}
