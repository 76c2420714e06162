// Cleans up after the tests. It holds the reading end of a pipe from the test run: when the run ends, however it ends
// (even by kill -9), the pipe closes and everything it was told about is stopped, dropped and deleted.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

const duties = [];
for await (const line of createInterface({ input: process.stdin })) duties.push(JSON.parse(line));
for (const duty of duties.reverse()) {
  if (duty.pid) await stop(duty.pid, duty.signal);
  if (duty.databases) await drop(duty.databases).catch(() => undefined);
  if (duty.dataFolder) await clear(duty.dataFolder);
}

async function stop(pid, signal) {
  for (const [step, patience] of [
    [signal, 30_000],
    ["SIGKILL", 5_000],
  ]) {
    if (!send(pid, step)) return;
    for (const end = Date.now() + patience; Date.now() < end;) {
      if (!send(pid, 0)) return;
      await sleep(50);
    }
  }
}

function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** The server on a data folder is found when it is time to stop it: a run may be killed while it starts one. */
async function clear(dataFolder) {
  const record = await readFile(join(dataFolder, "cluster.json"), "utf8").catch(() => "{}");
  const { home } = JSON.parse(record);
  const lines = home ? await readFile(join(home, "data/postmaster.pid"), "utf8").catch(() => "") : "";
  const postmaster = Number(lines.split("\n")[0]);
  if (postmaster > 0) await stop(postmaster, "SIGINT");
  for (const folder of [home, dataFolder])
    if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function drop({ adminUrl, prefix, roles }) {
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  const left = await sql`select datname from pg_database where starts_with(datname, ${prefix})`;
  for (const { datname } of left) await sql`drop database if exists ${sql(datname)} with (force)`;
  // A role that another database on this server needs stays.
  for (const role of roles) await sql`drop role if exists ${sql(role)}`.catch(() => undefined);
  await sql.end({ timeout: 5 });
}
