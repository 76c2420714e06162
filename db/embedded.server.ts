import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { CannotStart } from "./cannot-start.server.ts";
import { type Binaries, postgresBinaries } from "./embedded/binaries.server.ts";
import { type ClusterRecord, findOrMakeRecord, saveRecord } from "./embedded/cluster-record.server.ts";
import { endUse, noteUse, withFolderLock } from "./embedded/folder-lock.server.ts";
import { type Account, runProgram } from "./embedded/run-program.server.ts";
import { accountForPostgres } from "./embedded/unprivileged.server.ts";
import { ensureRolesAndDatabase } from "./roles.server.ts";

export type Embedded = {
  /** The folder with the data and the log; beside `cluster.json` unless PostgreSQL's account cannot reach that. */
  home: string;
  /** A superuser of this cluster. Tests use it to look behind row-level security; the application never does. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** True when the server was already running: left by a killed app, or shared with another one. */
  reused: boolean;
  /** Stops the server, unless another living Kept uses it. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL on a data folder, or finds the one that runs there already. It listens on 127.0.0.1 alone, on a port it
 * remembers, and lets nobody in without a password. `durable: false` (tests) skips fsync.
 * @throws CannotStart with a sentence for the person at the terminal.
 */
export async function startEmbedded({
  dataFolder,
  durable = true,
}: {
  dataFolder: string;
  durable?: boolean;
}): Promise<Embedded> {
  const folder = resolve(dataFolder);
  const record = await findOrMakeRecord(folder);
  return withFolderLock(folder, async () => {
    const account = await accountForPostgres(record.home);
    const binaries = await postgresBinaries(account);
    const place: Place = { folder, record, account, binaries, data: join(record.home, "data") };
    await makeCluster(place);
    const reused = await findRunning(place);
    if (!reused) await launch(place, durable);
    await noteUse(folder);
    const adminUrl = urlFor(record, "kept_admin", record.adminPassword, "postgres");
    await ensureRolesAndDatabase(adminUrl, record);
    return {
      home: record.home,
      adminUrl,
      ownerUrl: urlFor(record, "kept_owner", record.ownerPassword, "kept"),
      appUrl: urlFor(record, "kept_app", record.appPassword, "kept"),
      reused,
      stop: () => withFolderLock(folder, () => leave(place)),
    };
  });
}

type Place = { folder: string; record: ClusterRecord; account: Account; binaries: Binaries; data: string };

function urlFor({ port }: ClusterRecord, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** Runs initdb once. It works in a folder of its own until it has finished, so that a kill in the middle leaves no half cluster. */
async function makeCluster({ record, account, binaries, data }: Place): Promise<void> {
  const version = await readFile(join(data, "PG_VERSION"), "utf8").catch(() => undefined);
  if (version !== undefined) return requireSameMajor(data, Number(version), binaries.major);
  const unfinished = join(record.home, "data.unfinished");
  const passwordFile = join(record.home, "password");
  await mkdir(record.home, { recursive: true, mode: 0o700 });
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, record.adminPassword, { mode: 0o600 });
  if (account) for (const path of [record.home, passwordFile]) await chown(path, account.uid, account.gid);
  await chmod(record.home, 0o700);
  const { code, output } = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      "--username=kept_admin",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=icu",
      "--icu-locale=en-GB",
    ],
    { account, cwd: "/" },
  );
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new CannotStart(`The database could not be made in ${record.home}: ${output}`);
  await rename(unfinished, data);
}

function requireSameMajor(data: string, found: number, brought: number): void {
  if (found === brought) return;
  throw new CannotStart(
    `The data in ${data} was written by PostgreSQL ${found} and Kept now brings ${brought}. ` +
      `Dump it with the old version of Kept and restore it, or give another folder in KEPT_DATA.`,
  );
}

/** A server that still runs on this data (its postmaster.pid says on which port) and takes our password. */
async function findRunning({ folder, record, data }: Place): Promise<boolean> {
  const lines = (await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const port = Number(lines[3]);
  if (!port) return false;
  const found = { ...record, port };
  if (!(await answers(urlFor(found, "kept_admin", record.adminPassword, "postgres")))) return false;
  record.port = port;
  await saveRecord(folder, record);
  return true;
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function launch({ folder, record, account, binaries, data }: Place, durable: boolean): Promise<void> {
  const log = join(record.home, "postgres.log");
  const attempts = 3;
  for (let attempt = 1; ; attempt++) {
    record.port = await freePort(record.port);
    await saveRecord(folder, record);
    const settings = {
      listen_addresses: "127.0.0.1",
      port: record.port,
      unix_socket_directories: "",
      timezone: "UTC",
      // Details of a failed statement may hold people's words or addresses: the log keeps the error alone.
      log_error_verbosity: "terse",
      log_min_error_statement: "panic",
      ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    const { code, output } = await runProgram(
      binaries.pgCtl,
      ["start", "--wait", "--timeout=60", "--silent", "-D", data, "-l", log, "-o", options.join(" ")],
      { account, cwd: "/" },
    );
    if (code === 0) return;
    if (attempt < attempts) continue;
    const lastWords = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-5).join("\n");
    throw new CannotStart(`The database in ${data} does not start. ${output}\nIts log ends:\n${lastWords}`);
  }
}

async function leave({ folder, account, binaries, data }: Place): Promise<void> {
  const { othersRemain } = await endUse(folder);
  if (othersRemain) return;
  const { code, output } = await runProgram(
    binaries.pgCtl,
    ["stop", "--wait", "--timeout=60", "--silent", "--mode=fast", "-D", data],
    { account, cwd: "/" },
  );
  if (code !== 0) throw new Error(`The database did not stop: ${output}`);
}

/** `preferred` when nobody listens there, otherwise one that the system chooses. */
function freePort(preferred: number): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred ? freePort(0).then(found, failed) : failed(error)));
    probe.listen(preferred, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
