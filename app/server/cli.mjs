// `npm run cli -- <command>`: the same operations from a terminal, also while the app is running.
import { installIfNeeded, loadSettingsFile, requireNode } from "./prepare.mjs";
import { fail } from "./terminal.mjs";

try {
  requireNode();
  process.env.NODE_ENV ??= "production";
  loadSettingsFile();
  await installIfNeeded();
  const { register } = await import("tsx/esm/api");
  register();
  const { runCli } = await import("./run-cli.ts");
  process.exitCode = await runCli(process.argv.slice(2));
} catch (error) {
  fail(error);
}
