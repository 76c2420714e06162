// `npm run cli -- <command>`. Plain JavaScript, because nothing may be installed yet.
import { installIfNeeded, loadSettingsFile, requireNode } from "./prepare.mjs";

try {
  requireNode();
  loadSettingsFile();
  await installIfNeeded();
  process.env.NODE_ENV ??= "production";
  const { register } = await import("tsx/esm/api");
  register();
  const { runCommand } = await import("../cli.ts");
  const { lines, ok, errors = [] } = await runCommand(process.argv.slice(2));
  if (lines.length > 0) console.log(lines.join("\n"));
  if (errors.length > 0) console.error(errors.join("\n"));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  const meant = error instanceof Error && (error.name === "CannotStart" || error.constructor === Error);
  console.error(meant ? error.message : (error?.stack ?? error));
  process.exitCode = 2;
}
