// `npm start`: everything from a fresh clone to a running Kept. Plain JavaScript, because nothing may be installed yet.
import { buildIfNeeded, installIfNeeded, loadSettingsFile, requireNode, root } from "./prepare.mjs";
import { CannotStart, fail, step } from "./terminal.mjs";

const known = ["--empty", "--dev"];
const options = process.argv.slice(2);
const unknown = options.filter((option) => !known.includes(option));

try {
  requireNode();
  if (unknown.length > 0)
    throw new CannotStart(`There is no option ${unknown.join(", ")}: there are ${known.join(" and ")}.`);
  const development = options.includes("--dev");
  loadSettingsFile();
  await installIfNeeded();
  process.env.NODE_ENV = development ? "development" : "production";
  if (!development) await buildIfNeeded();
  const { register } = await import("tsx/esm/api");
  register();
  const { start } = await import("./main.ts");
  await start({ empty: options.includes("--empty"), development, root, step });
} catch (error) {
  fail(error);
}
