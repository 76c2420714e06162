import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "#db/embedded.server.ts";
import { startJanitor } from "#tests/support/janitor.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const janitor = startJanitor();
const child = fileURLToPath(new URL("../support/embedded-child.mjs", import.meta.url));
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await temporaryFolder();
  janitor.remember({ dataFolder });
});

afterAll(() => janitor.finish());

/** Starts the database from another process, which dies as told, and says whether it found the server running. */
async function startElsewhere(end: "kill" | "stop"): Promise<{ reused: boolean }> {
  const process_ = spawn(process.execPath, ["--import", "tsx", child, dataFolder, end], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  process_.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await once(process_, "close");
  return JSON.parse(said) as { reused: boolean };
}

async function ask(url: string): Promise<Record<string, unknown>> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql`select current_user as role, current_setting('fsync') as fsync,
    current_setting('listen_addresses') as addresses`;
  await sql.end();
  return row!;
}

describe("the embedded database", () => {
  let embedded: Embedded;

  test("survives an app that is killed, and the next one finds it", async () => {
    const killed = await startElsewhere("kill");
    expect(killed.reused).toBe(false);
    embedded = await startEmbedded({ dataFolder });
    expect(embedded.reused).toBe(true);
  });

  test("serves a second app at once, and stops when the last has gone", async () => {
    const second = await startElsewhere("stop");
    expect(second.reused).toBe(true);
    expect(await ask(embedded.appUrl)).toMatchObject({ role: "kept_app" });
    await embedded.stop();
    await expect(ask(embedded.appUrl)).rejects.toThrow(/ECONNREFUSED/);
  });

  test("comes back on the same port with the same data, for this machine alone and with fsync", async () => {
    const again = await startEmbedded({ dataFolder });
    expect(again).toMatchObject({ reused: false, appUrl: embedded.appUrl });
    expect(await ask(again.ownerUrl)).toEqual({ role: "kept_owner", fsync: "on", addresses: "127.0.0.1" });
    await again.stop();
  });

  test("lets nobody in without the password, which its owner alone can read", async () => {
    const again = await startEmbedded({ dataFolder });
    const guess = new URL(again.appUrl);
    guess.password = "guess";
    await expect(ask(guess.href)).rejects.toThrow(/password authentication failed/);
    await again.stop();
    expect((await stat(join(dataFolder, "cluster.json"))).mode & 0o777).toBe(0o600);
  });

  test("two apps that start at once on a new folder end up with one server", async () => {
    await rm(join(dataFolder, "postgres"), { recursive: true });
    const both = await Promise.all([startElsewhere("stop"), startElsewhere("stop")]);
    expect(both.filter(({ reused }) => !reused).length).toBeGreaterThanOrEqual(1);
  });
});
