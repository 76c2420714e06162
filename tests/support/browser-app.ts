import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import type { ClusterRecord } from "#db/embedded/cluster-record.server.ts";
import type { SignIn } from "#seeds/index.ts";
import { startJanitor } from "./janitor.ts";
import { startApp } from "./running-app.ts";
import { temporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The running app: its address, the demonstration's sign-ins, and its database as the tables' owner. */
    app: { url: string; signIns: SignIn[]; ownerUrl: string };
  }
}

/** Starts Kept as `npm start` does, on a free port and a new data folder, and stops it when the run ends. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const janitor = startJanitor();
  try {
    const folder = await temporaryFolder();
    janitor.remember({ dataFolder: folder });
    const app = startApp(folder, "app.log");
    janitor.remember({ pid: app.pid, signal: "SIGTERM" });
    const url = await app.ready;
    const ownerUrl = await ownerUrlOf(folder);
    project.provide("app", { url, ownerUrl, signIns: await signInsIn(ownerUrl) });
    return janitor.finish;
  } catch (error) {
    await janitor.finish();
    throw error;
  }
}

async function ownerUrlOf(folder: string): Promise<string> {
  const { port, adminPassword } = JSON.parse(
    await readFile(join(folder, "cluster.json"), "utf8"),
  ) as ClusterRecord;
  return `postgres://kept_admin:${adminPassword}@127.0.0.1:${port}/kept`;
}

async function signInsIn(ownerUrl: string): Promise<SignIn[]> {
  const sql = postgres(ownerUrl, { max: 1 });
  const [row] = await sql<
    { value: { signIns: SignIn[] } }[]
  >`select value from installation where name = 'beginning'`;
  await sql.end();
  return row?.value.signIns ?? [];
}
