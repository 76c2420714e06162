import postgres from "postgres";
import { CannotStart } from "./cannot-start.server.ts";
import { startEmbedded } from "./embedded.server.ts";

export type OpenDatabase = {
  /** Migrations connect with this. */
  ownerUrl: string;
  /** The application connects with this, as the role kept_app. */
  appUrl: string;
  /** One line for the person at the terminal. */
  description: string;
  embedded: boolean;
  stop(): Promise<void>;
};

/** The oldest PostgreSQL that Kept runs on; continuous integration tests it. */
const oldestMajor = 15;

/** Finds the database: the server that DATABASE_URL names, otherwise the embedded one on the data folder. */
export async function openDatabase(settings: {
  databaseUrl?: string | undefined;
  databaseOwnerUrl?: string | undefined;
  dataFolder: string;
}): Promise<OpenDatabase> {
  if (settings.databaseUrl) return openServer(settings.databaseUrl, settings.databaseOwnerUrl);
  const { home, ownerUrl, appUrl, reused, stop } = await startEmbedded({ dataFolder: settings.dataFolder });
  const description = reused ? "PostgreSQL was running already" : "PostgreSQL is running";
  return {
    ownerUrl,
    appUrl,
    description: `${description} (data in ${home})`,
    embedded: true,
    stop,
  };
}

/**
 * With DATABASE_URL alone, that login migrates and the application takes on the role kept_app. With DATABASE_OWNER_URL too,
 * the application logs in as DATABASE_URL says, and that login has to be kept_app or a member of it.
 */
async function openServer(databaseUrl: string, databaseOwnerUrl: string | undefined): Promise<OpenDatabase> {
  const ownerUrl = databaseOwnerUrl ?? databaseUrl;
  const setting = databaseOwnerUrl ? "DATABASE_OWNER_URL" : "DATABASE_URL";
  const major = await serverMajor(ownerUrl, setting);
  await ensureAppRole(ownerUrl, setting);
  const appUrl = asRole(databaseUrl, "kept_app");
  await requireAppRole(appUrl);
  return {
    ownerUrl,
    appUrl,
    description: `PostgreSQL ${major} at ${new URL(ownerUrl).host}`,
    embedded: false,
    stop: async () => undefined,
  };
}

/** The same login, acting as another role from the first statement on. postgres.js hands unknown parameters to the server. */
export function asRole(url: string, role: string): string {
  const result = new URL(url);
  result.searchParams.set("role", role);
  return result.href;
}

async function serverMajor(url: string, setting: string): Promise<number> {
  const version = await once(url, async (sql) => {
    const [row] = await sql<{ server_version_num: string }[]>`show server_version_num`;
    return Number(row?.server_version_num);
  }).catch((error: unknown) => {
    throw new CannotStart(`${setting}: the database server cannot be used (${reason(error)}).`);
  });
  const major = Math.floor(version / 10_000);
  if (major >= oldestMajor) return major;
  throw new CannotStart(
    `${setting}: the server is PostgreSQL ${major}. Kept needs version ${oldestMajor} or newer.`,
  );
}

async function ensureAppRole(ownerUrl: string, setting: string): Promise<void> {
  await once(ownerUrl, async (sql) => {
    const [role] = await sql`select 1 from pg_roles where rolname = 'kept_app'`;
    if (!role) await sql`create role kept_app`;
    const [mine] = await sql`select pg_has_role('kept_app', 'member') as member`;
    if (!mine?.member) await sql`grant kept_app to current_user`;
  }).catch((error: unknown) => {
    throw new CannotStart(
      `${setting}: its login may not make the role kept_app (${reason(error)}). Have an administrator run: ` +
        `create role kept_app; grant kept_app to ${new URL(ownerUrl).username || "that login"};`,
    );
  });
}

async function requireAppRole(appUrl: string): Promise<void> {
  await once(appUrl, async (sql) => {
    const [role] = await sql`
      select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`;
    if (role?.unbound) {
      throw new Error("it may bypass row-level security: alter role kept_app nosuperuser nobypassrls");
    }
  }).catch((error: unknown) => {
    throw new CannotStart(
      `DATABASE_URL: the application cannot act as the role kept_app (${reason(error)}).`,
    );
  });
}

async function once<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0]) return reason(error.errors[0]);
  return error instanceof Error
    ? error.message || String((error as NodeJS.ErrnoException).code)
    : String(error);
}
