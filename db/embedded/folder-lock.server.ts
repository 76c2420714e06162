import { open, readdir, readFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart } from "../cannot-start.server.ts";

const patience = 90_000;

/** Lets one process at a time start or stop the database in a data folder. A lock whose process has died is taken over. */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, "starting.lock");
  const deadline = Date.now() + patience;
  while (!(await take(path))) {
    const holder = Number(await readFile(path, "utf8").catch(() => ""));
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
    else if (Date.now() > deadline) {
      throw new CannotStart(
        `Another Kept (process ${holder || "unknown"}) is starting or stopping on ${folder}. ` +
          `Wait for it, or if no Kept is running, delete ${path}.`,
      );
    } else await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Notes that this process uses the database, so that the last one to leave stops it. */
export async function noteUse(folder: string): Promise<void> {
  await mkdir(join(folder, "running"), { recursive: true, mode: 0o700 });
  await writeFile(join(folder, "running", String(process.pid)), "", { mode: 0o600 });
}

/** Takes our note away and says whether another living process still uses the database. */
export async function endUse(folder: string): Promise<{ othersRemain: boolean }> {
  const notes = join(folder, "running");
  await rm(join(notes, String(process.pid)), { force: true });
  const names = await readdir(notes).catch(() => []);
  const dead = names.filter((name) => !isAlive(Number(name)));
  await Promise.all(dead.map((name) => rm(join(notes, name), { force: true })));
  return { othersRemain: names.length > dead.length };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
