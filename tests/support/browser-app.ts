import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import type { ClusterRecord } from "#db/embedded/cluster-record.server.ts";
import type { SignIn } from "#seeds/index.ts";
import { startJanitor } from "./janitor.ts";
import { temporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The running app: its address, the demonstration's sign-ins, and its database as the tables' owner. */
    app: { url: string; signIns: SignIn[]; ownerUrl: string };
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const patience = 180_000;

/** Starts Kept as `npm start` does, on a free port and a new data folder, and stops it when the run ends. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const janitor = startJanitor();
  try {
    const folder = await temporaryFolder();
    janitor.remember({ dataFolder: folder });
    const app = startApp(folder);
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

function startApp(folder: string): { pid: number; ready: Promise<string> } {
  const own = { KEPT_DATA: folder, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "warn" };
  const none = {
    PUBLIC_URL: "",
    DATABASE_URL: "",
    DATABASE_OWNER_URL: "",
    SMTP_URL: "",
    TRUST_PROXY: "",
    KEPT_SECRET: "",
  };
  const child = spawn(process.execPath, [join(root, "app/server/start.mjs")], {
    cwd: root,
    env: { ...process.env, ...none, ...own },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  mkdirSync(join(root, "tests/.artifacts"), { recursive: true });
  const log = createWriteStream(join(root, "tests/.artifacts/app.log"));
  let said = "";
  const ready = new Promise<string>((resolve, reject) => {
    const listenTo = (chunk: Buffer) => {
      log.write(chunk);
      said += chunk.toString();
      const address = /Kept is ready: (\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on("data", listenTo);
    child.stderr.on("data", listenTo);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`The app under test ended:\n${said}`)));
    setTimeout(
      () => reject(new Error(`The app under test did not start in time:\n${said}`)),
      patience,
    ).unref();
  });
  return { pid: child.pid ?? 0, ready };
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
