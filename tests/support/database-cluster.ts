import { randomBytes } from "node:crypto";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { asRole } from "#db/open.server.ts";
import { type Janitor, startJanitor } from "./janitor.ts";
import { temporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server to make databases on, and the migrated database to copy. */
    cluster: { adminUrl: string; template: string };
  }
}

/**
 * One database server for the whole run: the one TEST_DATABASE_URL names (its login has to be a superuser: tests look behind
 * row-level security), otherwise an embedded one in a temporary folder.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const janitor = startJanitor();
  try {
    const adminUrl = process.env.TEST_DATABASE_URL ?? (await startCluster(janitor));
    const template = `kept_test_${randomBytes(6).toString("hex")}`;
    await makeTemplate(adminUrl, template, janitor);
    project.provide("cluster", { adminUrl, template });
    return janitor.finish;
  } catch (error) {
    await janitor.finish();
    throw error;
  }
}

async function startCluster(janitor: Janitor): Promise<string> {
  const dataFolder = await temporaryFolder();
  janitor.remember({ dataFolder });
  const { adminUrl } = await startEmbedded({ dataFolder, durable: false });
  return adminUrl;
}

async function makeTemplate(adminUrl: string, template: string, janitor: Janitor): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [login] = await sql`select rolsuper from pg_roles where rolname = current_user`;
    if (!login?.rolsuper) throw new Error("TEST_DATABASE_URL: the tests need a login that is a superuser.");
    const existing = await sql<{ rolname: string }[]>`
      select rolname from pg_roles where rolname in ('kept_owner', 'kept_app')`;
    const roles = ["kept_owner", "kept_app"].filter(
      (role) => !existing.some(({ rolname }) => rolname === role),
    );
    for (const role of roles) await sql`create role ${sql(role)}`;
    janitor.remember({ databases: { adminUrl, prefix: template, roles } });
    await sql`create database ${sql(template)} owner kept_owner`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  await migrate({ ownerUrl: asRole(inDatabase(adminUrl, template), "kept_owner") });
}

function inDatabase(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}
