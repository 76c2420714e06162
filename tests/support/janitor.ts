import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

type Duty =
  | { pid: number; signal: "SIGTERM" }
  /** A data folder of Kept's: its database is stopped before the folder goes. */
  | { dataFolder: string }
  | { databases: { adminUrl: string; prefix: string; roles: string[] } };

export type Janitor = {
  /** Undone in the opposite order, when the run ends or is killed. */
  remember(duty: Duty): void;
  finish(): Promise<void>;
};

/** A small process of its own that outlives this one just long enough to leave nothing behind. */
export function startJanitor(): Janitor {
  const child = spawn(process.execPath, [fileURLToPath(new URL("janitor-process.mjs", import.meta.url))], {
    stdio: ["pipe", "inherit", "inherit"],
    detached: true,
  });
  const ended = once(child, "exit");
  return {
    remember: (duty) => void child.stdin.write(JSON.stringify(duty) + "\n"),
    finish: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
