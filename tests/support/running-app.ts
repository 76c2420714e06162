import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** A build may be among it, and other work on the machine. */
const patience = 390_000;

export type RunningApp = {
  pid: number;
  /** Its address, once it answers. */
  ready: Promise<string>;
  /** What it has said so far: one line of JSON for each failure. */
  said: () => string;
  stop: () => Promise<void>;
};

/**
 * Starts Kept as `npm start` does, on a free port, in a process of its own.
 * @param folder for its data
 * @param log name of the file under tests/.artifacts that keeps what it says
 * @param settings environment variables beside those
 */
export function startApp(folder: string, log: string, settings: Record<string, string> = {}): RunningApp {
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
    env: { ...process.env, ...none, ...own, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  mkdirSync(join(root, "tests/.artifacts"), { recursive: true });
  const file = createWriteStream(join(root, "tests/.artifacts", log));
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<string>((resolve, reject) => {
    const listenTo = (chunk: Buffer) => {
      file.write(chunk);
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
  return {
    pid: child.pid ?? 0,
    ready,
    said: () => said,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
