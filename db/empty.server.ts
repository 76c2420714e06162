import postgres from "postgres";

/** Drops everything in a database of our own. Only for one that holds nothing but half of the demonstration. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`drop schema public cascade`;
      await tx`create schema public`;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
