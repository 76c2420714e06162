import { randomBytes, randomUUID } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotStart } from "../cannot-start.server.ts";
import { systemFolder } from "./binaries.server.ts";
import { accountForPostgres, canEnter } from "./unprivileged.server.ts";

/** What Kept remembers of its embedded database, in `cluster.json` (mode 600) in the data folder. */
export type ClusterRecord = {
  /** The folder that PostgreSQL's account owns: its data, its log. */
  home: string;
  port: number;
  adminPassword: string;
  ownerPassword: string;
  appPassword: string;
};

/** Reads the record, or makes one with new passwords and a home which PostgreSQL's account can reach. */
export async function findOrMakeRecord(dataFolder: string): Promise<ClusterRecord> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const text = await readFile(join(dataFolder, "cluster.json"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw new CannotStart(
        `${dataFolder} cannot be read (${error.code}): it was made by another user. ` +
          `Start Kept as that user, or give another folder in KEPT_DATA.`,
      );
    },
  );
  if (text !== undefined) return JSON.parse(text) as ClusterRecord;
  const password = () => randomBytes(24).toString("base64url");
  const record: ClusterRecord = {
    home: await chooseHome(dataFolder),
    port: 0,
    adminPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
  };
  await saveRecord(dataFolder, record);
  return record;
}

export async function saveRecord(dataFolder: string, record: ClusterRecord): Promise<void> {
  const path = join(dataFolder, "cluster.json");
  await writeFile(`${path}.new`, JSON.stringify(record, null, 2) + "\n", { mode: 0o600 });
  // When root starts Kept on another user's folder, that user must be able to start it again.
  const { uid, gid } = await stat(dataFolder);
  if (process.getuid?.() === 0) await chown(`${path}.new`, uid, gid);
  await rename(`${path}.new`, path);
}

async function chooseHome(dataFolder: string): Promise<string> {
  const beside = join(dataFolder, "postgres");
  const account = await accountForPostgres(beside);
  if (!account) return beside;
  // The folder is ours alone: others may pass through to the database's own folder, and list nothing.
  await chmod(dataFolder, 0o711);
  return (await canEnter(dataFolder, account)) ? beside : join(systemFolder, `data-${randomUUID()}`);
}
