// What has to be there before anything else runs: the right Node, the packages, the build. Shared by the npm scripts.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart, step } from "./terminal.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const oldestNode = [20, 19];

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new CannotStart(
    `Kept needs Node.js ${oldestNode.join(".")} or newer; this is ${process.versions.node}. Get one at https://nodejs.org.`,
  );
}

/** Settings in `.env` count unless the environment sets them already. */
export function loadSettingsFile() {
  const path = join(root, ".env");
  if (existsSync(path)) process.loadEnvFile(path);
}

/** Runs `npm ci` when a package is missing or of another version than package-lock.json says. */
export async function installIfNeeded({ withTools = false } = {}) {
  if (isInstalled({ withTools })) return;
  await step("Installing packages (a minute or two, once)", async () => {
    const args = [
      "ci",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      ...(withTools ? ["--include=dev"] : []),
    ];
    await run(
      "npm",
      args,
      "The packages could not be installed. Check the connection to the npm registry and try again.",
    );
  });
}

/** npm writes what it installed into node_modules/.package-lock.json, in the form of package-lock.json. */
function isInstalled({ withTools }) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const found = JSON.parse(readFileSync(join(root, "node_modules/.package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(([path, { version, optional, devOptional, dev, peer }]) => {
      if (path === "") return true;
      const mayBeMissing = optional || devOptional || peer || (dev && !withTools);
      return found[path] ? found[path].version === version : mayBeMissing;
    });
  } catch {
    return false;
  }
}

const inputs = [
  "app",
  "db",
  "public",
  "seeds",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];
const noteOfBuild = join(root, "build/inputs.sha256");

/** Builds when the sources differ from those of the last build that finished. */
export async function buildIfNeeded() {
  const sources = await fingerprint();
  // Pages carry it in their tags, so that a reader's stored copy does not outlive the build that drew it.
  process.env.KEPT_RELEASE = sources.slice(0, 12);
  if ((await readFile(noteOfBuild, "utf8").catch(() => "")) === sources) return;
  await step("Building the pages", async () => {
    await rm(noteOfBuild, { force: true });
    const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
    await run(process.execPath, [remix, "vite:build"], "The pages could not be built.", {
      NODE_ENV: "production",
    });
    await mkdir(join(root, "build"), { recursive: true });
    await writeFile(noteOfBuild, sources);
  });
}

async function fingerprint() {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of await filesUnder(input))
      hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest("hex");
}

async function filesUnder(path) {
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true }).catch((error) => {
    if (error.code === "ENOTDIR") return undefined;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (!entries) return [path];
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length)).sort();
}

/** Runs a program to its end; its output is shown when it fails. */
function run(file, args, sentence, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      shell: process.platform === "win32" && file === "npm",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => reject(new CannotStart(`${sentence}\n${error.message}`)));
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new CannotStart(`${sentence}\n${output.trim()}`)),
    );
  });
}
