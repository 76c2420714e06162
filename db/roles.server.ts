import postgres from "postgres";

/** The roles that migrations and the application use, and the database, in a cluster of our own. Does nothing to what exists. */
export async function ensureRolesAndDatabase(
  adminUrl: string,
  { ownerPassword, appPassword }: { ownerPassword: string; appPassword: string },
): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const [role, password] of [
      ["kept_owner", ownerPassword],
      ["kept_app", appPassword],
    ] as const) {
      const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`;
      if (!existing) await sql.unsafe(`create role ${role} login password '${password}'`);
    }
    const [database] = await sql`select 1 from pg_database where datname = 'kept'`;
    if (!database) await sql.unsafe("create database kept owner kept_owner");
  } finally {
    await sql.end({ timeout: 5 });
  }
}
