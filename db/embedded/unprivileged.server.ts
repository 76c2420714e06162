import { stat } from "node:fs/promises";
import { CannotStart } from "../cannot-start.server.ts";
import { type Account, runProgram } from "./run-program.server.ts";

const accountName = "kept-postgres";

/**
 * PostgreSQL refuses to run as root. As root this finds (or makes) an account without rights for it; otherwise undefined.
 * A cluster that exists keeps its owner, whoever starts it today.
 */
export async function accountForPostgres(clusterHome: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterHome).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const own = (await findAccount(accountName)) ?? (await makeAccount());
  const found = own ?? (await findAccount("postgres")) ?? (await findAccount("nobody"));
  if (found) return found;
  throw new CannotStart(
    `PostgreSQL does not run as root, and no account called ${accountName} could be made for it. ` +
      `Start Kept as an ordinary user, or name another database server in DATABASE_URL.`,
  );
}

/** Whether this account may enter a folder, given the modes of all folders above it. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  if (!account) return true;
  const { code } = await runProgram("/bin/sh", ["-c", 'cd "$0"', folder], { account, cwd: "/" });
  return code === 0;
}

async function findAccount(name: string): Promise<Account> {
  const [uid, gid] = await Promise.all([runProgram("id", ["-u", name]), runProgram("id", ["-g", name])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

async function makeAccount(): Promise<Account> {
  const flags = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  const { code } = await runProgram("useradd", [...flags, accountName]);
  return code === 0 ? findAccount(accountName) : undefined;
}
