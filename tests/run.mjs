// `npm test`: everything from a fresh clone to a result.
// `npm test -- tests/db` runs some files only, `npm test -- --project db` one project.
import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildIfNeeded, installIfNeeded, requireNode, root } from "../app/server/prepare.mjs";

const results = join(root, "tests/.artifacts/results.json");
const withoutBrowser = process.env.SKIP_BROWSER === "1";
const wanted = process.argv.slice(2);
const chosen = wanted.includes("--project");
const needsBrowser = !withoutBrowser && (!chosen || wanted.includes("browser"));

try {
  requireNode();
  await installIfNeeded({ withTools: true });
  await buildIfNeeded();
  if (needsBrowser) await findBrowser();
  process.exitCode = await runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}

async function findBrowser() {
  const { register } = await import("tsx/esm/api");
  const unregister = register();
  const { ensureChromium } = await import("./support/chromium.ts");
  process.env.CHROMIUM_PATH = ensureChromium(console.log);
  await unregister();
}

async function runTests() {
  await rm(results, { force: true });
  const all = ["domain", "db", ...(needsBrowser ? ["browser"] : [])];
  const projects = chosen ? [] : all.flatMap((name) => ["--project", name]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const code = await run([
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    ...projects,
    ...reporters,
    ...wanted,
  ]);
  const { passed, failed: found, skipped } = await count();
  const failed = code === 0 ? found : Math.max(found, 1);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (withoutBrowser && !chosen) console.log("The browser tests did not run, because SKIP_BROWSER=1.");
  return failed === 0 ? 0 : 1;
}

/** A file that could not even be read counts as one failure; so does a run that left no results. */
async function count() {
  const text = await readFile(results, "utf8").catch(() => undefined);
  if (!text) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(text);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
    // The terminal's Ctrl-C reaches vitest by itself; a signal to this process alone is passed on.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
