import { spawn } from "node:child_process";

/** The account a program runs under when we are root; undefined means our own. */
export type Account = { uid: number; gid: number } | undefined;

export type Outcome = { code: number | null; output: string };

/**
 * Runs a program to its end and keeps what it said (stdout and stderr together, for error messages).
 * A program that cannot be started at all has code null.
 */
export function runProgram(
  file: string,
  args: string[],
  { account, cwd }: { account?: Account; cwd?: string } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...account,
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(),
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}

/** PG* variables meant for another server would change what initdb and postgres do; messages stay in English. */
function environment(): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
  for (const name of Object.keys(result)) if (name.startsWith("PG")) delete result[name];
  return result;
}
